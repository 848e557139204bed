import assert from "node:assert/strict";
import { test } from "node:test";
import { begun, GOOD_DAY, HEEL_RAISE, playedFrom, Played, SQUAT, step, timelineOf, TWO_SETS, way } from "./playing.ts";
import type { Event } from "./types.ts";

test("two touches raise the support for the rest of the ladder, a third ends it", () => {
  const held = [way("stance-one-hand", { support: "one_hand" }), way("stance-two-hands"), way("seated", { seated: true, ladder: "sitting", support: "seated" })];
  const played = begun(timelineOf(held, held)).waits(6);
  const touched = { type: "wobble", what: "touch" } as const;
  assert.equal(played.does("wobbled", touched, "go").exercise, "stance-one-hand");
  assert.equal(played.does("wobbled", touched).exercise, "stance-two-hands");
  assert.equal(played.does("skip").exercise, "stance-two-hands");
  assert.equal(played.does("wobbled", touched).exercise, "seated");
  assert.equal(played.log("stance-one-hand").touches, 2);
});

test("one step out of place raises the support at once, a near-fall ends the ladder", () => {
  const held = [way("one-hand", { support: "one_hand" }), way("two-hands"), way("seated", { seated: true, ladder: "sitting" })];
  assert.equal(begun(timelineOf(held)).waits(6).does("wobbled", { type: "wobble", what: "step_out" }).exercise, "two-hands");
  const fell = begun(timelineOf(held)).waits(6).does("wobbled", { type: "wobble", what: "near_fall" });
  assert.equal(fell.exercise, "seated");
});

test("the person who must be there says so, before the exercise can begin", () => {
  const played = new Played(timelineOf(HEEL_RAISE), { helper: "arms_reach" });
  played.timeline = timelineOf([way("heel-raise", { helper: "arms_reach", conditions: playedFrom(4, "arms_reach") })]);
  played.byItself = true;
  played.does("go").waits(300);
  assert.equal(played.kind, "set_up");
  assert.equal(played.does("go").kind, "set_up");
  assert.equal(played.does("beside").waits(20).kind, "ready");
});

test("without hands a session goes on by itself to its end", () => {
  const played = new Played(timelineOf(SQUAT, HEEL_RAISE));
  played.byItself = true;
  played.does("go").waits(20 + 75 + 10);
  assert.equal(played.state.screen, "effort");
  assert.deepEqual(played.done, [["squat-free", "full", 2]]);
});

test("getting up from lying and changing place come first, where they are needed", () => {
  const script = [step("get_up", 60), step("change_place", 20), ...TWO_SETS];
  const lying = way("bridge", { script, posture: "lying", place: "bed", seated: true });
  const up = way("squat", { script });
  const played = new Played(timelineOf([lying], [up], [up])).does("go");
  assert.equal(played.kind, "change_place");
  played.waits(20).does("go", "skip");
  assert.equal(played.kind, "get_up");
  assert.equal(played.waits(60).kind, "change_place");
  played.waits(20).does("go", "skip");
  assert.equal(played.kind, "set_up");
});

test("old answers play the base routine only when it is asked for", () => {
  const gentle = way("breathing", { conditions: { rows: [], on_old_answers: true, max_age_minutes: 240 } });
  const played = new Played(timelineOf([...SQUAT, gentle]), { age_minutes: 500 }).does("go");
  assert.equal(played.state.screen, "ask_again");
  assert.equal(played.does("gentle").exercise, "breathing");
});

test("a check-in on the device is three taps, and makes a report and fresh facts", () => {
  const played = new Played(timelineOf(SQUAT), { age_minutes: 500 }).does("go", "check_in");
  const tapped = (name: string, value: unknown): Event => ({ type: "answer", name, value });
  played.does(tapped("news", false), tapped("energy", 7), tapped("helper", "none"));
  assert.equal(played.state.screen, "step");
  assert.equal(played.state.reports[0]?.answers.pain, 1);
  assert.equal(played.state.known?.facts.energy, 7);
});

test("illness told on the device means rest, and going back asks the question before again", () => {
  const played = new Played(timelineOf(SQUAT)).does("check_in");
  const tapped = (name: string, value: unknown): Event => ({ type: "answer", name, value });
  played.does(tapped("news", true), tapped("feeling_ill", true), "back", tapped("feeling_ill", true));
  played.does(tapped("falls_since_last", 0), tapped("energy", 7), tapped("helper", "none"));
  assert.equal(played.state.screen, "rest_today");
});

test("stopping in the settings or a check-in leads back there, and from there back where it was", () => {
  const played = new Played(timelineOf(SQUAT)).does("settings", "stop", "mistake");
  assert.equal(played.state.screen, "settings");
  assert.equal(played.does("settings").state.screen, "check_list");
  played.facts = { ...GOOD_DAY, age_minutes: 500 };
  played.does("go", "check_in", "stop", "mistake");
  assert.equal(played.state.screen, "check_in");
  assert.equal(played.does("back").state.screen, "ask_again");
});

test("finishing where answers grew old keeps what was done", () => {
  const played = begun().waits(5 + 20).does("pause");
  played.facts = { ...GOOD_DAY, age_minutes: 300 };
  played.does("go", "finish");
  assert.deepEqual(played.done, [["squat-free", "part", 1]]);
  assert.deepEqual(played.does("stop", "finish").done, [["squat-free", "part", 1]]);
});
