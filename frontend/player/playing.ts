// For tests: timelines made by saying what matters in them, and somebody who plays them by a clock of its own.
import assert from "node:assert/strict";
import type { CheckInForm, Conditions, Facts, HelperNear, Log, Question, Step, Timeline, Way } from "../shared/schema.ts";
import { reduce } from "./state.ts";
import { type Event, type Now, START, type State } from "./types.ts";
import { NOTHING_UNREAD, type Unread } from "./unread.ts";
import { stepOf, wayOf } from "./ways.ts";

export const GOOD_DAY: Facts = {
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

export const playedFrom = (energy: number, helper: HelperNear = "none"): Conditions => ({
  rows: [{ helper, energy, pain: 3, hot: false, recent_dose: false, fall: false }],
  on_old_answers: false,
  max_age_minutes: 240,
});

export const step = (kind: Step["kind"], seconds: number, more: Partial<Step> = {}): Step => ({
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

export const TWO_SETS = [
  step("set_up", 20),
  step("ready", 5),
  step("work", 20, { reps: 10, rep_s: 2 }),
  step("rest", 30, { set: 2 }),
  step("work", 20, { reps: 10, rep_s: 2, set: 2 }),
];

export const way = (exercise: string, more: Partial<Way> = {}): Way => ({
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

export const SQUAT = [
  way("squat-free"),
  way("squat-two-hands", { conditions: playedFrom(4) }),
  way("sit-to-stand", { seated: true, conditions: playedFrom(3) }),
];
export const HEEL_RAISE = [way("heel-raise", { conditions: playedFrom(4, "arms_reach") })];

export const timelineOf = (...items: Way[][]): Timeline => ({
  moment: "while the kettle boils",
  place: "kitchen_bench",
  check_list: [],
  sit_down: [],
  emergency: "",
  call: { numbers: ["112"], said: "" },
  finish: [],
  items,
});

export const question = (name: string, more: Partial<Question> = {}): Question => ({
  name,
  text: name,
  help: "",
  choices: [],
  many: false,
  after_fall: false,
  ...more,
});

export const FORM: CheckInForm = {
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
export class Played {
  state: State = START;
  timeline: Timeline;
  facts: Facts;
  ms = 0;
  ids = 0;
  byItself = false;
  unread: Unread = NOTHING_UNREAD;

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
      this.state = reduce({ timeline: this.timeline, form: FORM, unread: this.unread }, this.state, told, this.now());
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

export const begun = (timeline = timelineOf(SQUAT), facts: Partial<Facts> = {}) =>
  new Played(timeline, facts).does("go", "go");
