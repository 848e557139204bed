// What the player says about a step.
import type { Log, Step, Way } from "../shared/schema.ts";
import type { Told } from "./types.ts";

const HEADINGS: Record<Step["kind"], string> = {
  get_up: "Sit first",
  change_place: "Change place",
  water: "Some water",
  set_up: "Get set",
  ready: "Get ready",
  work: "Go",
  ease_off: "Ease off",
  change_side: "Change sides",
  rest: "Rest",
};

export const heading = (step: Step): string => HEADINGS[step.kind];

export const sideWords = (side: Step["side"]): string => (side === null ? "" : `${side === "left" ? "Left" : "Right"} side`);

/** Such as "Set 1 of 2, hold 2 of 3"; empty where there is only one. */
export function whereInDose(way: Way, step: Step): string {
  const parts = [
    way.sets > 1 ? `Set ${step.set} of ${way.sets}` : "",
    step.hold !== null && way.reps !== null && way.reps > 1 ? `hold ${step.hold} of ${way.reps}` : "",
  ];
  const said = parts.filter(Boolean).join(", ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** The one big number: repetitions counted up, or seconds counted down. */
export function bigNumber(step: Step, elapsed: number): { readonly number: string; readonly unit: string } {
  if (step.reps !== null && step.rep_s !== null) {
    const now = Math.min(step.reps, Math.floor(elapsed / 1000 / step.rep_s) + 1);
    return { number: String(now), unit: `of ${step.reps}` };
  }
  const left = Math.max(0, Math.ceil((step.seconds ?? 0) - elapsed / 1000));
  if (left < 100) return { number: String(left), unit: left === 1 ? "second" : "seconds" };
  return { number: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`, unit: "minutes" };
}

export const EFFORTS = [
  { value: 1, label: "Very easy" },
  { value: 3, label: "Easy: I could have sung" },
  { value: 5, label: "Medium: I could talk" },
  { value: 7, label: "Hard: only a few words" },
  { value: 9, label: "Very hard" },
] as const;

export const HAPPENINGS: readonly { readonly what: Told["what"]; readonly label: string }[] = [
  { what: "grabbed", label: "I had to grab hold" },
  { what: "form", label: "I could not keep my form" },
  { what: "pain", label: "Something hurt" },
  { what: "near_fall", label: "I nearly fell" },
  { what: "fall", label: "I fell" },
];

export const HURTS = [
  { value: 2, label: "A little, and it passed" },
  { value: 5, label: "It stayed, but I could go on" },
  { value: 7, label: "I had to stop" },
] as const;

export function doneWords(log: Log): string {
  return { full: "done", part: "a part of it", none: "left for another day" }[log.done];
}
