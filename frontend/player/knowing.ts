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
  const newest = here !== null && Date.parse(here.told) >= Date.parse(page.told) ? here : page;
  const told = Date.parse(newest.told);
  const slept = clocks.loadedWall - told + clocks.passedMs;
  const age = clocks.wall < told ? NaN : Math.max(clocks.wall - told, slept);
  return { ...newest.facts, age_minutes: age / 60_000 };
}
