// What was done of one way, as a log.
import type { Done, Log, Way } from "../shared/schema.ts";
import type { Now, State } from "./types.ts";

export function logOf(way: Way, state: State, now: Now): Log {
  return {
    id: now.newId(),
    session: now.session,
    position: state.item,
    exercise: way.exercise,
    done: doneOf(way, state),
    started: state.started,
    finished: now.iso,
    side: way.side,
    sets: wholeSets(way, state.worked),
    reps: way.reps,
    hold_s: way.hold_s,
    support: way.support,
    effort: null,
    pain: null,
    touches: null,
    near_fall: null,
    fall: null,
    form_ok: null,
    corrects: state.corrects,
  };
}

function workSteps(way: Way): number[] {
  return way.script.flatMap((step, index) => (step.kind === "work" ? [index] : []));
}

/** Whether anything of the current way was done; losing balance in it is something. */
export function hasBegun(state: State): boolean {
  return state.worked.length > 0 || state.told.some((one) => one.position === state.item);
}

function doneOf(way: Way, state: State): Done {
  if (!hasBegun(state)) return "none";
  return state.worked.length === workSteps(way).length ? "full" : "part";
}

/** Sets of which every side and every hold was worked. */
function wholeSets(way: Way, worked: readonly number[]): number {
  const unfinished = new Set(
    workSteps(way)
      .filter((index) => !worked.includes(index))
      .map((index) => way.script[index]?.set),
  );
  return way.sets - unfinished.size;
}
