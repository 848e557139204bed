// The player as a pure state machine: what each event makes of the state.
// No clock, storage or page in here; `now` comes with every event.
import type { CheckInForm, Log, Timeline } from "../shared/schema.ts";
import { told as toldInLogs, withAnswers } from "./answers.ts";
import { factsOf, nextQuestion, reportOf, meaningOf, withoutLast } from "./checkin.ts";
import { hasBegun, logOf } from "./log.ts";
import type { Event, Now, Screen, State, Told, Wobble } from "./types.ts";
import { type Unread, withUnread } from "./unread.ts";
import { anyFits, answersAreStale, fittingWay, neededStep, stepOf, waitsForHelper, wayOf } from "./ways.ts";

// A device that slept past a step's end waits for the person at the next one.
const LATE_MS = 1500;
// Back within this time of a step's start means the step before.
const RESTART_MS = 3000;
// A rest instead of an exercise goes by itself after this time, for hands that are on the bench.
const NO_WAY_MS = 10_000;

/** What a session is about: the timeline, and what a check-in on the device asks. */
export interface Session {
  readonly timeline: Timeline;
  readonly form: CheckInForm;
  readonly unread: Unread;
}

export function elapsedMs(state: State, ms: number): number {
  return state.elapsed + (state.running ? Math.max(0, ms - state.since) : 0);
}

/** Logs of exercises of which something was done: the ones the last questions are about. */
export function doneLogs(state: State): readonly Log[] {
  return state.logs.filter((log) => log.done !== "none");
}

export function reduce(session: Session, state: State, event: Event, now: Now): State {
  const { timeline } = session;
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
      return state.screen === "check_in" ? backInCheckIn(session, state) : back(timeline, state, now);
    case "skip":
      return enter(timeline, leave(timeline, state, now), state.item + 1, now);
    case "easier":
      return stepDown(timeline, state, state.way + 1, now);
    case "alone":
      return refit(timeline, { ...state, alone: true }, now);
    case "beside":
      return withClock(timeline, { ...state, beside: true }, now);
    case "wobbled":
      return { ...paused(state, now), screen: "wobble" };
    case "wobble":
      return wobble(timeline, state, event.what, now);
    case "stop":
      return stop(state, now);
    case "mistake":
      return { ...state, screen: state.behind };
    case "settings":
      return { ...state, screen: state.screen === "settings" ? "check_list" : "settings" };
    case "check_in":
      return { ...state, screen: "check_in", askedFrom: state.screen, answered: {} };
    case "answer":
      return answer(session, state, event.name, event.value, now);
    case "gentle":
      return refit(timeline, { ...state, gentle: true }, now);
    case "go_on_seated":
      return goOnSeated(timeline, state, now);
    case "finish":
      return enter(timeline, leaveIfBegun(timeline, state, now), timeline.items.length, now);
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
  if (!state.running) return state;
  const late = elapsedMs(state, now.ms) - lengthMs(timeline, state);
  if (late < 0) return state;
  if (state.screen === "no_way") return enter(timeline, state, state.item + 1, now);
  const following = next(timeline, state, now);
  if (!following.running || following.screen !== "step") return following;
  return late <= LATE_MS ? { ...following, elapsed: late } : { ...following, running: false };
}

/** How long the clock of this screen runs. */
export function lengthMs(timeline: Timeline, state: State): number {
  if (state.screen === "no_way") return NO_WAY_MS;
  return (stepOf(timeline, state)?.seconds ?? 0) * 1000;
}

function go(timeline: Timeline, state: State, now: Now): State {
  if (state.screen === "check_list") return enter(timeline, state, 0, now);
  if (state.screen === "no_way") return enter(timeline, state, state.item + 1, now);
  const fitted = refit(timeline, state, now);
  if (fitted.screen !== "step" || fitted.way !== state.way || state.screen !== "step") return fitted;
  const way = wayOf(timeline, fitted)!;
  if (stepOf(timeline, fitted)?.kind !== "set_up") return { ...fitted, since: now.ms, running: true };
  return waitsForHelper(way, fitted) ? fitted : next(timeline, fitted, now);
}

function paused(state: State, now: Now): State {
  return { ...state, elapsed: elapsedMs(state, now.ms), running: false };
}

function next(timeline: Timeline, state: State, now: Now): State {
  const way = wayOf(timeline, state);
  const script = way?.script ?? [];
  const isWork = script[state.step]?.kind === "work";
  const worked = isWork ? [...new Set([...state.worked, state.step])] : state.worked;
  const before = script[state.step]?.kind === "set_up" ? { place: way!.place, posture: way!.posture } : state.before;
  const step = neededStep(timeline, state, state.step + 1);
  const moved = { ...state, worked, before, step, elapsed: 0, since: now.ms };
  if (moved.step < script.length) return withClock(timeline, moved, now);
  return enter(timeline, leave(timeline, { ...state, worked, before }, now), state.item + 1, now);
}

/** The clock runs, if the way still fits; in a set-up only for hands that are not free, once whoever must be there is. */
function withClock(timeline: Timeline, state: State, now: Now): State {
  if (!stillFits(timeline, state, now)) return refit(timeline, state, now);
  const way = wayOf(timeline, state)!;
  const isSetUp = stepOf(timeline, state)?.kind === "set_up";
  const running = !isSetUp || (now.byItself && !waitsForHelper(way, state));
  return { ...state, since: now.ms, running };
}

function back(timeline: Timeline, state: State, now: Now): State {
  const restart = (step: number): State => {
    const moved = { ...state, step, elapsed: 0, since: now.ms };
    return state.running ? withClock(timeline, moved, now) : moved;
  };
  if (elapsedMs(state, now.ms) > RESTART_MS) return restart(state.step);
  const step = neededStep(timeline, state, state.step - 1, -1);
  if (step >= 0) return restart(step);
  const last = state.left.at(-1);
  if (last === undefined) return restart(state.step);
  const { log, ...place } = last;
  const returned = { ...state, ...fresh(now), ...place, corrects: log, left: state.left.slice(0, -1) };
  return stillFits(timeline, returned, now) ? returned : state;
}

// ---- Items and ways ----

function enter(timeline: Timeline, state: State, item: number, now: Now): State {
  if (item >= timeline.items.length) return finish({ ...state, item, worked: [] });
  return place(timeline, { ...state, ...fresh(now), item, way: 0 }, 0, now);
}

/** Leaves the current way for the next one down that fits. */
function stepDown(timeline: Timeline, state: State, from: number, now: Now): State {
  const corrects = hasBegun(state) ? null : state.corrects;
  return place(timeline, { ...leaveIfBegun(timeline, state, now), ...fresh(now), corrects }, from, now);
}

/** Stays where it is if the current way still fits, else steps down; never up. */
function refit(timeline: Timeline, state: State, now: Now): State {
  if (answersAreStale(timeline, state, now.facts)) return { ...paused(state, now), screen: "ask_again" };
  return stillFits(timeline, state, now) ? { ...state, screen: "step" } : stepDown(timeline, state, state.way, now);
}

function stillFits(timeline: Timeline, state: State, now: Now): boolean {
  if (answersAreStale(timeline, state, now.facts)) return false;
  return fittingWay(timeline, state, state.way, now.facts) === state.way;
}

function place(timeline: Timeline, state: State, from: number, now: Now): State {
  if (answersAreStale(timeline, state, now.facts)) return { ...state, screen: "ask_again", step: neededStep(timeline, state, 0) };
  const way = fittingWay(timeline, state, from, now.facts);
  if (way === undefined) return { ...state, screen: "no_way", since: now.ms, running: now.byItself };
  const placed: State = { ...state, screen: "step", way };
  return withClock(timeline, { ...placed, step: neededStep(timeline, placed, 0) }, now);
}

function fresh(now: Now) {
  const blank = { step: 0, elapsed: 0, running: false, beside: false, worked: [], corrects: null };
  return { ...blank, since: now.ms, started: now.iso };
}

/** Writes down what was done of the current way, and remembers where it was left. */
function leave(timeline: Timeline, state: State, now: Now): State {
  const way = wayOf(timeline, state);
  if (way === undefined) return state;
  const log = toldInLogs(logOf(way, state, now), state, now);
  const others = state.logs.filter((other) => other.id !== log.corrects);
  return { ...remember(state, log.id), logs: [...others, log] };
}

function leaveIfBegun(timeline: Timeline, state: State, now: Now): State {
  return hasBegun(state) ? leave(timeline, state, now) : remember(state, null);
}

function remember(state: State, log: string | null): State {
  const { item, way, step, worked, started } = state;
  return { ...state, left: [...state.left, { item, way, step, worked, started, log }] };
}

// ---- Balance lost ----

function wobble(timeline: Timeline, state: State, what: Wobble["what"], now: Now): State {
  const { ladder, support } = wayOf(timeline, state)!;
  const told: Told = { what: what === "near_fall" ? "near_fall" : "grabbed", position: state.item, pain: null };
  const lost = { ...state, wobbles: [...state.wobbles, { ladder, support, what }], told: [...state.told, told] };
  return refit(timeline, lost, now);
}

// ---- The check-in on this device ----

function answer(session: Session, state: State, name: string, value: unknown, now: Now): State {
  const told = { ...state.answered, [name]: value };
  const asked = { ...state, answered: told };
  const { emergency } = meaningOf(session.form, told);
  if (nextQuestion(session.form, told) !== undefined && !emergency) return asked;
  const report = reportOf(session.form, told, now.newId(), now.iso);
  const facts = withUnread(factsOf(report, session.form.sedating_window_minutes), session.unread);
  const known = { ...asked, gentle: false, known: { facts, told: now.iso }, reports: [...state.reports, report] };
  if (emergency) return { ...known, screen: "sitting", behind: "sitting" };
  return afterCheckIn(session.timeline, known, { ...now, facts });
}

function afterCheckIn(timeline: Timeline, state: State, now: Now): State {
  if (!anyFits(timeline, state, now.facts)) return { ...state, screen: "rest_today" };
  if (state.askedFrom === "check_list") return { ...state, screen: "check_list" };
  const fitted = refit(timeline, state, now);
  return stepOf(timeline, fitted)?.kind === "set_up" && fitted.screen === "step" ? withClock(timeline, fitted, now) : fitted;
}

function backInCheckIn(session: Session, state: State): State {
  const isFirst = Object.keys(state.answered).length === 0;
  return isFirst ? { ...state, screen: state.askedFrom } : { ...state, answered: withoutLast(session.form, state.answered) };
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
