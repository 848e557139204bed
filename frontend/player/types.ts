// What the player remembers, and what can happen to it.
import type { Facts, Log } from "../shared/schema.ts";

export type Screen =
  | "check_list"
  | "step"
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

/** Where a way was left, so that Back can return to it, and the log written then. */
export interface Left {
  readonly item: number;
  readonly way: number;
  readonly step: number;
  readonly worked: readonly number[];
  readonly started: string;
  readonly log: string | null;
}

export interface State {
  readonly screen: Screen;
  /** The screen behind "sitting". */
  readonly behind: Screen;
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
  readonly alone: boolean;
  readonly seatedOnly: boolean;
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
  | "stop"
  | "mistake"
  | "go_on_seated"
  | "finish"
  | "nothing_else";

export type Event =
  | { readonly type: Plain }
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
}

export const START: State = {
  screen: "check_list",
  behind: "check_list",
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
  alone: false,
  seatedOnly: false,
  logs: [],
  effort: null,
  told: [],
  nothingElse: false,
};
