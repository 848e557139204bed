// Which way of an item may be played now. The chain only ever leads down.
import type { Facts, Step, Timeline, Way } from "../shared/schema.ts";
import { holds, isStale } from "./conditions.ts";
import type { State } from "./types.ts";

export function wayOf(timeline: Timeline, state: State): Way | undefined {
  return timeline.items[state.item]?.[state.way];
}

export function stepOf(timeline: Timeline, state: State): Step | undefined {
  return wayOf(timeline, state)?.script[state.step];
}

/** The first way of the current item, from `from` on, that may be played; undefined when none may. */
export function fittingWay(timeline: Timeline, state: State, from: number, known: Facts): number | undefined {
  const facts: Facts = state.alone ? { ...known, helper: "none" } : known;
  const ways = timeline.items[state.item] ?? [];
  const index = ways.findIndex(
    (way, place) => place >= from && (way.seated || !state.seatedOnly) && holds(way.conditions, facts),
  );
  return index < 0 ? undefined : index;
}

export function hasEasier(timeline: Timeline, state: State, facts: Facts): boolean {
  return fittingWay(timeline, state, state.way + 1, facts) !== undefined;
}

/** Whether anything from the current item on may be done seated. */
export function canGoOnSeated(timeline: Timeline, state: State, facts: Facts): boolean {
  return timeline.items.some((_, item) => {
    const seated = { ...state, item, seatedOnly: true };
    return item >= state.item && fittingWay(timeline, seated, 0, facts) !== undefined;
  });
}

export function answersAreStale(timeline: Timeline, state: State, facts: Facts): boolean {
  const planned = timeline.items[state.item]?.[0];
  return planned !== undefined && isStale(planned.conditions, facts);
}
