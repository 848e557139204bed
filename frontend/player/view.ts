// What every screen may show and do.
import { html, nothing, type TemplateResult } from "lit";
import type { Facts, Timeline } from "../shared/schema.ts";
import type { Left } from "../shared/outbox.ts";
import type { Event, Plain, State } from "./types.ts";

export interface View {
  readonly timeline: Timeline;
  readonly state: State;
  readonly facts: Facts;
  /** Milliseconds of the current step. */
  readonly elapsed: number;
  readonly links: Readonly<Record<"today" | "log" | "check-in", string>>;
  /** What is still on this device only. */
  readonly unsent: Left;
  readonly soundIsOn: boolean;
  readonly send: (event: Event) => void;
  readonly toggleSound: () => void;
}

/** A button that sends an event. The second click of a double click does nothing. */
export function button(view: View, label: string, event: Event | Plain, look = ""): TemplateResult {
  const sent: Event = typeof event === "string" ? { type: event } : event;
  return html`<button
    type="button"
    class="player-button ${look}"
    @click=${(click: MouseEvent) => click.detail > 1 || view.send(sent)}
  >
    ${label}
  </button>`;
}

/** A screen: what it says above, what can be done below. Stop stands on all but the stop screen itself. */
export function screen(view: View, title: string, body: unknown, controls: unknown): TemplateResult {
  const stop = view.state.screen === "sitting" ? nothing : button(view, "Stop, I need to sit", "stop", "stop");
  return html`<div class="player-body">
      <h1 tabindex="-1">${title}</h1>
      ${body}
    </div>
    <div class="player-controls">${controls} ${stop}</div>`;
}

export function list(lines: readonly string[], look = ""): TemplateResult {
  return html`<ul class=${look}>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;
}
