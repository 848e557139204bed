// May an item be played now? The twin of handrail.safety.conditions; both pass
// tests/vectors/conditions.json.
import { type Conditions, type Facts, HelperNear, type Row } from "../shared/schema.ts";

const WORST: Facts = {
  helper: "none",
  energy: 0,
  pain: 10,
  hot: true,
  recent_dose: true,
  fall: true,
  feeling_ill: true,
  new_symptom: true,
  age_minutes: Infinity,
};

/** Whether the conditions are met; a fact that is missing counts as the worst. */
export function holds(conditions: Conditions, known: Partial<Facts>): boolean {
  const told = Object.entries(known).filter(([, value]) => value != null);
  const facts: Facts = { ...WORST, ...Object.fromEntries(told) };
  if (facts.feeling_ill || facts.new_symptom) return false;
  if (isStale(conditions, facts)) return conditions.on_old_answers;
  return conditions.rows.some((row) => isMet(row, facts));
}

/** Whether the answers are too old to play by, or from a time that a wrong clock made up. */
export function isStale(conditions: Conditions, facts: Facts): boolean {
  return !(facts.age_minutes >= 0 && facts.age_minutes <= conditions.max_age_minutes);
}

function isMet(row: Row, facts: Facts): boolean {
  return (
    HelperNear.indexOf(facts.helper) >= HelperNear.indexOf(row.helper) &&
    facts.energy >= row.energy &&
    facts.pain <= row.pain &&
    (!facts.hot || row.hot) &&
    (!facts.recent_dose || row.recent_dose) &&
    (!facts.fall || row.fall)
  );
}
