import assert from "node:assert/strict";
import { test } from "node:test";
import type { Log } from "../shared/schema.ts";
import { begun, GOOD_DAY, HEEL_RAISE, Played, SQUAT, step, timelineOf, way } from "./playing.ts";
import { elapsedMs } from "./state.ts";
import type { Event } from "./types.ts";

test("a session begins with the check list, then the set-up waits for the person", () => {
  const played = new Played(timelineOf(SQUAT));
  assert.equal(played.state.screen, "check_list");
  played.does("go").waits(600);
  assert.equal(played.kind, "set_up");
});

test("steps follow each other by the clock", () => {
  const played = begun();
  assert.equal(played.kind, "ready");
  assert.equal(played.waits(5).kind, "work");
  assert.equal(played.waits(20).kind, "rest");
  assert.equal(played.waits(30).kind, "work");
});

test("no time is lost between steps when ticks come late", () => {
  const played = begun();
  played.ms += 5400;
  played.does("tick");
  assert.equal(played.kind, "work");
  assert.equal(elapsedMs(played.state, played.ms), 400);
});

test("a device that slept past the end of a step waits at the next one", () => {
  const played = begun().waits(6).sleeps(300);
  assert.equal(played.kind, "rest");
  assert.equal(played.state.running, false);
  assert.equal(played.waits(100).kind, "rest");
  assert.equal(played.does("go").waits(30).kind, "work");
});

test("a pause keeps the second it came in", () => {
  const played = begun().waits(3).does("pause").waits(100);
  assert.equal(elapsedMs(played.state, played.ms), 3000);
  played.does("go").waits(1);
  assert.equal(elapsedMs(played.state, played.ms), 4000);
});

test("an exercise worked to its end is logged as done in full", () => {
  const played = begun().waits(5 + 20 + 30 + 20);
  assert.deepEqual(played.done, [["squat-free", "full", 2]]);
  assert.equal(played.state.screen, "effort");
});

test("one set of two is logged as a part", () => {
  const played = begun().waits(5 + 20 + 3).does("skip");
  assert.deepEqual(played.done, [["squat-free", "part", 1]]);
});

test("an exercise skipped before any work is logged as not done, and asks no questions", () => {
  const played = begun().does("skip");
  assert.deepEqual(played.done, [["squat-free", "none", 0]]);
  assert.equal(played.state.screen, "done");
});

test("a side that was not worked leaves its set unfinished", () => {
  const script = [
    step("set_up", 20),
    step("work", 10, { side: "left" }),
    step("change_side", 5, { side: "right" }),
    step("work", 10, { side: "right" }),
  ];
  const played = begun(timelineOf([way("one-leg", { side: "each", sets: 1, script })])).waits(12).does("skip");
  assert.deepEqual(played.done, [["one-leg", "part", 0]]);
});

test("easier steps down, and what was done before is kept", () => {
  const played = begun().waits(5 + 20).does("easier");
  assert.equal(played.exercise, "squat-two-hands");
  assert.equal(played.kind, "set_up");
  assert.deepEqual(played.done, [["squat-free", "part", 1]]);
});

test("the last easier way is rest", () => {
  const played = begun().does("easier", "easier", "easier");
  assert.equal(played.state.screen, "no_way");
  assert.equal(played.does("go").state.screen, "done");
});

test("a tired day starts on the way that its conditions allow", () => {
  assert.equal(begun(timelineOf(SQUAT), { energy: 3 }).exercise, "sit-to-stand");
});

test("without a way that fits comes rest, never something harder", () => {
  assert.equal(begun(timelineOf(SQUAT), { energy: 2 }).state.screen, "done");
  assert.equal(new Played(timelineOf(SQUAT), { energy: 2 }).does("go").state.screen, "no_way");
});

test("an exercise that needs a helper is not played by somebody alone", () => {
  assert.equal(new Played(timelineOf(HEEL_RAISE)).does("go").state.screen, "no_way");
  const helped = new Played(timelineOf(HEEL_RAISE, HEEL_RAISE), { helper: "arms_reach" }).does("go");
  assert.equal(helped.exercise, "heel-raise");
  helped.does("alone");
  assert.equal(helped.state.screen, "no_way");
  assert.equal(helped.does("go").state.screen, "no_way");
});

test("answers that are too old stop the session before the next exercise", () => {
  const played = new Played(timelineOf(SQUAT), { age_minutes: 241 }).does("go");
  assert.equal(played.state.screen, "ask_again");
  assert.equal(played.does("go").state.screen, "ask_again");
  played.facts = GOOD_DAY;
  assert.equal(played.does("go").kind, "set_up");
});

test("answers that grow old in a pause are asked again, and nothing done is lost", () => {
  const played = begun().waits(5 + 20).does("pause");
  played.facts = { ...GOOD_DAY, age_minutes: 300 };
  assert.equal(played.does("go").state.screen, "ask_again");
  played.facts = GOOD_DAY;
  played.does("go", "go").waits(30 + 20);
  assert.deepEqual(played.done, [["squat-free", "full", 2]]);
});

test("stop is one event from anywhere, and a mis-tap loses nothing", () => {
  const played = begun().waits(10).does("stop");
  assert.equal(played.state.screen, "sitting");
  played.waits(60).does("mistake");
  assert.equal(played.kind, "work");
  assert.equal(elapsedMs(played.state, played.ms), 5000);
  assert.equal(played.state.running, false);
});

test("after sitting down the session goes on seated only", () => {
  const played = begun(timelineOf(SQUAT, HEEL_RAISE)).waits(10).does("stop", "go_on_seated");
  assert.equal(played.exercise, "sit-to-stand");
  played.does("skip");
  assert.equal(played.state.screen, "no_way");
});

test("finishing from the stop screen keeps what was done and does not log what was not begun", () => {
  const played = begun(timelineOf(SQUAT, HEEL_RAISE)).waits(5 + 20).does("stop", "finish");
  assert.deepEqual(played.done, [["squat-free", "part", 1]]);
  assert.equal(played.state.screen, "effort");
});

test("back restarts a step, or goes one back when the step has just begun", () => {
  const played = begun().waits(5 + 10).does("back");
  assert.equal(played.kind, "work");
  assert.equal(elapsedMs(played.state, played.ms), 0);
  assert.equal(played.does("back").kind, "ready");
});

test("back undoes a skip: the new log corrects the old one", () => {
  const played = begun(timelineOf(SQUAT, SQUAT)).waits(5 + 20).does("skip");
  const skipped = played.log("squat-free");
  played.does("back");
  assert.equal(played.kind, "rest");
  played.does("go").waits(30 + 20);
  assert.deepEqual(played.done, [["squat-free", "full", 2]]);
  assert.equal(played.log("squat-free").corrects, skipped.id);
});

test("back undoes easier while the harder way still fits, and never goes up when it does not", () => {
  const played = begun().does("easier", "back");
  assert.equal(played.exercise, "squat-free");
  played.does("easier");
  played.facts = { ...GOOD_DAY, energy: 3 };
  assert.equal(played.does("back").exercise, "squat-two-hands");
});

test("nothing is known about what happened until it is told", () => {
  const log = begun().waits(75).log("squat-free");
  assert.deepEqual([log.effort, log.near_fall, log.fall, log.pain, log.form_ok, log.touches], [null, null, null, null, null, null]);
});

test("nothing happened: the log says so, with the pain of the check-in", () => {
  const played = begun().waits(75);
  const first = played.log("squat-free").id;
  played.does({ type: "effort", value: 5 }, "nothing_else");
  const log = played.log("squat-free");
  assert.deepEqual([log.effort, log.near_fall, log.fall, log.pain, log.form_ok, log.touches], [5, false, false, 1, true, 0]);
  assert.notEqual(log.corrects, null);
  assert.notEqual(log.id, first);
  assert.equal(played.state.screen, "done");
});

test("a fall is written down at once, before anything else is asked", () => {
  const played = begun().waits(75).does({ type: "effort", value: 7 }, { type: "happened", what: "fall" });
  const log = played.log("squat-free");
  assert.deepEqual([log.fall, log.near_fall], [true, null]);
});

test("of several exercises the person says which; not sure means all", () => {
  const played = begun(timelineOf([way("a")], [way("b")])).waits(75).does("go").waits(75);
  played.does({ type: "effort", value: 5 }, { type: "happened", what: "near_fall" });
  assert.equal(played.state.screen, "which");
  played.does({ type: "which", position: 1 }, { type: "happened", what: "form" }, { type: "which", position: null });
  played.does("nothing_else");
  const told = played.state.logs.map((log) => [log.exercise, log.near_fall, log.form_ok]);
  assert.deepEqual(told, [["a", false, false], ["b", true, false]]);
});

test("what hurt is asked how much", () => {
  const played = begun().waits(75).does({ type: "effort", value: 5 }, { type: "happened", what: "pain" });
  assert.equal(played.state.screen, "how_much");
  assert.equal(played.log("squat-free").pain, null);
  played.does({ type: "how_much", pain: 5 }, "nothing_else");
  assert.equal(played.log("squat-free").pain, 5);
});

test("every log ever made is in the chain of corrections", () => {
  const seen = new Map<string, Log>();
  const played = begun(timelineOf([way("a")], [way("b")]));
  const events: (Event | Event["type"])[] = ["skip", "back", "skip", "go", "next", "next", "stop", "finish"];
  for (const event of [...events, { type: "effort", value: 3 } as const, "nothing_else" as const]) {
    played.does(event);
    played.state.logs.forEach((log) => seen.set(log.id, log));
  }
  const corrected = new Set([...seen.values()].map((log) => log.corrects));
  const standing = [...seen.keys()].filter((id) => !corrected.has(id));
  assert.deepEqual(standing.sort(), played.state.logs.map((log) => log.id).sort());
});
