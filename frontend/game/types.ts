// What the game remembers, and what can happen to it.
import type { Facts, Log, Side } from "../shared/schema.ts";
import type { Sides } from "./sides.ts";
import type { Sample, Tilt, Vector } from "./tilt.ts";

export type Screen =
  | "start"
  | "refused"
  | "take_hold"
  | "quiet"
  | "lean"
  | "lean_back"
  | "target"
  | "middle"
  | "wobble"
  | "paused"
  | "unmeasured"
  | "sitting"
  | "done";

/** What was said last, and with which tone; `turn` counts, so that the same sentence can be said again. */
export interface Said {
  readonly turn: number;
  readonly lines: readonly string[];
  readonly tone: Side | null;
}

export interface State {
  readonly screen: Screen;
  /** The screen behind "sitting". */
  readonly behind: Screen;
  /** Whether the phone's tilt is followed; otherwise the clock alone leads. */
  readonly measured: boolean;
  /** When this screen began, on the monotonic clock. */
  readonly since: number;
  /** Milliseconds of play before this screen. */
  readonly played: number;
  readonly side: Side;
  readonly tilt: Tilt | null;
  /** The pose in the middle; turns are told from here. */
  readonly middle: Vector | null;
  /** The furthest turn of each guided lean. */
  readonly leans: Readonly<Record<Side, Vector>>;
  readonly sides: Sides | null;
  readonly tries: number;
  /** Since when it has been quiet, held at the target, or in the middle. */
  readonly steadySince: number | null;
  /** Whether this target was met on the other side, gone beyond, or its hold was said. */
  readonly wentOther: boolean;
  readonly saidFar: boolean;
  readonly saidHold: boolean;
  readonly otherSide: number;
  readonly targets: number;
  readonly shifts: number;
  readonly wobbles: number;
  /** Whether two wobbles ended it. */
  readonly over: boolean;
  readonly started: string;
  readonly log: Log | null;
  readonly said: Said;
}

export type Event =
  | { readonly type: "start"; readonly measured: boolean }
  | { readonly type: "sample"; readonly sample: Sample }
  | { readonly type: "tick" | "wobbled" | "pause" | "go_on" | "by_voice" | "stop" | "mistake" | "finish" };

/** What an event happens in: clocks, today's facts as old as they are now, and a maker of ids. */
export interface Now {
  readonly ms: number;
  readonly iso: string;
  readonly facts: Facts;
  readonly session: string;
  readonly newId: () => string;
}

export const START: State = {
  screen: "start",
  behind: "start",
  measured: false,
  since: 0,
  played: 0,
  side: "left",
  tilt: null,
  middle: null,
  leans: { left: [0, 0, 0], right: [0, 0, 0] },
  sides: null,
  tries: 0,
  steadySince: null,
  wentOther: false,
  saidFar: false,
  saidHold: false,
  otherSide: 0,
  targets: 0,
  shifts: 0,
  wobbles: 0,
  over: false,
  started: "",
  log: null,
  said: { turn: 0, lines: [], tone: null },
};
