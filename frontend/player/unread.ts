// What this device told and the server has not read. Days may pass without a connection, and a week
// that was kept before knows nothing of it: until it is read it weighs on each session here.
import type { Known } from "../shared/age.ts";
import type { CheckInReport, Facts, Log } from "../shared/schema.ts";
import { factsOf } from "./checkin.ts";

/** What outlasts the four hours of a check-in: a fall, a stay in hospital or a new dose. */
export interface Unread {
  readonly fell: boolean;
  readonly restarted: boolean;
}

export const NOTHING_UNREAD: Unread = { fell: false, restarted: false };

export function unreadIn(reports: readonly CheckInReport[], logs: readonly Log[]): Unread {
  const corrected = new Set(logs.map((log) => log.corrects));
  const fellOnIt = logs.some((log) => log.fall === true && !corrected.has(log.id));
  const fell = fellOnIt || reports.some(({ answers }) => (answers.falls_since_last ?? 0) > 0);
  return { fell, restarted: reports.some((report) => report.restarted === true) };
}

/** Facts with what is unread. Where a body may be another, nothing is played, as with a new symptom. */
export function withUnread(facts: Facts, { fell, restarted }: Unread): Facts {
  return { ...facts, fall: facts.fall || fell, new_symptom: facts.new_symptom || restarted };
}

/** The facts of each report, and when they were told: one may be newer than the page. */
export function knownFrom(reports: readonly CheckInReport[], windowMinutes: number | null): readonly Known[] {
  return reports.map((report) => ({ facts: factsOf(report, windowMinutes), told: report.told }));
}
