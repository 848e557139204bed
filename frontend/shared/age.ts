// How old answers are: told by the clock on the wall and by the page's own, whichever ran longer.
import type { Facts } from "./schema.ts";

/** Facts, and when they were told by a clock on the wall. */
export interface Known {
  readonly facts: Facts;
  readonly told: string;
}

/** When a page was loaded, by both clocks. */
export const loadedNow = () => ({ ms: performance.now(), wall: Date.now() });

/** The facts as old as they are now; told in the future, their age is unknown. */
export function aged({ facts, told }: Known, loaded: ReturnType<typeof loadedNow>): Facts {
  const since = Date.parse(told);
  const slept = loaded.wall - since + performance.now() - loaded.ms;
  const age = Date.now() < since ? NaN : Math.max(Date.now() - since, slept);
  return { ...facts, age_minutes: age / 60_000 };
}
