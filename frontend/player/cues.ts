// Which cues of a step are due. Python wrote them; here they only meet the clock.
import type { Cue, Step } from "../shared/schema.ts";

// What a device slept through is not said afterwards.
const TOO_LATE_MS = 1500;

/** The cues after `from` up to `to`, both milliseconds of the step. */
export function dueCues(step: Step, from: number, to: number): readonly Cue[] {
  const earliest = Math.max(from, to - TOO_LATE_MS);
  return step.cues.filter((cue) => cue.at_s * 1000 > earliest && cue.at_s * 1000 <= to);
}
