import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Answers, CheckInForm, CheckInReport, Facts } from "../shared/schema.ts";
import { factsOf, meaningOf, reportOf } from "./checkin.ts";
import { FORM, question } from "./playing.ts";

interface Vector {
  name: string;
  answers: Answers;
  sedating_window_minutes: number | null;
  facts: Facts;
}

const VECTORS = new URL("../../tests/vectors/facts.json", import.meta.url);

for (const vector of JSON.parse(readFileSync(VECTORS, "utf8")) as Vector[]) {
  test(`facts: ${vector.name}`, () => {
    const report = { answers: vector.answers } as CheckInReport;
    assert.deepEqual(factsOf(report, vector.sedating_window_minutes), vector.facts);
  });
}

const RESTART = question("restarted", { choices: [choice(true, "Read first."), choice(false, "")] });
const ASKS: CheckInForm = { ...FORM, new: [...FORM.new, RESTART] };

function choice(value: boolean, advice: string) {
  return { value, label: String(value), small: "", advice, emergency: false };
}

for (const [restarted, blocked] of [
  [true, true],
  [false, false],
] as const) {
  test(`a stay in hospital or a new dose, ${restarted}: it is told, and ${blocked ? "nothing" : "as much as else"} is played`, () => {
    const told = { news: true, new_symptom: false, feeling_ill: false, falls_since_last: 0, energy: 7, restarted };
    const report = reportOf(ASKS, told, "id", "2026-11-24T12:00:00Z");
    assert.equal(report.restarted, restarted);
    assert.equal(factsOf({ ...report, answers: { ...report.answers, new_symptom: false } }, null).new_symptom, blocked);
    assert.deepEqual(meaningOf(ASKS, told), { advice: blocked ? ["Read first."] : [], emergency: false });
  });
}

test("where nothing is new it is not asked, and not told", () => {
  assert.equal(reportOf(ASKS, { news: false, energy: 7 }, "id", "2026-11-24T12:00:00Z").restarted, null);
});
