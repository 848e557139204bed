// What a key does.
import type { Plain, State } from "./types.ts";

export const isWriting = (press: KeyboardEvent): boolean => (press.target as Element).closest("textarea, input, select") !== null;

/** Enter and Space on a button or link do what that button says; elsewhere they press the main control. */
export function isPress(press: KeyboardEvent): boolean {
  const onControl = (press.target as Element).closest("button, a, summary") !== null;
  return (press.key === "Enter" || press.key === " ") && !onControl && !press.repeat;
}

export function eventOf(press: KeyboardEvent, state: State): Plain | null {
  if (press.key === "Escape") return "stop";
  if (state.screen !== "step") return null;
  if (press.key === "ArrowRight") return "next";
  return press.key === "ArrowLeft" ? "back" : null;
}
