// The game as a pure state machine: what each event makes of the state.
// No clock, sensor, storage or page in here; `now` comes with every event.
import { holds, isStale } from "../player/conditions.ts";
import type { Facts, Game } from "../shared/schema.ts";
import { findMiddle, guide, keepFurthest } from "./guided.ts";
import { logged } from "./log.ts";
import { ACTIVE, isAfter, MOVING, to } from "./moves.ts";
import { nextTarget, playOn, reach, summary } from "./play.ts";
import { follow, type Sample, speedOf } from "./tilt.ts";
import type { Event, Now, State } from "./types.ts";

export function reduce(game: Game, state: State, event: Event, now: Now): State {
  switch (event.type) {
    case "start":
      return event.measured ? takeHold(game, { ...state, measured: true, tilt: null, tries: 0 }, now) : unmeasured(game, state, now);
    case "by_voice":
      return takeHold(game, { ...state, measured: false }, now);
    case "sample":
      return sampled(game, state, event.sample, now);
    case "tick":
      return tick(game, state, now);
    case "wobbled":
      return MOVING.includes(state.screen) ? wobble(game, state, now) : state;
    case "pause":
      return ACTIVE.includes(state.screen) ? to(logged(game, state, false, now), "paused", now, [game.say.paused]) : state;
    case "go_on":
      return goOn(game, state, now);
    case "stop":
      return stop(game, state, now);
    case "mistake":
      return ACTIVE.includes(state.behind) ? to(state, "paused", now, [game.say.paused]) : to(state, state.behind, now);
    case "finish":
      return to(state, "done", now, [summary(game, state.shifts)]);
  }
}

// ---- Whether it may be played ----

/** The gate's table for now. Nobody is counted on to be there. */
export function mayPlay(game: Game, facts: Facts): boolean {
  return holds(game.conditions, { ...facts, helper: "none" });
}

function refused(game: Game, state: State, now: Now): State {
  return to(state, "refused", now, [isStale(game.conditions, now.facts) ? game.say.stale : game.say.not_now]);
}

function takeHold(game: Game, state: State, now: Now): State {
  if (!mayPlay(game, now.facts)) return refused(game, state, now);
  const { take_hold, take_hold_by_voice } = game.say;
  const begun = { ...state, started: state.started || now.iso };
  return to(begun, "take_hold", now, [state.measured ? take_hold : take_hold_by_voice]);
}

function goOn(game: Game, state: State, now: Now): State {
  if (!mayPlay(game, now.facts)) return refused(game, state, now);
  return state.measured ? to(state, "quiet", now, [game.say.quiet]) : nextTarget(game, state, now);
}

function unmeasured(game: Game, state: State, now: Now): State {
  return to(logged(game, state, false, now), "unmeasured", now, [game.say.unmeasured]);
}

// ---- The phone and the clock ----

function sampled(game: Game, state: State, sample: Sample, now: Now): State {
  if (!state.measured || !ACTIVE.includes(state.screen)) return state;
  const moved = { ...state, tilt: follow(state.tilt, sample, game.motion) };
  if (MOVING.includes(state.screen) && speedOf(moved.tilt, game.motion) > game.motion.wobble_dps) return wobble(game, moved, now);
  if (state.screen === "quiet") return findMiddle(game, moved, now);
  if (state.screen === "lean") return keepFurthest(moved);
  return state.screen === "target" ? reach(game, moved, now) : moved;
}

function tick(game: Game, state: State, now: Now): State {
  if (!ACTIVE.includes(state.screen)) return state;
  if (isSilent(game, state, now)) return unmeasured(game, state, now);
  switch (state.screen) {
    case "take_hold":
      return isAfter(state, now, game.pace.ready_s) ? goOn(game, state, now) : state;
    case "quiet":
      return isAfter(state, now, game.pace.quiet_within_s) ? unmeasured(game, state, now) : state;
    case "wobble":
      return isAfter(state, now, game.pace.wobble_s) ? goOn(game, state, now) : state;
    case "target":
    case "middle":
      return playOn(game, state, now);
    default:
      return guide(game, state, now);
  }
}

/** Whether the phone tells nothing of its pose, or nothing any more. */
function isSilent({ motion }: Game, state: State, now: Now): boolean {
  const heard = Math.max(state.tilt?.ms ?? 0, state.since);
  return state.measured && now.ms - heard > motion.silent_s * 1000;
}

// ---- Balance lost, and stopping ----

function wobble(game: Game, state: State, now: Now): State {
  const lost = { ...state, wobbles: state.wobbles + 1 };
  if (lost.wobbles < game.pace.wobbles) return to(lost, "wobble", now, [game.say.wobble]);
  const over = logged(game, { ...lost, over: true, behind: "sitting" }, false, now);
  return to(over, "sitting", now, [game.say.wobbled_twice, ...game.sit_down, game.emergency]);
}

function stop(game: Game, state: State, now: Now): State {
  if (state.screen === "sitting") return state;
  const stopped = ACTIVE.includes(state.screen) ? logged(game, state, false, now) : state;
  return to({ ...stopped, behind: state.screen }, "sitting", now, [...game.sit_down, game.emergency]);
}
