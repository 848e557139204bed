import assert from "node:assert/strict";
import { test } from "node:test";
import { uuid7 } from "./uuid7.ts";

test("an id says its version, its variant and its millisecond", () => {
  assert.match(uuid7(0x0192_3456_789a), /^01923456-789a-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("ids made in one millisecond differ, and later ones sort after", () => {
  assert.notEqual(uuid7(5), uuid7(5));
  assert.ok(uuid7(1_790_000_000_001) > uuid7(1_790_000_000_000));
});
