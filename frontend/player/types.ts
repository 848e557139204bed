// What the player remembers, and what can happen to it.
import type { Known } from "../shared/age.ts";
import type { CheckInReport, Facts, Log, Place, Posture, Support } from "../shared/schema.ts";

export type Screen =
  | "check_list"
  | "settings"
  | "check_in"
  | "rest_today"
  | "step"
  | "wobble"
  | "no_way"
  | "ask_again"
  | "sitting"
  | "effort"
  | "happened"
  | "which"
  | "how_much"
  | "done";

/** One thing that happened; `position` null means the person is not sure in which exercise. */
export interface Told {
  readonly what: "grabbed" | "form" | "pain" | "near_fall" | "fall";
  readonly position: number | null;
  readonly pain: number | null;
}

/** Balance lost in an exercise, with what was held then. */
export interface Wobble {
  readonly ladder: string;
  readonly support: Support;
  readonly what: "touch" | "step_out" | "near_fall";
}

/** Where a way was left, so that Back can return to it, and the log written then. */
export interface Left {
  readonly item: number;
  readonly way: number;
  readonly step: number;
  readonly worked: readonly number[];
  readonly started: string;
  readonly log: string | null;
}

/** What a check-in on this device has been told so far, by the name of the question. */
export type Answered = Readonly<Record<string, unknown>>;

export interface State {
  readonly screen: Screen;
  /** The screen behind "sitting"; itself where there is no way back. */
  readonly behind: Screen;
  /** The screen that the check-in was asked from. */
  readonly askedFrom: Screen;
  readonly item: number;
  readonly way: number;
  readonly step: number;
  /** Milliseconds of this step, up to `since` on the monotonic clock. */
  readonly elapsed: number;
  readonly since: number;
  readonly running: boolean;
  /** Steps of this way that were worked to their end. */
  readonly worked: readonly number[];
  readonly started: string;
  /** The log that this item's log will replace, after going back. */
  readonly corrects: string | null;
  readonly left: readonly Left[];
  /** Where and how the body was last; null before the first set-up. */
  readonly before: { readonly place: Place; readonly posture: Posture } | null;
  readonly alone: boolean;
  /** Whether the second person of this exercise said that they are there. */
  readonly beside: boolean;
  readonly seatedOnly: boolean;
  /** Whether the answers are old and only the base routine is wanted. */
  readonly gentle: boolean;
  readonly wobbles: readonly Wobble[];
  readonly answered: Answered;
  /** The last check-in on this device, if there was one in this session. */
  readonly known: Known | null;
  readonly reports: readonly CheckInReport[];
  /** The newest log of everything done or skipped, without those they correct. */
  readonly logs: readonly Log[];
  readonly effort: number | null;
  readonly told: readonly Told[];
  readonly nothingElse: boolean;
}

/** An event that says all by its name. */
export type Plain =
  | "tick"
  | "go"
  | "pause"
  | "next"
  | "back"
  | "skip"
  | "easier"
  | "alone"
  | "beside"
  | "wobbled"
  | "stop"
  | "mistake"
  | "settings"
  | "check_in"
  | "gentle"
  | "go_on_seated"
  | "finish"
  | "nothing_else";

export type Event =
  | { readonly type: Plain }
  | { readonly type: "wobble"; readonly what: Wobble["what"] }
  | { readonly type: "answer"; readonly name: string; readonly value: unknown }
  | { readonly type: "effort"; readonly value: number | null }
  | { readonly type: "happened"; readonly what: Told["what"] }
  | { readonly type: "which"; readonly position: number | null }
  | { readonly type: "how_much"; readonly pain: number };

/** What an event happens in: clocks, today's facts as old as they are now, and a maker of ids. */
export interface Now {
  readonly ms: number;
  readonly iso: string;
  readonly facts: Facts;
  readonly session: string;
  readonly newId: () => string;
  /** Whether steps follow each other by themselves, for hands that are on the bench. */
  readonly byItself: boolean;
}

export const START: State = {
  screen: "check_list",
  behind: "check_list",
  askedFrom: "check_list",
  item: 0,
  way: 0,
  step: 0,
  elapsed: 0,
  since: 0,
  running: false,
  worked: [],
  started: "",
  corrects: null,
  left: [],
  before: null,
  alone: false,
  beside: false,
  seatedOnly: false,
  gentle: false,
  wobbles: [],
  answered: {},
  known: null,
  reports: [],
  logs: [],
  effort: null,
  told: [],
  nothingElse: false,
};
