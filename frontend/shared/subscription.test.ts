import assert from "node:assert/strict";
import { test } from "node:test";
import { type Tell, toggle } from "./subscription.ts";

const ENDPOINT = "https://push.example.com/abc";

/** A browser that is subscribed or not, and may refuse. */
function browser(subscribed: boolean, refuses = false) {
  const subscription = {
    endpoint: ENDPOINT,
    unsubscribe: async () => {
      subscribed = false;
      return true;
    },
  };
  const manager = {
    getSubscription: async () => (subscribed ? subscription : null),
    subscribe: async () => {
      if (refuses) throw new DOMException("no", "NotAllowedError");
      subscribed = true;
      return subscription;
    },
  } as unknown as PushManager;
  return { manager, isSubscribed: () => subscribed };
}

/** A server that takes what it is told, refuses it, or cannot be reached. */
function server(answer: "takes" | "refuses" | "away" = "takes") {
  const heard: string[] = [];
  const tell: Tell = async (change, endpoint) => {
    if (answer === "away") throw new TypeError("no connection");
    heard.push(`${change} ${endpoint}`);
    return answer === "takes";
  };
  return { heard, tell };
}

test("a tap subscribes, and tells the server", async () => {
  const { manager, isSubscribed } = browser(false);
  const { heard, tell } = server();
  assert.equal(await toggle(manager, "key", tell), "on");
  assert.deepEqual(heard, [`on ${ENDPOINT}`]);
  assert.ok(isSubscribed());
});

test("a second tap takes it back, and tells the server", async () => {
  const { manager, isSubscribed } = browser(true);
  const { heard, tell } = server();
  assert.equal(await toggle(manager, "key", tell), "off");
  assert.deepEqual(heard, [`off ${ENDPOINT}`]);
  assert.ok(!isSubscribed());
});

for (const answer of ["refuses", "away"] as const) {
  test(`a server that ${answer} leaves no subscription that would never remind`, async () => {
    const { manager, isSubscribed } = browser(false);
    assert.equal(await toggle(manager, "key", server(answer).tell), "failed");
    assert.ok(!isSubscribed());
  });

  test(`reminders stop in the browser even when the server ${answer}`, async () => {
    const { manager, isSubscribed } = browser(true);
    assert.equal(await toggle(manager, "key", server(answer).tell), "off");
    assert.ok(!isSubscribed());
  });
}

test("a browser that does not allow it is told apart from a fault", async () => {
  assert.equal(await toggle(browser(false, true).manager, "key", server().tell), "refused");
});
