// The last questions: what was told, written into the logs of what was done.
import type { Log } from "../shared/schema.ts";
import type { Now, State, Told } from "./types.ts";

/** The logs with what is known by now. A log that changes gets a new id and corrects the old one. */
export function withAnswers(state: State, now: Now): readonly Log[] {
  return state.logs.map((log) => {
    if (log.done === "none") return log;
    const answers = answersFor(log, state, now);
    const same = Object.entries(answers).every(([name, value]) => log[name as keyof Log] === value);
    return same ? log : { ...log, ...answers, id: now.newId(), corrects: log.id };
  });
}

/** What was not told stays null until the person says that nothing else happened. */
function answersFor(log: Log, state: State, now: Now) {
  const told = state.told.filter((one) => one.position === null || one.position === log.position);
  const has = (what: Told["what"]) => told.some((one) => one.what === what);
  const unless = <Value>(what: Told["what"], then: Value, otherwise: Value) => {
    if (has(what)) return then;
    return state.nothingElse ? otherwise : null;
  };
  const pain = told.findLast((one) => one.what === "pain")?.pain ?? null;
  return {
    effort: state.effort,
    touches: unless("grabbed", 1, 0),
    form_ok: unless("form", false, true),
    pain: unless<number | null>("pain", pain, now.facts.pain),
    near_fall: unless("near_fall", true, false),
    fall: unless("fall", true, false),
  };
}
