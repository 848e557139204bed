// What was told during and after the work, written into the logs of what was done.
import type { Log } from "../shared/schema.ts";
import type { Now, State, Told } from "./types.ts";

/** The logs with what is known by now. A log that changes gets a new id and corrects the old one. */
export function withAnswers(state: State, now: Now): readonly Log[] {
  return state.logs.map((log) => {
    if (log.done === "none") return log;
    const known = told(log, state, now);
    const same = Object.entries(known).every(([name, value]) => log[name as keyof Log] === value);
    return same ? log : { ...known, id: now.newId(), corrects: log.id };
  });
}

/** A log with what was told. What was not told stays null until the person says that nothing else happened. */
export function told(log: Log, state: State, now: Now): Log {
  const about = state.told.filter((one) => one.position === null || one.position === log.position);
  const count = (what: Told["what"]) => about.filter((one) => one.what === what).length;
  const unless = <Value>(what: Told["what"], then: Value, otherwise: Value) => {
    if (count(what) > 0) return then;
    return state.nothingElse ? otherwise : null;
  };
  const pain = about.findLast((one) => one.what === "pain")?.pain ?? null;
  return {
    ...log,
    effort: state.effort,
    touches: unless("grabbed", count("grabbed"), 0),
    form_ok: unless("form", false, true),
    pain: unless<number | null>("pain", pain, now.facts.pain),
    near_fall: unless("near_fall", true, false),
    fall: unless("fall", true, false),
  };
}
