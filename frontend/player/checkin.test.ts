import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Answers, CheckInReport, Facts } from "../shared/schema.ts";
import { factsOf } from "./checkin.ts";

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
