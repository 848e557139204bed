// What was done, as a log of the exercise that the game stands on.
import type { Game, Log } from "../shared/schema.ts";
import type { Now, State } from "./types.ts";

/** The state with its log; nothing done and no balance lost leaves none, and a log that changes corrects the one before. */
export function logged(game: Game, state: State, ended: boolean, now: Now): State {
  if (state.shifts === 0 && state.wobbles === 0) return state;
  const log = logOf(game, state, ended, now);
  const same = state.log !== null && state.log.reps === log.reps && state.log.touches === log.touches && state.log.done === log.done;
  return same ? state : { ...state, log };
}

function logOf(game: Game, state: State, ended: boolean, now: Now): Log {
  return {
    id: now.newId(),
    session: now.session,
    position: 0,
    exercise: game.exercise,
    done: ended && !state.over && state.shifts >= game.enough ? "full" : "part",
    started: state.started,
    finished: now.iso,
    side: null,
    sets: 1,
    reps: Math.floor(state.shifts / game.shifts_per_rep),
    hold_s: null,
    support: game.support,
    effort: null,
    pain: null,
    // By voice alone nobody looks: no wobble told is no wobble known.
    touches: state.measured || state.wobbles > 0 ? state.wobbles : null,
    near_fall: null,
    fall: null,
    form_ok: null,
    corrects: state.log?.id ?? null,
  };
}
