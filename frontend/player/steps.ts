// The screen of one step: setting up, working, resting.
import { html, nothing, svg, type TemplateResult } from "lit";
import type { Step, Way } from "../shared/schema.ts";
import type { Plain } from "./types.ts";
import { button, list, screen, type View } from "./view.ts";
import { hasEasier, stepOf, wayOf } from "./ways.ts";
import { bigNumber, heading, sideWords, spoken, whereInDose } from "./words.ts";

export function stepScreen(view: View): TemplateResult {
  const way = wayOf(view.timeline, view.state)!;
  const step = stepOf(view.timeline, view.state)!;
  const said = html`<p class="player-spoken" aria-live="polite">${spoken(way, step)}</p>`;
  const body = step.kind === "set_up" ? setUp(way, step) : timed(view, way, step);
  return screen(view, way.name, html`${said}${body}`, html`${firstRow(view, way, step)} ${secondRow(view)}`);
}

// ---- What it says ----

function setUp(way: Way, step: Step): TemplateResult {
  const needs = [way.holding, way.standing_by].filter(Boolean);
  return html`<p class="quiet">${way.dose}${step.side === null ? nothing : html`, ${sideWords(step.side).toLowerCase()} first`}</p>
    ${figure(way, false)} ${needs.length > 0 ? list(needs, "player-needs") : nothing} ${list(way.setup, "player-list")}
    <h2>How it goes</h2>
    <ol class="player-list">
      ${way.steps.map((line) => html`<li>${line}</li>`)}
    </ol>
    <p>${way.breathing}</p>
    <h2>Stop if</h2>
    ${list(way.stop_signs, "player-list")}
    <p class="quiet">${way.why}</p>`;
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
    <p class="player-cue">${cue(way, step)}</p>
  </div>`;
}

/** The drawing; it moves only during work, and never for somebody who asked for less of it. */
function figure(way: Way, working: boolean): TemplateResult | typeof nothing {
  const src = working && !wantsStillness() ? way.motion : way.figure;
  return src === null ? nothing : html`<img class="player-figure" src=${src} alt="" width="320" height="240" />`;
}

function wantsStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches || document.documentElement.dataset.theme === "low-stimulus";
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

/** One cue at a time, the next one with the next set or hold. */
function cue(way: Way, step: Step): string {
  if (step.kind !== "work") return way.holding;
  const turn = step.set + (step.hold ?? 1) - 2;
  return way.cues[turn % way.cues.length] ?? "";
}

// ---- What can be done ----

function firstRow(view: View, way: Way, step: Step): TemplateResult {
  if (step.kind === "set_up") {
    const alone = way.helper === "none" || view.state.alone ? nothing : button(view, "Nobody is here", "alone");
    return html`<div class="player-row">${button(view, "I am ready", "go", "first")} ${alone}</div>`;
  }
  const toggle = view.state.running ? button(view, "Pause", "pause", "first") : button(view, "Go on", "go", "first");
  return html`<div class="player-row">
    ${toggle} ${button(view, step.kind === "work" ? "Done" : "Start now", "next")}
  </div>`;
}

function secondRow(view: View): TemplateResult {
  const { state } = view;
  const choice = (label: string, event: Plain) => button(view, label, event, "small");
  return html`<div class="player-row">
    ${state.step > 0 || state.left.length > 0 ? choice("Back", "back") : nothing}
    ${hasEasier(view.timeline, state, view.facts) ? choice("Easier", "easier") : nothing} ${choice("Skip", "skip")}
  </div>`;
}
