// What is known about the body now, and how old that is.
import type { Facts } from "../shared/schema.ts";
import type { Known } from "./types.ts";

/** The wall clock now and when the page was loaded, and the milliseconds between by the monotonic clock. */
export interface Clocks {
  readonly wall: number;
  readonly loadedWall: number;
  readonly passedMs: number;
}

/** The newest facts, as old as they are by whichever clock ran longer; told in the future, their age is unknown. */
export function factsNow(page: Known, here: Known | null, clocks: Clocks): Facts {
  const ages = [page, ...(here === null ? [] : [here])].map((known) => ({ facts: known.facts, age: ageMs(known, clocks) }));
  const newest = ages.reduce((best, one) => (best.age <= one.age ? best : one));
  return { ...newest.facts, age_minutes: Number.isFinite(newest.age) ? newest.age / 60_000 : NaN };
}

function ageMs({ told }: Known, { wall, loadedWall, passedMs }: Clocks): number {
  const then = Date.parse(told);
  return wall < then ? Infinity : Math.max(wall - then, loadedWall - then + passedMs);
}
