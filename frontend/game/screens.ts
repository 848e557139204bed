// What each screen of the game shows, and what can be done on it.
import { html, nothing, svg, type TemplateResult } from "lit";
import { callRow, callWords } from "../player/calling.ts";
import { isStale } from "../player/conditions.ts";
import { wantsStillness } from "../player/stillness.ts";
import { type Content, control, link, list } from "../player/view.ts";
import type { Left } from "../shared/outbox.ts";
import type { Facts, Game } from "../shared/schema.ts";
import { whereKept } from "../shared/where.ts";
import { MOVING } from "./moves.ts";
import { leanNow } from "./play.ts";
import type { Screen, State } from "./types.ts";

export interface View {
  readonly game: Game;
  readonly state: State;
  readonly facts: Facts;
  readonly links: Readonly<Record<"today" | "log" | "check_in", string>>;
  readonly unsent: Left;
  /** Whether the emergency number is shown. */
  readonly calls: boolean;
  /** Whether a voice reads what is said. */
  readonly speaks: boolean;
  readonly act: Acts;
}

export interface Acts {
  readonly start: () => void;
  readonly byVoice: () => void;
  readonly goOn: () => void;
  readonly wobbled: () => void;
  readonly mistake: () => void;
  readonly finish: () => void;
  readonly call: () => void;
}

const SCREENS: Record<Screen, (view: View) => Content> = {
  start,
  refused,
  take_hold: (view) => moving(view, "Take hold"),
  quiet: (view) => moving(view, "Stay quiet"),
  lean: leaning,
  lean_back: (view) => moving(view, "Back to the middle"),
  target: leaning,
  middle: (view) => moving(view, "Back to the middle"),
  wobble: (view) => ({ ...moving(view, "Hold on"), rows: [[control("Go on", view.act.goOn, "first")]] }),
  paused: (view) => waiting(view, "The game waits", [[control("Go on", view.act.goOn, "first")]]),
  unmeasured: (view) =>
    waiting(view, "By voice?", [
      [control("Play by voice", view.act.byVoice, "first")],
      [control("Try the phone again", view.act.start), link("Not now", view.links.today)],
    ]),
  sitting,
  done,
};

export const currentScreen = (view: View): Content => SCREENS[view.state.screen](view);

function start({ game, links, act }: View): Content {
  return {
    title: "Calm shifts",
    body: html`<p>Your phone feels how you lean, and moves a ball and a tone. No hurry, no score to beat.</p>
      ${game.why === "" ? nothing : html`<p>${game.why}</p>`}
      ${list([game.holding, ...game.setup].filter(Boolean), "player-needs")} ${list(game.check_list, "player-list")}
      <p>To stop at any time: stop leaning and sit down. The phone waits.</p>
      <h2>Stop if</h2>
      ${list(game.stop_signs, "player-list")}
      <p class="quiet">Nothing that the phone feels is kept or sent. No clinician has reviewed this game.</p>`,
    rows: [[control("Start", act.start, "first")], [control("By voice alone", act.byVoice), link("Not now", links.today)]],
  };
}

function refused({ game, state, facts, links }: View): Content {
  const old = isStale(game.conditions, facts);
  return {
    title: old ? "How are you now?" : "Not for now",
    body: list(state.said.lines, "player-large"),
    rows: [[old ? link("Check in", links.check_in, "first") : link("Today", links.today, "first")]],
  };
}

function waiting({ state }: View, title: string, rows: Content["rows"]): Content {
  return { title, body: list(state.said.lines, "player-large"), rows };
}

// ---- While the body moves ----

function leaning(view: View): Content {
  return moving(view, view.state.side === "left" ? "Left" : "Right");
}

function moving(view: View, title: string): Content {
  const { game, state, act, speaks } = view;
  const moves = MOVING.includes(state.screen);
  return {
    title,
    body: html`<p class="player-caption" aria-live=${speaks ? "off" : "polite"}>${state.said.lines.join(" ")}</p>
      ${moves ? field(game, state) : nothing}
      ${state.targets === 0 ? nothing : html`<p class="quiet">Shift ${state.targets} of ${game.pace.targets}</p>`}`,
    rows: moves ? [[control("I lost balance", act.wobbled, "small")]] : [],
  };
}

const WIDTH = 340;
const HEIGHT = 270;
const GROUND = 220;
const BALL = 54;
const REACH = WIDTH / 2 - BALL - 4;
// The places of the ball, to each side, for somebody who asked for less motion.
const STILL_STEPS = 4;

/** The ball where the body is, and a gate where it is asked to be; left is left whatever the writing direction. */
function field({ pace }: Game, state: State): TemplateResult {
  const asks = state.screen === "target" || state.screen === "lean";
  const sign = state.side === "left" ? -1 : 1;
  const gate = WIDTH / 2 + sign * REACH * pace.share;
  const tip = WIDTH / 2 + sign * (WIDTH / 2 - 4);
  const moves = state.measured && state.sides !== null;
  return html`<svg class="game-field" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
      <line x1="4" x2=${WIDTH - 4} y1=${GROUND} y2=${GROUND}></line>
      <line x1=${WIDTH / 2} x2=${WIDTH / 2} y1=${GROUND - 24} y2=${GROUND + 24}></line>
      ${asks ? svg`<polygon class="way" points="${tip},36 ${tip - sign * 52},6 ${tip - sign * 52},66"></polygon>` : nothing}
      ${state.screen === "target" && moves ? svg`<line class="gate" x1=${gate} x2=${gate} y1="76" y2=${HEIGHT - 4}></line>` : nothing}
      ${moves ? ball(WIDTH / 2 + REACH * shown(leanNow(state))) : nothing}
    </svg>
    <p class="quiet game-side"><span>Left</span><span>Right</span></p>`;
}

/** The mark in its middle is what meets the gate. */
function ball(at: number) {
  const centre = GROUND - BALL;
  return svg`<circle class="ball" cx=${at} cy=${centre} r=${BALL}></circle>
    <line class="mark" x1=${at} x2=${at} y1=${centre - BALL / 2} y2=${centre + BALL / 2}></line>`;
}

function shown(lean: number): number {
  const within = Math.max(-1, Math.min(1, lean));
  return wantsStillness() ? Math.round(within * STILL_STEPS) / STILL_STEPS : within;
}

// ---- When it stops ----

function sitting({ game, state, calls, act }: View): Content {
  return {
    title: state.over ? "That is enough for now" : "Sit down now",
    body: html`${callWords(game.call, calls)} ${list(game.sit_down, "player-large")}
      <p class="player-emergency">${game.emergency}</p>`,
    rows: [
      callRow(game.call, calls, act.call),
      [control("Finish here", act.finish, "first")],
      ...(state.over ? [] : [[control("I tapped by mistake", act.mistake)]]),
    ],
  };
}

function done({ state, unsent, links }: View): Content {
  return {
    title: state.said.lines[0] ?? "",
    body: html`<p>Sit down for a minute. Have some water.</p>
      <p role="status">${whereKept(unsent, state.log !== null)}</p>`,
    rows: [[link("Today", links.today, "first"), link("Your log", links.log)]],
  };
}
