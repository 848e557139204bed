// The check-in on this device: what to ask next, and what the answers come to.
import type { Answers, CheckInForm, CheckInReport, Facts, Question } from "../shared/schema.ts";
import type { Answered } from "./types.ts";

const OF_THE_REPORT = ["near_falls", "injured", "can_rise_alone", "restarted"];

/** The next question that has no answer yet; undefined when all is told. */
export function nextQuestion(form: CheckInForm, told: Answered): Question | undefined {
  return questions(form, told).find((question) => !(question.name in told));
}

/** The answers without the last one, for going back. */
export function withoutLast(form: CheckInForm, told: Answered): Answered {
  const last = questions(form, told).findLast((question) => question.name in told);
  return Object.fromEntries(Object.entries(told).filter(([name]) => name !== last?.name));
}

function questions(form: CheckInForm, told: Answered): readonly Question[] {
  const fell = Number(told["falls_since_last"] ?? 0) > 0;
  const more = told[form.news.name] === true ? form.new.filter((question) => !question.after_fall || fell) : [];
  return [form.news, ...more, ...form.always];
}

/** What the chosen answers mean, and whether one of them calls for help now. */
export function meaningOf(form: CheckInForm, told: Answered) {
  const chosen = form.new.flatMap(({ name, choices }) => choices.filter(({ value }) => [told[name]].flat().includes(value)));
  return { advice: chosen.map((choice) => choice.advice).filter(Boolean), emergency: chosen.some((choice) => choice.emergency) };
}

export function reportOf(form: CheckInForm, told: Answered, id: string, at: string): CheckInReport {
  const names = Object.keys(form.nothing_new);
  const unchanged = told[form.news.name] === true ? nothing(names) : form.nothing_new;
  const answers = Object.fromEntries(names.map((name) => [name, told[name] ?? unchanged[name as keyof Answers]]));
  const others = Object.fromEntries(OF_THE_REPORT.map((name) => [name, told[name] ?? null]));
  return {
    ...(others as Pick<CheckInReport, "injured" | "can_rise_alone" | "restarted">),
    id,
    told: at,
    answers: answers as unknown as Answers,
    near_falls: Number(told["near_falls"] ?? 0),
  };
}

const nothing = (names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, name === "signs" ? [] : null]));

/**
 * The facts that a report told of; the twin of handrail.session.timeline.facts_of, by tests/vectors/facts.json.
 * After a stay in hospital or a new dose nothing is played, as with a new symptom: the lines are read again first.
 */
export function factsOf({ answers, restarted }: CheckInReport, windowMinutes: number | null): Facts {
  const dose = answers.minutes_since_sedating_dose;
  return {
    helper: answers.helper ?? "none",
    energy: answers.energy ?? 0,
    pain: answers.pain ?? 10,
    hot: answers.hot ?? true,
    recent_dose: windowMinutes !== null && (dose === null || dose < windowMinutes),
    fall: answers.falls_since_last !== 0,
    feeling_ill: answers.feeling_ill ?? true,
    new_symptom: (answers.new_symptom ?? true) || answers.signs.length > 0 || restarted === true,
    age_minutes: 0,
  };
}
