// The player as a pure state machine: what each event makes of the state.
// No clock, storage or page in here; `now` comes with every event.
import type { Log, Timeline } from "../shared/schema.ts";
import { withAnswers } from "./answers.ts";
import { logOf } from "./log.ts";
import type { Event, Now, Screen, State, Told } from "./types.ts";
import { answersAreStale, fittingWay, stepOf, wayOf } from "./ways.ts";

// A device that slept past a step's end waits for the person at the next one.
const LATE_MS = 1500;
// Back within this time of a step's start means the step before.
const RESTART_MS = 3000;

export function elapsedMs(state: State, ms: number): number {
  return state.elapsed + (state.running ? ms - state.since : 0);
}

/** Logs of exercises of which something was done: the ones the last questions are about. */
export function doneLogs(state: State): readonly Log[] {
  return state.logs.filter((log) => log.done !== "none");
}

export function reduce(timeline: Timeline, state: State, event: Event, now: Now): State {
  switch (event.type) {
    case "tick":
      return tick(timeline, state, now);
    case "go":
      return go(timeline, state, now);
    case "pause":
      return paused(state, now);
    case "next":
      return next(timeline, state, now);
    case "back":
      return back(timeline, state, now);
    case "skip":
      return enter(timeline, leave(timeline, state, now), state.item + 1, now);
    case "easier":
      return stepDown(timeline, state, state.way + 1, now);
    case "alone":
      return refit(timeline, { ...state, alone: true }, now);
    case "stop":
      return stop(state, now);
    case "mistake":
      return { ...state, screen: state.behind };
    case "go_on_seated":
      return goOnSeated(timeline, state, now);
    case "finish":
      return finish(state.behind === "step" ? leaveIfBegun(timeline, state, now) : state);
    case "effort":
      return answered({ ...state, screen: "happened", effort: event.value }, now);
    case "happened":
      return happened(state, event.what, now);
    case "which":
      return afterWhich(withLastTold(state, { position: event.position }), now);
    case "how_much":
      return answered({ ...withLastTold(state, { pain: event.pain }), screen: "happened" }, now);
    case "nothing_else":
      return answered({ ...state, screen: "done", nothingElse: true }, now);
  }
}

// ---- Time ----

function tick(timeline: Timeline, state: State, now: Now): State {
  const seconds = stepOf(timeline, state)?.seconds;
  if (!state.running || seconds == null) return state;
  const late = elapsedMs(state, now.ms) - seconds * 1000;
  if (late < 0) return state;
  const following = next(timeline, state, now);
  if (!following.running) return following;
  return late <= LATE_MS ? { ...following, elapsed: late } : { ...following, running: false };
}

function go(timeline: Timeline, state: State, now: Now): State {
  if (state.screen === "check_list") return enter(timeline, state, 0, now);
  if (state.screen === "no_way") return enter(timeline, state, state.item + 1, now);
  const fitted = refit(timeline, state, now);
  if (fitted.screen !== "step" || fitted.way !== state.way || state.screen === "ask_again") return fitted;
  return stepOf(timeline, fitted)?.kind === "set_up"
    ? next(timeline, fitted, now)
    : { ...fitted, since: now.ms, running: true };
}

function paused(state: State, now: Now): State {
  return { ...state, elapsed: elapsedMs(state, now.ms), running: false };
}

function next(timeline: Timeline, state: State, now: Now): State {
  const script = wayOf(timeline, state)?.script ?? [];
  const isWork = script[state.step]?.kind === "work";
  const worked = isWork ? [...new Set([...state.worked, state.step])] : state.worked;
  const moved = { ...state, worked, step: state.step + 1, elapsed: 0, since: now.ms, running: true };
  if (moved.step < script.length) return moved;
  return enter(timeline, leave(timeline, { ...state, worked }, now), state.item + 1, now);
}

function back(timeline: Timeline, state: State, now: Now): State {
  if (state.step > 0) {
    const step = elapsedMs(state, now.ms) > RESTART_MS ? state.step : state.step - 1;
    return { ...state, step, elapsed: 0, since: now.ms };
  }
  const last = state.left.at(-1);
  if (last === undefined) return state;
  const { log, ...place } = last;
  const returned = { ...state, ...fresh(now), ...place, corrects: log, left: state.left.slice(0, -1) };
  const stillFits = fittingWay(timeline, returned, returned.way, now.facts) === returned.way;
  return stillFits ? returned : state;
}

// ---- Items and ways ----

function enter(timeline: Timeline, state: State, item: number, now: Now): State {
  if (item >= timeline.items.length) return finish(state);
  return place(timeline, { ...state, ...fresh(now), item, way: 0 }, 0, now);
}

/** Leaves the current way for the next one down that fits. */
function stepDown(timeline: Timeline, state: State, from: number, now: Now): State {
  const corrects = state.worked.length > 0 ? null : state.corrects;
  return place(timeline, { ...leaveIfBegun(timeline, state, now), ...fresh(now), corrects }, from, now);
}

/** Stays where it is if the current way still fits, else steps down; never up. */
function refit(timeline: Timeline, state: State, now: Now): State {
  if (answersAreStale(timeline, state, now.facts)) return { ...paused(state, now), screen: "ask_again" };
  const stillFits = fittingWay(timeline, state, state.way, now.facts) === state.way;
  return stillFits ? { ...state, screen: "step" } : stepDown(timeline, state, state.way, now);
}

function place(timeline: Timeline, state: State, from: number, now: Now): State {
  if (answersAreStale(timeline, state, now.facts)) return { ...state, screen: "ask_again" };
  const way = fittingWay(timeline, state, from, now.facts);
  return way === undefined ? { ...state, screen: "no_way" } : { ...state, screen: "step", way };
}

function fresh(now: Now) {
  return { step: 0, elapsed: 0, since: now.ms, running: false, worked: [], started: now.iso, corrects: null };
}

/** Writes down what was done of the current way, and remembers where it was left. */
function leave(timeline: Timeline, state: State, now: Now): State {
  const way = wayOf(timeline, state);
  if (way === undefined) return state;
  const log = logOf(way, state, now);
  const others = state.logs.filter((other) => other.id !== log.corrects);
  return { ...remember(state, log.id), logs: [...others, log] };
}

function leaveIfBegun(timeline: Timeline, state: State, now: Now): State {
  return state.worked.length > 0 ? leave(timeline, state, now) : remember(state, null);
}

function remember(state: State, log: string | null): State {
  const { item, way, step, worked, started } = state;
  return { ...state, left: [...state.left, { item, way, step, worked, started, log }] };
}

// ---- Stopping and the last questions ----

function stop(state: State, now: Now): State {
  return state.screen === "sitting" ? state : { ...paused(state, now), screen: "sitting", behind: state.screen };
}

function goOnSeated(timeline: Timeline, state: State, now: Now): State {
  const seated = { ...state, seatedOnly: true };
  return state.behind === "check_list" ? enter(timeline, seated, 0, now) : refit(timeline, seated, now);
}

function finish(state: State): State {
  const screen: Screen = doneLogs(state).length > 0 && !state.nothingElse ? "effort" : "done";
  return { ...state, screen, running: false };
}

function happened(state: State, what: Told["what"], now: Now): State {
  const asked = { ...state, told: [...state.told, { what, position: null, pain: null }] };
  if (doneLogs(state).length > 1) return { ...asked, screen: "which" };
  return afterWhich(asked, now);
}

function afterWhich(state: State, now: Now): State {
  const screen: Screen = state.told.at(-1)?.what === "pain" ? "how_much" : "happened";
  return answered({ ...state, screen }, now);
}

function withLastTold(state: State, more: Partial<Told>): State {
  const last = state.told.length - 1;
  return { ...state, told: state.told.map((one, index) => (index === last ? { ...one, ...more } : one)) };
}

function answered(state: State, now: Now): State {
  return { ...state, logs: withAnswers(state, now) };
}
