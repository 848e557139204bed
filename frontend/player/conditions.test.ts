import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Conditions, Facts } from "../shared/schema.ts";
import { holds } from "./conditions.ts";

interface Vector {
  name: string;
  conditions: Conditions;
  facts: Partial<Facts>;
  holds: boolean;
}

const VECTORS = new URL("../../tests/vectors/conditions.json", import.meta.url);

for (const vector of JSON.parse(readFileSync(VECTORS, "utf8")) as Vector[]) {
  test(`conditions: ${vector.name}`, () => {
    assert.equal(holds(vector.conditions, vector.facts), vector.holds);
  });
}
