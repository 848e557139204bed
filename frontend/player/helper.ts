// Whether the second person said, on their own phone, that they are here.
import type { HelperNear } from "../shared/schema.ts";

interface Presence {
  readonly here: boolean;
  readonly since: string | null;
}

/** Somebody beside you says so for this exercise; somebody in the home may have said it before. */
export async function helperIsHere(address: string, near: HelperNear, since: string): Promise<boolean> {
  const answer = await fetch(address).catch(() => null);
  if (answer === null || !answer.ok) return false;
  const told = (await answer.json()) as Presence;
  if (!told.here || told.since === null) return false;
  return near === "in_home" || Date.parse(told.since) >= Date.parse(since);
}
