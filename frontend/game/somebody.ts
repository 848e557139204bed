// Somebody simulated who plays the game at 60 samples a second, for tests: how their body leans,
// and how the phone in their pocket feels it.
import { readFileSync } from "node:fs";
import { GOOD_DAY } from "../player/playing.ts";
import type { Facts, Game, Side } from "../shared/schema.ts";
import { reduce } from "./state.ts";
import type { Vector } from "./tilt.ts";
import { type Event, type Now, START, type State } from "./types.ts";

/** The game as Python offers it to somebody fit with a kitchen bench; kept true by tests/session/test_game.py. */
export const GAME = JSON.parse(readFileSync(new URL("../../tests/vectors/game.json", import.meta.url), "utf8")) as Game;

export interface Body {
  /** How far an easy lean goes, in degrees. */
  readonly range_deg: number;
  /** How fast it leans. */
  readonly speed_dps: number;
  /** The size of a tremor, in degrees as the phone feels it. */
  readonly tremor_deg: number;
  readonly tremor_hz: number;
  /** The size of the slow sway of somebody who stands. */
  readonly sway_deg: number;
  /** Turns and flips the phone: its axes as the body's right, up and front. */
  readonly phone: readonly [Vector, Vector, Vector];
  /** -1 where the browser gives gravity the other way round. */
  readonly sign: 1 | -1;
  /** Moments, in seconds, at which it stumbles. */
  readonly stumbles: readonly number[];
  /** Where it leans when a side is asked for, as shares of its range; left is below 0. */
  readonly answers: (asked: Side, state: State) => number;
}

export const IN_A_POCKET: Body["phone"] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
export const UPSIDE_DOWN: Body["phone"] = [[-1, 0, 0], [0, -1, 0], [0, 0, 1]];
export const SCREEN_TO_THE_LEG: Body["phone"] = [[-1, 0, 0], [0, 1, 0], [0, 0, -1]];
export const ACROSS_THE_BELT: Body["phone"] = [[0.6, 0.8, 0], [0, 0, -1], [-0.8, 0.6, 0]];

const FULL: Record<Side, number> = { left: -1, right: 1 };
/** A lean to a target goes a little beyond what is asked; a guided one goes all the way. */
const asAsked: Body["answers"] = (asked, state) => FULL[asked] * (state.screen === "target" ? 0.65 : 1);

export const CALM: Body = {
  range_deg: 8,
  speed_dps: 4,
  tremor_deg: 0,
  tremor_hz: 5,
  sway_deg: 0.3,
  phone: IN_A_POCKET,
  sign: 1,
  stumbles: [],
  answers: asAsked,
};

const HZ = 60;
const RADIANS = Math.PI / 180;
const STUMBLE_S = 0.25;
const STUMBLE_DEG = 25;

/** How a game went: its last state, and all that was said. */
export interface Played {
  readonly state: State;
  readonly said: readonly string[];
}

export const nowAt = (ms: number, facts: Facts = GOOD_DAY): Now => ({
  ms,
  iso: new Date(Date.UTC(2026, 10, 26) + ms).toISOString(),
  facts,
  session: "session",
  newId: () => `log-${ms}`,
});

export function play(differs: Partial<Body>, first: Event = { type: "start", measured: true }, seconds = 400): Played {
  const body = { ...CALM, ...differs };
  const said: string[] = [];
  let state = reduce(GAME, START, first, nowAt(0));
  let turn = 0;
  let lean = 0;
  for (let frame = 1; frame < seconds * HZ && state.screen !== "done" && state.screen !== "sitting"; frame++) {
    const ms = (frame * 1000) / HZ;
    lean = stepTowards(lean, wantedLean(body, state), body.speed_dps / HZ);
    state = reduce(GAME, state, { type: "sample", sample: { ms, pull: felt(body, lean, ms) } }, nowAt(ms));
    if (frame % 15 === 0) state = reduce(GAME, state, { type: "tick" }, nowAt(ms));
    if (state.said.turn !== turn) said.push(...state.said.lines);
    turn = state.said.turn;
  }
  return { state, said };
}

function wantedLean(body: Body, state: State): number {
  const leans = state.screen === "target" || state.screen === "lean";
  return leans ? body.answers(state.side, state) * body.range_deg : 0;
}

/** Gravity and sway in the axes of the phone; a lean to the right turns about the axis that points ahead. */
function felt(body: Body, lean: number, ms: number): Vector {
  const seconds = ms / 1000;
  const tremor = body.tremor_deg * Math.sin(2 * Math.PI * body.tremor_hz * seconds);
  const sway = body.sway_deg * Math.sin(2 * Math.PI * 0.3 * seconds);
  const stumble = body.stumbles.some((at) => seconds >= at && seconds < at + STUMBLE_S) ? STUMBLE_DEG : 0;
  const angle = (lean + sway + tremor + stumble) * RADIANS;
  const ahead = (2 + 0.2 * Math.sin(2 * Math.PI * 0.2 * seconds)) * RADIANS;
  const pull: Vector = [Math.sin(angle) * 9.81, Math.cos(angle) * Math.cos(ahead) * 9.81, Math.sin(ahead) * 9.81];
  const [x, y, z] = body.phone.map((axis) => body.sign * (axis[0] * pull[0] + axis[1] * pull[1] + axis[2] * pull[2]));
  return [x!, y!, z!];
}

function stepTowards(from: number, target: number, by: number): number {
  return Math.abs(target - from) <= by ? target : from + Math.sign(target - from) * by;
}
