// Which turn of the phone is a lean to the left: learned from one guided lean to each side, never guessed.
import type { GameMotion, Side } from "../shared/schema.ts";
import { angleBetween, dot, length, minus, scale, type Vector } from "./tilt.ts";

/** The axis that a lean turns about, and the person's own range on each side, in degrees. */
export interface Sides {
  /** Points so that a lean to the right counts up. */
  readonly axis: Vector;
  readonly range: Readonly<Record<Side, number>>;
}

/** The sides told by two guided leans; null when the leans look alike or there was hardly one. */
export function sidesFrom(left: Vector, right: Vector, motion: GameMotion): Sides | null {
  if (Math.min(length(left), length(right)) < motion.least_lean_deg) return null;
  if (angleBetween(left, right) < motion.opposite_deg) return null;
  const way = minus(right, left);
  const axis = scale(way, 1 / length(way));
  return { axis, range: { left: -dot(left, axis), right: dot(right, axis) } };
}

/** A turn as a share of the person's own range: -1 is all the way left, 1 all the way right. */
export function leanOf(turn: Vector, { axis, range }: Sides): number {
  const along = dot(turn, axis);
  return along < 0 ? along / range.left : along / range.right;
}
