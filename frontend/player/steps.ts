// The screen of one step: setting up, working, resting.
import { html, nothing, svg, type TemplateResult } from "lit";
import type { Step, Way } from "../shared/schema.ts";
import { wantsStillness } from "./stillness.ts";
import { type Content, type Control, control, list, type View } from "./view.ts";
import { hasEasier, stepOf, waitsForHelper, wayOf } from "./ways.ts";
import { bigNumber, heading, sideWords, whereInDose } from "./words.ts";

const BEFORE_WORK: readonly Step["kind"][] = ["get_up", "change_place", "water", "set_up"];

export function stepScreen(view: View): Content {
  const way = wayOf(view.timeline, view.state)!;
  const step = stepOf(view.timeline, view.state)!;
  const isSetUp = step.kind === "set_up";
  return {
    title: way.name,
    body: html`${isSetUp ? setUp(view, way, step) : timed(view, way, step)}`,
    rows: [isSetUp ? setUpRow(view, way) : firstRow(view, step), secondRow(view, BEFORE_WORK.includes(step.kind))],
  };
}

// ---- What it says ----

function setUp(view: View, way: Way, step: Step): TemplateResult {
  const needs = [way.holding, way.standing_by].filter(Boolean);
  return html`<p class="quiet">${way.dose}${step.side === null ? nothing : html`, ${sideWords(step.side).toLowerCase()} first`}</p>
    ${startsIn(view, step)} ${figure(way, false)}
    ${needs.length > 0 ? list(needs, "player-needs") : nothing} ${list(way.setup, "player-list")}
    <h2>How it goes</h2>
    <ol class="player-list">
      ${way.steps.map((line) => html`<li>${line}</li>`)}
    </ol>
    <p>${way.breathing}</p>
    <h2>Stop if</h2>
    ${list(way.stop_signs, "player-list")}
    <p class="quiet">${way.why}</p>`;
}

function startsIn(view: View, step: Step): TemplateResult | typeof nothing {
  if (!view.state.running) return nothing;
  return html`<p class="player-starts">Starts in <strong>${bigNumber(step, view.elapsed).number}</strong></p>`;
}

function timed(view: View, way: Way, step: Step): TemplateResult {
  const { number, unit } = bigNumber(step, view.elapsed);
  const counts = step.reps !== null;
  return html`<div class="player-now" data-kind=${step.kind}>
    ${figure(way, step.kind === "work" && view.state.running)}
    <div class="player-what" data-side=${step.side ?? nothing}>
      <p class="player-kind">${view.state.running ? heading(step) : "Paused"}</p>
      ${side(step)}
    </div>
    <p class="player-number" role=${counts ? "status" : "timer"}>
      <strong>${number}</strong> <span>${unit}</span>
    </p>
    <p class="quiet">${whereInDose(way, step)}</p>
    <p class="player-cue">${cue(view, way, step)}</p>
  </div>`;
}

/** The drawing; it moves only during work, and never for somebody who asked for less of it. */
function figure(way: Way, working: boolean): TemplateResult | typeof nothing {
  const src = working && !wantsStillness() ? way.motion : way.figure;
  return src === null ? nothing : html`<img class="player-figure" src=${src} alt="" width="320" height="240" />`;
}

/** The side by word, by arrow and by where it stands. */
function side(step: Step): TemplateResult | typeof nothing {
  if (step.side === null) return nothing;
  const points = step.side === "left" ? "20,2 4,14 20,26" : "8,2 24,14 8,26";
  return html`<p class="player-side">
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">${svg`<polygon points=${points}></polygon>`}</svg>
    <span>${sideWords(step.side)}</span>
  </p>`;
}

/** One cue at a time, the next one with the next set or hold; on the way to a stand-in, why it is one. */
function cue(view: View, way: Way, step: Step): string {
  if (BEFORE_WORK.includes(step.kind)) return view.state.way > 0 ? way.why : "";
  if (step.kind !== "work") return way.holding;
  const turn = step.set + (step.hold ?? 1) - 2;
  return way.cues[turn % way.cues.length] ?? "";
}

// ---- What can be done ----

function setUpRow(view: View, way: Way): readonly Control[] {
  const alone = way.helper === "none" || view.state.alone ? [] : [control("Nobody is here", "alone")];
  if (waitsForHelper(way, view.state)) return [control(HERE[way.helper] ?? "", "beside", "first"), ...alone];
  return [control("I am ready", "go", "first"), ...(view.state.running ? [control("Wait", "pause")] : alone)];
}

/** What the second person taps. */
const HERE: Record<string, string> = {
  in_home: "I am in the home with you",
  arms_reach: "I stand beside you",
  therapist: "I am your therapist, beside you",
};

function firstRow(view: View, step: Step): readonly Control[] {
  const toggle = view.state.running ? control("Pause", "pause", "first") : control("Go on", "go", "first");
  return [toggle, control(step.kind === "work" ? "Done" : "Start now", "next")];
}

/** Few choices while hands are busy; the others once it rests. */
function secondRow(view: View, isBefore: boolean): readonly Control[] {
  const { state } = view;
  const easier = hasEasier(view.timeline, state, view.facts) ? [control("Easier", "easier", "small")] : [];
  if (state.running && !isBefore) return [...easier, control("I lost balance", "wobbled", "small")];
  const back = state.step > 0 || state.left.length > 0 ? [control("Back", "back", "small")] : [];
  return [...back, ...easier, control("Skip", "skip", "small")];
}
