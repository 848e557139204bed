import assert from "node:assert/strict";
import { test } from "node:test";
import { nextChangeMs } from "./clock.ts";

const SECOND = 1000;

test("the number changes each second, or with each repetition", () => {
  assert.equal(nextChangeMs(0, 30_000, [], SECOND), 1000);
  assert.equal(nextChangeMs(1250, 30_000, [], SECOND), 750);
  assert.equal(nextChangeMs(1250, 30_000, [], 500), 250);
});

test("a cue in between comes first, one that is over does not", () => {
  assert.equal(nextChangeMs(1250, 30_000, [1000, 1400], SECOND), 150);
  assert.equal(nextChangeMs(1400, 30_000, [1000, 1400], SECOND), 600);
});

test("the end of a step comes before the next second", () => {
  assert.equal(nextChangeMs(4800, 5000, [], 700), 100);
  assert.equal(nextChangeMs(4999.5, 5000, [], SECOND), 0.5);
});

test("a step whose end has come ends at once, not a second later", () => {
  assert.equal(nextChangeMs(5000, 5000, [], SECOND), 0);
  assert.equal(nextChangeMs(5000.2, 5000, [], SECOND), 0);
});
