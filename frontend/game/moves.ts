// From screen to screen, with what is said on the way.
import type { Side } from "../shared/schema.ts";
import type { Now, Screen, State } from "./types.ts";

const PLAY: readonly Screen[] = ["target", "middle"];
/** The screens in which the body moves as it is told. */
export const MOVING: readonly Screen[] = ["lean", "lean_back", ...PLAY];
/** The screens in which a clock runs. */
export const ACTIVE: readonly Screen[] = ["take_hold", "quiet", "wobble", ...MOVING];

export function to(state: State, screen: Screen, now: Now, lines: readonly string[] = [], tone: Side | null = null): State {
  const moved = { ...state, screen, since: now.ms, played: playedMs(state, now.ms), steadySince: null };
  return lines.length > 0 ? say(moved, lines, tone) : moved;
}

export function say(state: State, lines: readonly string[], tone: Side | null = null): State {
  return { ...state, said: { turn: state.said.turn + 1, lines, tone } };
}

/** Milliseconds of leaning and coming back so far. */
export function playedMs(state: State, ms: number): number {
  return state.played + (PLAY.includes(state.screen) ? ms - state.since : 0);
}

export const isAfter = (state: State, now: Now, seconds: number): boolean => now.ms - state.since >= seconds * 1000;
