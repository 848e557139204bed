import assert from "node:assert/strict";
import { test } from "node:test";
import { figuresIn, isPlayed, isSession, strategyFor } from "./routes.ts";

const HERE = "https://kitchen.local:8000";

const TABLE = [
  ["a built file", `${HERE}/static/player-ABCDEFGH.js`, "GET", "cors", "built"],
  ["a page", `${HERE}/library/`, "GET", "navigate", "page"],
  ["a session", `${HERE}/session/2026-11-26/0/`, "GET", "navigate", "page"],
  ["a figure", `${HERE}/library/march-two-hands/moving.svg`, "GET", "no-cors", "figure"],
  ["what is sent", `${HERE}/api/logs/`, "POST", "cors", "none"],
  ["what another site serves", "https://elsewhere.example/static/a.js", "GET", "cors", "none"],
  ["a list of a page", `${HERE}/library/search/`, "GET", "cors", "none"],
] as const;

for (const [name, url, method, mode, strategy] of TABLE) {
  test(`${name} goes by "${strategy}"`, () => {
    assert.equal(strategyFor(new URL(url), { method, mode }, HERE), strategy);
  });
}

test("a session is told by its address, its kept copy is none", () => {
  assert.ok(isSession(new URL(`${HERE}/session/2026-11-26/0/`)));
  assert.ok(!isSession(new URL(`${HERE}/session/2026-11-26/0/kept/`)));
});

test("a session and the game are played, and only a session is kept", () => {
  const [session, game] = [new URL(`${HERE}/session/2026-11-26/0/`), new URL(`${HERE}/game/`)];
  assert.deepEqual([isPlayed(session), isPlayed(game), isSession(game)], [true, true, false]);
});

test("figures are found once each, with their slug", () => {
  const page = '"/library/step-up-2-5cm/still.svg" "/library/step-up-2-5cm/still.svg" "/library/march/moving.svg"';
  assert.deepEqual(figuresIn(page), ["/library/step-up-2-5cm/still.svg", "/library/march/moving.svg"]);
});
