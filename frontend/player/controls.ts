// The controls of a screen: as buttons, or as one big control that offers them in turn.
import { html, nothing, type TemplateResult } from "lit";
import type { Event } from "./types.ts";
import { type Content, type Control, control } from "./view.ts";

export const STOP: Control = control("Stop, I need to sit", "stop", "stop");

/** All that can be done on a screen, the main thing first and Stop last. */
export function allControls(content: Content, stops: boolean): readonly Control[] {
  return [...content.rows.flat(), ...(stops ? [STOP] : [])];
}

export function buttons(content: Content, stops: boolean, run: (control: Control) => void): TemplateResult {
  return html`${content.rows.map((row) =>
    row.length === 1 ? button(row[0]!, run) : html`<div class="player-row">${row.map((one) => button(one, run))}</div>`,
  )}${stops ? button(STOP, run) : ""}`;
}

/** One control as large as the thumb needs; it does what it says now. */
export function oneControl(
  content: Content,
  stops: boolean,
  turn: number,
  running: boolean,
  run: (control: Control) => void,
): TemplateResult {
  const choices = allControls(content, stops);
  const now = choices[turn % choices.length]!;
  const all = html`<ol class="player-choices" aria-hidden="true">
    ${choices.map((choice) => html`<li class=${choice === now ? "now" : ""}>${choice.label}</li>`)}
  </ol>`;
  return html`${running ? nothing : all}
    <button type="button" class="player-button first one" @click=${once(() => run(now))}>${now.label}</button>
    ${stops && now !== STOP ? button(STOP, run) : ""}`;
}

function button(control: Control, run: (control: Control) => void): TemplateResult {
  const look = `player-button ${control.look ?? ""}`;
  if (typeof control.does === "string") return html`<a class=${look} href=${control.does}>${control.label}</a>`;
  return html`<button type="button" class=${look} @click=${once(() => run(control))}>${control.label}</button>`;
}

/** The second click of a double click does nothing. */
const once = (act: () => void) => (click: MouseEvent) => {
  if (click.detail <= 1) act();
};

/** Runs a control: an event for the session, an act of the page, or an address to go to. */
export function runControl(control: Control, send: (event: Event) => void): void {
  const { does } = control;
  if (typeof does === "string") location.assign(does);
  else if (typeof does === "function") does();
  else send(does);
}
