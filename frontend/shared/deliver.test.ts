import assert from "node:assert/strict";
import { test } from "node:test";
import { type Answer, deliver } from "./deliver.ts";


const logs = (...ids: string[]) => ids.map((id) => ({ id }));

/** A server that refuses some ids, and can be reached a number of times. */
function server(refuses: string[] = [], reachable = Infinity) {
  const has = new Set<string>();
  const post = async (batch: readonly { id: string }[]): Promise<Answer> => {
    if (reachable-- <= 0) return "later";
    if (batch.some((log) => refuses.includes(log.id))) return "refused";
    batch.forEach((log) => has.add(log.id));
    return "stored";
  };
  return { has, post };
}

test("nothing to send asks nothing of the server", async () => {
  assert.deepEqual(await deliver([], server([], 0).post), { stored: [], refused: [] });
});

test("all logs go in one message", async () => {
  const { has, post } = server([], 1);
  assert.deepEqual(await deliver(logs("a", "b", "c"), post), { stored: ["a", "b", "c"], refused: [] });
  assert.deepEqual([...has], ["a", "b", "c"]);
});

test("one log that is refused does not hold up the others", async () => {
  const { has, post } = server(["b"]);
  assert.deepEqual(await deliver(logs("a", "b", "c"), post), { stored: ["a", "c"], refused: ["b"] });
  assert.deepEqual([...has], ["a", "c"]);
});

test("a server that cannot be reached leaves everything for later", async () => {
  assert.deepEqual(await deliver(logs("a"), server([], 0).post), { stored: [], refused: [] });
});

test("what was stored before the connection broke is known to be stored", async () => {
  const ids = Array.from({ length: 150 }, (_, index) => `log-${index}`);
  const { stored } = await deliver(logs(...ids), server([], 1).post);
  assert.deepEqual(stored, ids.slice(0, 100));
});
