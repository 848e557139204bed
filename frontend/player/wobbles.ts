// Balance lost means more to hold, for the rest of the ladder.
import { Support, type Way } from "../shared/schema.ts";
import type { Wobble } from "./types.ts";

// Two touches or a step out of place raise the support by one; a touch more, or a near-fall,
// ends the ladder: clinical convention for balance work, as a proposal.
const WEIGHT: Record<Wobble["what"], number> = { touch: 1, step_out: 2, near_fall: 3 };
const RAISES = 2;
const ENDS = 3;

/** Whether a way holds on to enough after what was lost so far. */
export function isHeldEnough(way: Way, wobbles: readonly Wobble[]): boolean {
  const here = wobbles.filter((wobble) => wobble.ladder === way.ladder);
  const weight = here.reduce((sum, wobble) => sum + WEIGHT[wobble.what], 0);
  if (weight < RAISES || (way.seated && weight < ENDS)) return true;
  return weight < ENDS && here.every((wobble) => rank(way.support) > rank(wobble.support));
}

const rank = (support: Support): number => Support.indexOf(support);
