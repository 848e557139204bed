// The play: a target to lean to, held for a moment, then back to the middle and the other side.
import type { Game } from "../shared/schema.ts";
import { leanAgain } from "./guided.ts";
import { logged } from "./log.ts";
import { isAfter, playedMs, say, to } from "./moves.ts";
import { leanOf } from "./sides.ts";
import { turnBetween } from "./tilt.ts";
import type { Now, State } from "./types.ts";

// A hold is not lost by a little less than what reached the target.
const STILL_THERE = 0.8;

/** Where the body is: -1 is all of its own range to the left, 1 to the right; 0 while nothing is measured. */
export function leanNow(state: State): number {
  if (!state.measured || state.tilt === null || state.middle === null || state.sides === null) return 0;
  return leanOf(turnBetween(state.middle, state.tilt.pose), state.sides);
}

export function nextTarget(game: Game, state: State, now: Now): State {
  if (state.targets >= game.pace.targets || isTimeUp(game, state, now)) return end(game, state, now);
  const side = state.targets % 2 === 0 ? "left" : "right";
  const aimed: State = { ...state, side, targets: state.targets + 1, wentOther: false, saidFar: false, saidHold: false };
  return to(aimed, "target", now, [game.say[side]], side);
}

/** What a lean does while a target is up. */
export function reach(game: Game, state: State, now: Now): State {
  const { pace } = game;
  const along = state.side === "left" ? -leanNow(state) : leanNow(state);
  if (along > 1 && !state.saidFar) return say({ ...state, saidFar: true }, [game.say.far]);
  if (along < pace.share * STILL_THERE) return { ...state, steadySince: null, wentOther: state.wentOther || along <= -pace.share };
  if (along < pace.share && state.steadySince === null) return state;
  const steadySince = state.steadySince ?? now.ms;
  if (now.ms - steadySince >= pace.held_s * 1000) return shifted(game, state, now);
  return sayHold(game, { ...state, steadySince });
}

/** What the clock does to a target and to the way back. */
export function playOn(game: Game, state: State, now: Now): State {
  const { pace } = game;
  if (state.screen === "middle") return isBack(game, state, now) ? nextTarget(game, state, now) : state;
  if (state.measured) {
    return isAfter(state, now, pace.target_s) || isTimeUp(game, state, now) ? letGo(game, state, now) : state;
  }
  if (isAfter(state, now, pace.voice_lean_s)) return shifted(game, state, now);
  return isAfter(state, now, pace.voice_hold_at_s) ? sayHold(game, state) : state;
}

function sayHold(game: Game, state: State): State {
  return state.saidHold ? state : say({ ...state, saidHold: true }, [game.say.hold]);
}

function shifted(game: Game, state: State, now: Now): State {
  return to({ ...state, shifts: state.shifts + 1, otherSide: 0 }, "middle", now, [game.say.held]);
}

/** A target that was not reached is no matter, unless it was met on the other side time and again. */
function letGo(game: Game, state: State, now: Now): State {
  const otherSide = state.wentOther ? state.otherSide + 1 : 0;
  if (otherSide >= game.pace.other_side) return leanAgain(game, state, game.say.other_side, now);
  return to({ ...state, otherSide }, "middle", now, [game.say.back]);
}

function isBack({ pace }: Game, state: State, now: Now): boolean {
  const isThere = Math.abs(leanNow(state)) <= pace.middle_share;
  return isAfter(state, now, isThere ? pace.middle_s : pace.middle_at_most_s);
}

const isTimeUp = ({ pace }: Game, state: State, now: Now): boolean => playedMs(state, now.ms) >= pace.play_s * 1000;

function end(game: Game, state: State, now: Now): State {
  return to(logged(game, state, true, now), "done", now, [summary(game, state.shifts)]);
}

export function summary({ say: words }: Game, shifts: number): string {
  if (shifts === 0) return words.shifts_none;
  return shifts === 1 ? words.shifts_one : words.shifts_many.replace("{shifts}", String(shifts));
}
