// Which way of an item may be played now, and which of its steps are needed. The chain only ever leads down.
import type { Facts, Step, Timeline, Way } from "../shared/schema.ts";
import { holds, isStale } from "./conditions.ts";
import type { State } from "./types.ts";
import { isHeldEnough } from "./wobbles.ts";

export function wayOf(timeline: Timeline, state: State): Way | undefined {
  return timeline.items[state.item]?.[state.way];
}

export function stepOf(timeline: Timeline, state: State): Step | undefined {
  return wayOf(timeline, state)?.script[state.step];
}

/** The first way of the current item, from `from` on, that may be played; undefined when none may. */
export function fittingWay(timeline: Timeline, state: State, from: number, known: Facts): number | undefined {
  const ways = timeline.items[state.item] ?? [];
  const index = ways.findIndex((way, place) => place >= from && mayBePlayed(way, state, known));
  return index < 0 ? undefined : index;
}

/** Whether the gate's table, and what happened in this session, allow a way. */
export function mayBePlayed(way: Way, state: State, known: Facts): boolean {
  const facts: Facts = state.alone ? { ...known, helper: "none" } : known;
  return (way.seated || !state.seatedOnly) && isHeldEnough(way, state.wobbles) && holds(way.conditions, facts);
}

export function hasEasier(timeline: Timeline, state: State, facts: Facts): boolean {
  return fittingWay(timeline, state, state.way + 1, facts) !== undefined;
}

/** Whether anything from the current item on may be done seated. */
export function canGoOnSeated(timeline: Timeline, state: State, facts: Facts): boolean {
  return anyFits(timeline, { ...state, seatedOnly: true }, facts);
}

/** Whether anything from the current item on may be done at all. */
export function anyFits(timeline: Timeline, state: State, facts: Facts): boolean {
  return timeline.items.some((_, item) => item >= state.item && fittingWay(timeline, { ...state, item }, 0, facts) !== undefined);
}

/** Whether the answers must be given again; somebody who wants only the base routine is not asked. */
export function answersAreStale(timeline: Timeline, state: State, facts: Facts): boolean {
  const planned = timeline.items[state.item]?.[0];
  return planned !== undefined && !state.gentle && isStale(planned.conditions, facts);
}

/** The nearest step from `from` on, upwards or downwards, that is needed after what was done before. */
export function neededStep(timeline: Timeline, state: State, from: number, by: 1 | -1 = 1): number {
  const script = wayOf(timeline, state)?.script ?? [];
  let index = from;
  while (index >= 0 && index < script.length && !isNeeded(timeline, state, script[index]!)) index += by;
  return index;
}

function isNeeded(timeline: Timeline, state: State, step: Step): boolean {
  const way = wayOf(timeline, state)!;
  if (step.kind === "get_up") return state.before?.posture === "lying" && way.posture === "up";
  if (step.kind === "change_place") return way.place !== (state.before?.place ?? timeline.place);
  return true;
}

/** Whether a second person still has to say that they are there. */
export function waitsForHelper(way: Way, state: State): boolean {
  return way.helper !== "none" && !state.beside;
}
