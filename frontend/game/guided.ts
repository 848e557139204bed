// Before the play: the middle is found in quiet, the sides by one guided lean to each.
import type { Game, Side } from "../shared/schema.ts";
import { isAfter, to } from "./moves.ts";
import { sidesFrom } from "./sides.ts";
import { angleBetween, length, speedOf, turnBetween } from "./tilt.ts";
import type { Now, State } from "./types.ts";

const NO_LEANS = { left: [0, 0, 0], right: [0, 0, 0] } as const;

/** The middle, once it was quiet for long enough; a phone that slid has its sides told anew. */
export function findMiddle({ pace, motion, say }: Game, state: State, now: Now): State {
  const tilt = state.tilt!;
  const steadySince = speedOf(tilt, motion) <= motion.quiet_dps ? (state.steadySince ?? now.ms) : null;
  if (steadySince === null || now.ms - steadySince < pace.quiet_s * 1000) return { ...state, steadySince };
  const slid = state.middle !== null && angleBetween(state.middle, tilt.pose) > motion.moved_deg;
  const found = { ...state, middle: tilt.pose };
  if (state.sides !== null && !slid) return to(found, "middle", now, [say.begin]);
  return to({ ...found, sides: null, leans: NO_LEANS, side: "left" }, "lean", now, [say.first_left], "left");
}

/** Keeps the furthest turn of a guided lean. */
export function keepFurthest(state: State): State {
  const turn = turnBetween(state.middle!, state.tilt!.pose);
  if (length(turn) <= length(state.leans[state.side])) return state;
  return { ...state, leans: { ...state.leans, [state.side]: turn } };
}

/** A lean, and the way back from it, take their time; the left one comes first. */
export function guide(game: Game, state: State, now: Now): State {
  const { pace, say } = game;
  if (state.screen === "lean" && isAfter(state, now, pace.lean_s)) {
    return state.side === "left" ? to(state, "lean_back", now, [say.back]) : tellSides(game, state, now);
  }
  if (state.screen !== "lean_back" || !isAfter(state, now, pace.lean_back_s)) return state;
  const side: Side = state.side === "left" ? "right" : "left";
  return to({ ...state, side }, "lean", now, [side === "left" ? say.first_left : say.then_right], side);
}

function tellSides(game: Game, state: State, now: Now): State {
  const sides = sidesFrom(state.leans.left, state.leans.right, game.motion);
  if (sides === null) return leanAgain(game, state, game.say.alike, now);
  return to({ ...state, sides, otherSide: 0 }, "middle", now, [game.say.back, game.say.begin]);
}

/** Back to the middle and both leans once more; after some tries the phone is not followed any more. */
export function leanAgain({ pace, say }: Game, state: State, why: string, now: Now): State {
  const again: State = { ...state, sides: null, leans: NO_LEANS, tries: state.tries + 1, otherSide: 0, side: "right" };
  if (again.tries >= pace.tries) return to(again, "unmeasured", now, [say.back, say.unmeasured]);
  return to(again, "lean_back", now, [say.back, why]);
}
