// How old answers are: told by the clock on the wall and by the page's own, whichever ran longer.
import type { Facts } from "./schema.ts";

/** Facts, and when they were told by a clock on the wall. */
export interface Known {
  readonly facts: Facts;
  readonly told: string;
}

/** The wall clock now and when the page was loaded, and the milliseconds between by the monotonic clock. */
export interface Clocks {
  readonly wall: number;
  readonly loadedWall: number;
  readonly passedMs: number;
}

/** When a page was loaded, by both clocks. */
export const loadedNow = () => ({ ms: performance.now(), wall: Date.now() });

export function clocksNow(loaded: ReturnType<typeof loadedNow>): Clocks {
  return { wall: Date.now(), loadedWall: loaded.wall, passedMs: performance.now() - loaded.ms };
}

/** The newest of some facts, as old as they are now; told in the future, their age is unknown. */
export function factsNow(told: readonly [Known, ...Known[]], clocks: Clocks): Facts {
  const ages = told.map((known) => ({ facts: known.facts, age: ageMs(known, clocks) }));
  const newest = ages.reduce((best, one) => (best.age <= one.age ? best : one));
  return { ...newest.facts, age_minutes: Number.isFinite(newest.age) ? newest.age / 60_000 : NaN };
}

function ageMs({ told }: Known, { wall, loadedWall, passedMs }: Clocks): number {
  const then = Date.parse(told);
  return wall < then ? Infinity : Math.max(wall - then, loadedWall - then + passedMs);
}
