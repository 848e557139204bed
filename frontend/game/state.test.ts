import assert from "node:assert/strict";
import { test } from "node:test";
import { leanNow } from "./play.ts";
import {
  ACROSS_THE_BELT, type Body, CALM, GAME, IN_A_POCKET, nowAt, play, SCREEN_TO_THE_LEG, UPSIDE_DOWN,
} from "./somebody.ts";
import { reduce } from "./state.ts";
import { type Event, START, type State } from "./types.ts";
import { GOOD_DAY } from "../player/playing.ts";

const { say } = GAME;
const SECOND = 1000;

/** A game by voice and clock alone, ticked four times a second, until a screen comes. */
function byVoice(until: (state: State) => boolean): { state: State; ms: number } {
  let state = reduce(GAME, START, { type: "by_voice" }, nowAt(0));
  let ms = 0;
  while (!until(state) && ms < 300 * SECOND) {
    ms += 250;
    state = reduce(GAME, state, { type: "tick" }, nowAt(ms));
  }
  return { state, ms };
}

// ---- Bodies and pockets ----

const BODIES: readonly [string, Partial<Body>][] = [
  ["a calm person", {}],
  ["a person who leans little", { range_deg: 2.5, speed_dps: 2 }],
  ["a tremor of 5 Hz", { tremor_deg: 3 }],
  ["a tremor of 4 Hz", { tremor_deg: 2, tremor_hz: 4 }],
  ["a tremor of 7 Hz", { tremor_deg: 4, tremor_hz: 7 }],
  ["a browser that gives gravity the other way round", { sign: -1 }],
];
const POCKETS: readonly [string, Body["phone"]][] = [
  ["upright", IN_A_POCKET],
  ["upside down", UPSIDE_DOWN],
  ["with its screen to the leg, left and right swapped", SCREEN_TO_THE_LEG],
  ["across the belt", ACROSS_THE_BELT],
];

for (const [who, body] of BODIES) {
  for (const [how, phone] of POCKETS) {
    test(`${who}, phone ${how}: twelve calm shifts, no wobble`, () => {
      const { state, said } = play({ ...body, phone });
      assert.equal(said.at(-1), "That was 12 calm shifts.");
      assert.deepEqual([state.log?.done, state.log?.reps, state.log?.touches], ["full", 12, 0]);
    });
  }
}

test("left is asked for first, by word and by tone, and sides take turns", () => {
  const { said } = play({});
  const leans = said.filter((line) => [say.first_left, say.then_right, say.left, say.right].includes(line));
  assert.deepEqual(leans.slice(0, 2), [say.first_left, say.then_right]);
  assert.deepEqual(leans.slice(2), Array.from({ length: 12 }, (_, turn) => (turn % 2 === 0 ? say.left : say.right)));
});

for (const [how, phone] of POCKETS) {
  test(`a lean to the left moves the ball to the left, phone ${how}`, () => {
    const answers: Body["answers"] = (asked, state) => (state.screen === "lean" ? CALM.answers(asked, state) : -0.4);
    const { state } = play({ phone, answers }, { type: "start", measured: true }, 70);
    assert.equal(state.screen, "target");
    assert.ok(leanNow(state) < -0.3 && leanNow(state) > -0.5, String(leanNow(state)));
  });
}

test("a target is at most 60 % of the person's own range", () => {
  assert.ok(GAME.pace.share <= 0.6);
  const short: Body["answers"] = (asked, state) => CALM.answers(asked, state) * (state.screen === "target" ? 0.62 : 1);
  assert.equal(play({ answers: short }).state.shifts, 0, "0.4 of the range is no target");
});

test("who goes to the end of their range hears that it is far enough", () => {
  const far: Body["answers"] = (asked) => (asked === "left" ? -1.2 : 1.2);
  const once: Body["answers"] = (asked, state) => far(asked, state) * (state.screen === "lean" ? 0.8 : 1);
  assert.ok(play({ answers: once }).said.includes(say.far));
});

// ---- Sides that cannot be told ----

test("two leans to the same side look alike: it says so and asks again, then offers the voice alone", () => {
  const { state, said } = play({ answers: () => -1 }, { type: "start", measured: true }, 120);
  assert.equal(state.screen, "unmeasured");
  assert.equal(said.filter((line) => line === say.alike).length, GAME.pace.tries - 1);
  assert.equal(said.at(-1), say.unmeasured);
});

test("a body that hardly leans is not guessed at", () => {
  assert.equal(play({ range_deg: 0.5 }, { type: "start", measured: true }, 120).state.screen, "unmeasured");
});

test("sides mistaken in the guided leans are found again when the targets are met on the other side", () => {
  const mixedUp: Body["answers"] = (asked, state) =>
    state.screen === "lean" && state.tries === 0 ? -CALM.answers(asked, state) : CALM.answers(asked, state);
  const { state, said } = play({ answers: mixedUp });
  assert.ok(said.includes(say.other_side));
  assert.equal(state.sides!.axis[2] < 0, play({}).state.sides!.axis[2] < 0);
});

test("a body that is never quiet is not followed: the voice alone is offered", () => {
  assert.equal(play({ sway_deg: 5 }, { type: "start", measured: true }, 60).state.screen, "unmeasured");
});

// ---- Wobbles ----

test("a stumble pauses, says to hold on, and the game goes on by itself", () => {
  const { state, said } = play({ stumbles: [70] });
  assert.equal(said.filter((line) => line === say.wobble).length, 1);
  assert.ok(said.indexOf(say.quiet, said.indexOf(say.wobble)) > 0);
  assert.deepEqual([state.screen, state.log?.done, state.log?.touches], ["done", "full", 1]);
});

test("two stumbles end the game and offer sitting; what was done is a part, with both of them", () => {
  const { state, said } = play({ stumbles: [70, 110] });
  assert.deepEqual([state.screen, state.over, state.log?.done, state.log?.touches], ["sitting", true, "part", 2]);
  assert.ok(said.includes(say.wobbled_twice) && GAME.sit_down.every((line) => said.includes(line)));
});

test("two stumbles before the first target are written down as well", () => {
  const { state } = play({ stumbles: [22, 50] });
  assert.deepEqual([state.log?.done, state.log?.reps, state.log?.touches], ["part", 0, 2]);
});

test("balance lost can be told by hand, also when nothing is measured", () => {
  const { state, ms } = byVoice((one) => one.screen === "target");
  const lost = reduce(GAME, state, { type: "wobbled" }, nowAt(ms));
  assert.deepEqual([lost.screen, lost.said.lines], ["wobble", [say.wobble]]);
});

// ---- By voice and clock alone ----

test("by voice alone it is twelve shifts in two minutes, with nothing measured", () => {
  const { state, ms } = byVoice((one) => one.screen === "done");
  assert.equal(state.said.lines[0], "That was 12 calm shifts.");
  assert.deepEqual([state.log?.done, state.log?.reps, state.log?.touches], ["full", 12, null]);
  assert.equal((ms - GAME.pace.ready_s * SECOND) / SECOND, 120);
});

test("no permission: it says so and offers the voice; the same after a phone that tells nothing", () => {
  const refusedByHand = reduce(GAME, START, { type: "start", measured: false }, nowAt(0));
  assert.deepEqual([refusedByHand.screen, refusedByHand.said.lines], ["unmeasured", [say.unmeasured]]);
  const begun = reduce(GAME, START, { type: "start", measured: true }, nowAt(0));
  assert.equal(reduce(GAME, begun, { type: "tick" }, nowAt(3 * SECOND)).screen, "take_hold");
  assert.equal(reduce(GAME, begun, { type: "tick" }, nowAt(3250)).screen, "unmeasured");
});

// ---- What closes the game ----

const REFUSED: readonly [string, Partial<typeof GOOD_DAY>, string][] = [
  ["answers older than four hours", { age_minutes: 241 }, say.stale],
  ["a clock that was set back", { age_minutes: NaN }, say.stale],
  ["little energy since", { energy: 3 }, say.not_now],
  ["something new since", { new_symptom: true }, say.not_now],
];
for (const [name, differs, sentence] of REFUSED) {
  test(`${name}: it does not start, by phone or by voice`, () => {
    const now = nowAt(0, { ...GOOD_DAY, ...differs });
    for (const event of [{ type: "start", measured: true }, { type: "by_voice" }] satisfies Event[]) {
      const state = reduce(GAME, START, event, now);
      assert.deepEqual([state.screen, state.said.lines], ["refused", [sentence]]);
    }
  });
}

test("a helper who is there opens nothing that is closed alone", () => {
  const withHelper = { ...GAME, conditions: { ...GAME.conditions, rows: GAME.conditions.rows.map((row) => ({ ...row, helper: "arms_reach" as const })) } };
  assert.equal(reduce(withHelper, START, { type: "by_voice" }, nowAt(0, { ...GOOD_DAY, helper: "arms_reach" })).screen, "refused");
});

test("Stop is obeyed on every screen, keeps what was done, and a mistaken tap waits for both hands", () => {
  const { state, ms } = byVoice((one) => one.shifts === 3);
  const stopped = reduce(GAME, state, { type: "stop" }, nowAt(ms));
  assert.deepEqual([stopped.screen, stopped.log?.done, stopped.log?.reps], ["sitting", "part", 3]);
  const mistaken = reduce(GAME, stopped, { type: "mistake" }, nowAt(ms));
  assert.deepEqual([mistaken.screen, mistaken.said.lines], ["paused", [say.paused]]);
  const over = byVoiceFrom(reduce(GAME, mistaken, { type: "go_on" }, nowAt(ms)), ms);
  assert.deepEqual([over.log?.done, over.log?.corrects], ["full", stopped.log!.id]);
});

test("a hidden page pauses; nothing of what was done is lost", () => {
  const { state, ms } = byVoice((one) => one.shifts === 2);
  const hidden = reduce(GAME, state, { type: "pause" }, nowAt(ms));
  assert.deepEqual([hidden.screen, hidden.log?.reps], ["paused", 2]);
});

test("nothing done leaves no log", () => {
  const finished = reduce(GAME, reduce(GAME, START, { type: "stop" }, nowAt(0)), { type: "finish" }, nowAt(1));
  assert.deepEqual([finished.screen, finished.log, finished.said.lines], ["done", null, [say.shifts_none]]);
});

function byVoiceFrom(start: State, from: number): State {
  let state = start;
  for (let ms = from; state.screen !== "done" && ms < from + 300 * SECOND; ms += 250) {
    state = reduce(GAME, state, { type: "tick" }, nowAt(ms));
  }
  return state;
}
