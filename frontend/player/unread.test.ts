import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInReport, Log } from "../shared/schema.ts";
import { FORM, GOOD_DAY, Played, playedFrom, timelineOf, way } from "./playing.ts";
import { knownFrom, NOTHING_UNREAD, unreadIn, withUnread } from "./unread.ts";
import { wayOf } from "./ways.ts";

const report = (more: Partial<CheckInReport> = {}, falls: number | null = 0): CheckInReport => ({
  id: "report",
  told: "2026-11-24T12:00:00Z",
  answers: { ...FORM.nothing_new, energy: 3, helper: "none", falls_since_last: falls },
  near_falls: 0,
  injured: null,
  can_rise_alone: null,
  restarted: null,
  ...more,
});
const log = (id: string, more: Partial<Log>): Log => ({ id, fall: null, corrects: null, ...more }) as Log;

test("nothing told, nothing weighs", () => {
  assert.deepEqual(unreadIn([], []), NOTHING_UNREAD);
  assert.deepEqual(unreadIn([report()], [log("a", { fall: false })]), NOTHING_UNREAD);
  assert.deepEqual(withUnread(GOOD_DAY, NOTHING_UNREAD), GOOD_DAY);
});

test("a fall of an earlier check-in still counts, one that was not asked about does not", () => {
  assert.deepEqual(unreadIn([report({}, 1), report()], []), { fell: true, restarted: false });
  assert.deepEqual(unreadIn([report({}, null)], []), NOTHING_UNREAD);
});

test("a fall of a log counts until it is corrected", () => {
  const fell = log("a", { fall: true });
  assert.equal(unreadIn([], [fell]).fell, true);
  assert.equal(unreadIn([], [fell, log("b", { fall: false, corrects: "a" })]).fell, false);
});

test("after a stay in hospital or a new dose nothing is played until it was read", () => {
  const unread = unreadIn([report({ restarted: true }), report()], []);
  assert.equal(withUnread(GOOD_DAY, unread).new_symptom, true);
});

test("a check-in on the device is held beside what it told before", () => {
  const firm = way("firm", { conditions: { ...playedFrom(5), rows: [{ ...playedFrom(5).rows[0]!, fall: true }] } });
  const played = new Played(timelineOf([way("free", { conditions: playedFrom(5) }), firm]));
  played.unread = { fell: true, restarted: false };
  played.does("check_in");
  for (const [name, value] of [["news", false], ["energy", 7], ["helper", "none"]] as const) {
    played.does({ type: "answer", name, value });
  }
  assert.equal(played.state.known?.facts.fall, true);
  played.facts = played.state.known!.facts;
  played.does("go");
  assert.equal(wayOf(played.timeline, played.state)?.exercise, "firm");
});

test("what was told here later than the page was made is known, and when", () => {
  const [known] = knownFrom([report()], null);
  assert.equal(known?.told, "2026-11-24T12:00:00Z");
  assert.equal(known?.facts.energy, 3);
});
