import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInForm, Conditions, Facts, HelperNear, Log, Question, Step, Timeline, Way } from "../shared/schema.ts";
import { elapsedMs, reduce } from "./state.ts";
import { type Event, type Now, START, type State } from "./types.ts";
import { stepOf, wayOf } from "./ways.ts";

const GOOD_DAY: Facts = {
  helper: "none",
  energy: 7,
  pain: 1,
  hot: false,
  recent_dose: false,
  fall: false,
  feeling_ill: false,
  new_symptom: false,
  age_minutes: 5,
};

const playedFrom = (energy: number, helper: HelperNear = "none"): Conditions => ({
  rows: [{ helper, energy, pain: 3, hot: false, recent_dose: false, fall: false }],
  on_old_answers: false,
  max_age_minutes: 240,
});

const step = (kind: Step["kind"], seconds: number, more: Partial<Step> = {}): Step => ({
  kind,
  seconds,
  side: null,
  set: 1,
  reps: null,
  rep_s: null,
  hold: null,
  cues: [],
  ...more,
});

const TWO_SETS = [
  step("set_up", 20),
  step("ready", 5),
  step("work", 20, { reps: 10, rep_s: 2 }),
  step("rest", 30, { set: 2 }),
  step("work", 20, { reps: 10, rep_s: 2, set: 2 }),
];

const way = (exercise: string, more: Partial<Way> = {}): Way => ({
  exercise,
  ladder: "squats",
  name: exercise,
  dose: "",
  why: "",
  seated: false,
  posture: "up",
  place: "kitchen_bench",
  support: "two_hands",
  helper: "none",
  side: null,
  sets: 2,
  reps: 10,
  hold_s: null,
  duration_s: null,
  holding: "",
  standing_by: "",
  setup: [],
  steps: [],
  cues: [],
  breathing: "",
  stop_signs: [],
  figure: null,
  motion: null,
  conditions: playedFrom(4),
  script: TWO_SETS,
  ...more,
});

const SQUAT = [
  way("squat-free"),
  way("squat-two-hands", { conditions: playedFrom(4) }),
  way("sit-to-stand", { seated: true, conditions: playedFrom(3) }),
];
const HEEL_RAISE = [way("heel-raise", { conditions: playedFrom(4, "arms_reach") })];

const timelineOf = (...items: Way[][]): Timeline => ({
  moment: "while the kettle boils",
  place: "kitchen_bench",
  check_list: [],
  sit_down: [],
  emergency: "",
  call: { numbers: ["112"], said: "" },
  finish: [],
  items,
});

const question = (name: string, more: Partial<Question> = {}): Question => ({
  name,
  text: name,
  help: "",
  choices: [],
  many: false,
  after_fall: false,
  ...more,
});

const FORM: CheckInForm = {
  news: question("news"),
  new: [question("feeling_ill"), question("falls_since_last"), question("injured", { after_fall: true })],
  always: [question("energy"), question("helper")],
  nothing_new: {
    feeling_ill: false,
    new_symptom: false,
    falls_since_last: 0,
    pain: 1,
    energy: null,
    stiffness: 1,
    hot: false,
    minutes_since_sedating_dose: null,
    helper: null,
    signs: [],
  },
  sedating_window_minutes: null,
};

/** Plays events on a timeline by a clock of its own. */
class Played {
  state: State = START;
  timeline: Timeline;
  facts: Facts;
  ms = 0;
  ids = 0;
  byItself = false;

  constructor(timeline: Timeline, facts: Partial<Facts> = {}) {
    this.timeline = timeline;
    this.facts = { ...GOOD_DAY, ...facts };
  }

  now(): Now {
    return {
      ms: this.ms,
      iso: new Date(this.ms).toISOString(),
      facts: this.facts,
      session: "s",
      newId: () => `log-${++this.ids}`,
      byItself: this.byItself,
    };
  }

  does(...events: (Event["type"] | Event)[]): this {
    for (const event of events) {
      const told = typeof event === "string" ? ({ type: event } as Event) : event;
      this.state = reduce({ timeline: this.timeline, form: FORM }, this.state, told, this.now());
    }
    return this;
  }

  waits(seconds: number): this {
    for (let left = seconds * 1000; left > 0; left -= 250) {
      this.ms += Math.min(left, 250);
      this.does("tick");
    }
    return this;
  }

  sleeps(seconds: number): this {
    this.ms += seconds * 1000;
    return this.does("tick");
  }

  get exercise() {
    return wayOf(this.timeline, this.state)?.exercise;
  }

  get kind() {
    return stepOf(this.timeline, this.state)?.kind;
  }

  get done() {
    return this.state.logs.map((log) => [log.exercise, log.done, log.sets]);
  }

  log(exercise: string): Log {
    const found = this.state.logs.find((log) => log.exercise === exercise);
    assert.ok(found, `no log of ${exercise}`);
    return found;
  }
}

const begun = (timeline = timelineOf(SQUAT), facts: Partial<Facts> = {}) =>
  new Played(timeline, facts).does("go", "go");

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
