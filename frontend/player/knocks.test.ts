import assert from "node:assert/strict";
import { test } from "node:test";
import { EAR, hear, humOf, loudnessOf } from "./knocks.ts";

const RATE = 48_000;
const FRAME = 1024;

/** Seconds of a quiet room with sounds in it; answers when it was pressed. */
function presses(seconds: number, sound: (s: number) => number): number[] {
  const found: number[] = [];
  let ear = EAR;
  let noise = 1;
  for (let start = 0; start + FRAME < seconds * RATE; start += FRAME) {
    const samples = Float32Array.from({ length: FRAME }, (_, index) => {
      noise = (noise * 16807) % 2147483647;
      return sound((start + index) / RATE) + (noise / 2147483647 - 0.5) * 0.004;
    });
    const heard = { ms: (start / RATE) * 1000, loudness: loudnessOf(samples), hum: humOf(samples, RATE) };
    const next = hear(ear, heard);
    ear = next.ear;
    if (next.pressed) found.push(heard.ms / 1000);
  }
  return found;
}

const knock = (at: number) => (s: number) => (s < at ? 0 : 0.8 * Math.exp(-(s - at) * 120) * Math.sin(2 * Math.PI * 700 * (s - at) * (1 + (s - at) * 30)));
const between = (from: number, to: number, s: number, value: number) => (s >= from && s < to ? value : 0);
const hum = (hz: number, s: number) => 0.1 * Math.sin(2 * Math.PI * hz * s) + 0.05 * Math.sin(4 * Math.PI * hz * s);

test("two knocks are a press", () => {
  const [first, second] = [knock(2), knock(2.4)];
  const found = presses(5, (s) => first(s) + second(s));
  assert.equal(found.length, 1);
  assert.ok(Math.abs(found[0]! - 2.4) < 0.2);
});

test("one knock is a cup put down", () => {
  assert.deepEqual(presses(5, knock(2)), []);
});

test("two knocks far apart are two cups", () => {
  const [first, second] = [knock(1), knock(3.5)];
  assert.deepEqual(presses(5, (s) => first(s) + second(s)), []);
});

test("three knocks are still one press", () => {
  const all = [knock(2), knock(2.4), knock(2.8)];
  assert.equal(presses(5, (s) => all.reduce((sum, one) => sum + one(s), 0)).length, 1);
});

for (const hz of [100, 150, 220, 300]) {
  test(`a hum of ${hz} Hz for a second is a press`, () => {
    assert.equal(presses(4, (s) => between(1, 2, s, hum(hz, s))).length, 1);
  });
}

test("a short hum, such as a word, is none", () => {
  assert.deepEqual(presses(4, (s) => between(1, 1.4, s, hum(150, s))), []);
});

test("a kettle is none: it hisses, without a pitch", () => {
  let seed = 7;
  const hiss = () => ((seed = (seed * 48271) % 2147483647) / 2147483647 - 0.5) * 0.3;
  assert.deepEqual(presses(6, (s) => between(1, 5, s, hiss())), []);
});
