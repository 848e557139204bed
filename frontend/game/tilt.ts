// How a phone on a body turns, from the pull of gravity alone. It may sit in any pocket, any way up:
// only the turn away from a pose counts, and that is the same whichever sign a browser gives gravity.
import type { GameMotion } from "../shared/schema.ts";

export type Vector = readonly [number, number, number];

export interface Sample {
  readonly ms: number;
  /** Acceleration including gravity, in the phone's own axes. */
  readonly pull: Vector;
}

/** The pose as it is followed: where gravity points after two low passes, and where it pointed just before. */
export interface Tilt {
  readonly ms: number;
  readonly once: Vector;
  readonly pose: Vector;
  readonly before: readonly { readonly ms: number; readonly pose: Vector }[];
}

const DEGREES = 180 / Math.PI;
// Poses are kept a little longer than the speed is taken over.
const KEPT = 1.5;

export function follow(tilt: Tilt | null, { ms, pull }: Sample, motion: GameMotion): Tilt {
  if (tilt === null) return { ms, once: pull, pose: pull, before: [{ ms, pose: pull }] };
  const share = 1 - Math.exp(-2 * Math.PI * motion.low_pass_hz * ((ms - tilt.ms) / 1000));
  const once = towards(tilt.once, pull, share);
  const pose = towards(tilt.pose, once, share);
  const before = [...tilt.before, { ms, pose }].filter((one) => ms - one.ms <= motion.speed_over_s * KEPT * 1000);
  return { ms, once, pose, before };
}

/** How fast the pose turns, in degrees a second, over one swing of a tremor. */
export function speedOf(tilt: Tilt, motion: GameMotion): number {
  const from = tilt.before.findLast((one) => tilt.ms - one.ms >= motion.speed_over_s * 1000);
  if (from === undefined) return 0;
  return length(turnBetween(from.pose, tilt.pose)) / ((tilt.ms - from.ms) / 1000);
}

/** The turn from one pose to another: its axis, as long as its angle in degrees. */
export function turnBetween(from: Vector, to: Vector): Vector {
  const axis = cross(from, to);
  const sine = length(axis);
  if (sine === 0) return [0, 0, 0];
  return scale(axis, (Math.atan2(sine, dot(from, to)) * DEGREES) / sine);
}

export function angleBetween(a: Vector, b: Vector): number {
  return length(turnBetween(a, b));
}

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const length = (a: Vector): number => Math.sqrt(dot(a, a));
export const scale = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

function towards(from: Vector, to: Vector, share: number): Vector {
  const way = minus(to, from);
  return [from[0] + way[0] * share, from[1] + way[1] * share, from[2] + way[2] * share];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
