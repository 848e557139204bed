// The rail: the session as one line that fills, with a mark for every exercise.
import { html, svg, type TemplateResult } from "lit";
import type { Timeline } from "../shared/schema.ts";
import type { State } from "./types.ts";
import { wayOf } from "./ways.ts";

const QUESTIONS = ["effort", "happened", "which", "how_much", "done"];

/** How much of the session is behind, from 0 to 1. */
export function fraction(timeline: Timeline, state: State): number {
  if (QUESTIONS.includes(state.screen)) return 1;
  const steps = wayOf(timeline, state)?.script.length ?? 1;
  return (state.item + state.step / steps) / timeline.items.length;
}

export function rail(timeline: Timeline, state: State): TemplateResult {
  const count = timeline.items.length;
  const done = fraction(timeline, state);
  const percent = Math.round(done * 100);
  const marks = timeline.items.map((_, index) => {
    const at = index / count;
    return svg`<circle class=${at <= done ? "passed" : "ahead"} cx="50%" cy="${at * 100}%" r="7"></circle>`;
  });
  return html`<div
    class="player-rail"
    role="progressbar"
    aria-label="The session"
    aria-valuenow=${percent}
    aria-valuemin="0"
    aria-valuemax="100"
  >
    <svg aria-hidden="true">
      <line class="ahead" x1="50%" x2="50%" y1="0%" y2="100%"></line>
      <line class="passed" x1="50%" x2="50%" y1="0%" y2="${percent}%"></line>
      ${marks}
    </svg>
  </div>`;
}
