// The screens around the work: before it, in its place, when it stops, and after it.
import { html, nothing, type TemplateResult } from "lit";
import { doneLogs } from "./state.ts";
import type { Screen } from "./types.ts";
import { button, list, screen, type View } from "./view.ts";
import { canGoOnSeated } from "./ways.ts";
import { doneWords, EFFORTS, HAPPENINGS, HURTS } from "./words.ts";
import { stepScreen } from "./steps.ts";

const SCREENS: Record<Screen, (view: View) => TemplateResult> = {
  check_list: checkList,
  step: stepScreen,
  no_way: noWay,
  ask_again: askAgain,
  sitting,
  effort,
  happened,
  which,
  how_much: howMuch,
  done,
};

export const currentScreen = (view: View): TemplateResult => SCREENS[view.state.screen](view);

const link = (href: string, label: string) => html`<a class="player-button" href=${href}>${label}</a>`;

function checkList(view: View): TemplateResult {
  const planned = view.timeline.items.flatMap((ways) => ways.slice(0, 1));
  return screen(
    view,
    "Before you start",
    html`${list(view.timeline.check_list, "player-check")}
      <h2>What comes</h2>
      <ol class="player-list">
        ${planned.map((way) => html`<li>${way.name} <span class="quiet">${way.dose}</span></li>`)}
      </ol>
      <p class="quiet">No clinician has reviewed this plan.</p>`,
    html`${button(view, "All there. Start", "go", "first")}
      <div class="player-row">
        <button type="button" class="player-button" aria-pressed=${view.soundIsOn} @click=${view.toggleSound}>
          Sound ${view.soundIsOn ? "on" : "off"}
        </button>
        ${link(view.links.today, "Not now")}
      </div>`,
  );
}

function noWay(view: View): TemplateResult {
  const name = view.timeline.items[view.state.item]?.[0]?.name ?? "";
  return screen(
    view,
    "Rest instead",
    html`<p>${name}: no way of doing this one fits how you are now. So this is a rest.</p>`,
    html`${button(view, "Go on", "go", "first")}`,
  );
}

function askAgain(view: View): TemplateResult {
  return screen(
    view,
    "How are you now?",
    html`<p>Your answers are older than four hours. Answer again: it takes three taps. What you did is kept.</p>`,
    html`<a class="player-button first" href=${view.links["check-in"]}>Check in</a>
      ${button(view, "Finish here", "finish")}`,
  );
}

function sitting(view: View): TemplateResult {
  const playing = ["check_list", "step", "no_way"].includes(view.state.behind);
  const seated = playing && canGoOnSeated(view.timeline, view.state, view.facts);
  return screen(
    view,
    "Sit down now",
    html`${list(view.timeline.sit_down, "player-large")}
      <p class="player-emergency">${view.timeline.emergency}</p>`,
    html`${button(view, "Finish here", "finish", "first")}
      ${seated ? button(view, "Go on, sitting or lying", "go_on_seated") : nothing}
      ${button(view, "I tapped by mistake", "mistake")}`,
  );
}

function effort(view: View): TemplateResult {
  return screen(
    view,
    "How hard was it?",
    nothing,
    html`${EFFORTS.map(({ value, label }) => button(view, label, { type: "effort", value }))}
      ${button(view, "I would rather not say", { type: "effort", value: null }, "quiet")}`,
  );
}

function happened(view: View): TemplateResult {
  const first = view.state.told.length === 0;
  return screen(
    view,
    first ? "Did anything happen?" : "Anything else?",
    nothing,
    html`${button(view, first ? "No, nothing" : "No, nothing else", "nothing_else", "first")}
      ${HAPPENINGS.map(({ what, label }) => button(view, label, { type: "happened", what }))}`,
  );
}

function which(view: View): TemplateResult {
  const names = new Map(view.timeline.items.flat().map((way) => [way.exercise, way.name]));
  return screen(
    view,
    "In which exercise?",
    nothing,
    html`${doneLogs(view.state).map((log) =>
      button(view, names.get(log.exercise) ?? log.exercise, { type: "which", position: log.position }),
    )}
    ${button(view, "I am not sure", { type: "which", position: null }, "quiet")}`,
  );
}

function howMuch(view: View): TemplateResult {
  const controls = HURTS.map(({ value, label }) => button(view, label, { type: "how_much", pain: value }));
  return screen(view, "How much did it hurt?", nothing, html`${controls}`);
}

function done(view: View): TemplateResult {
  const names = new Map(view.timeline.items.flat().map((way) => [way.exercise, way.name]));
  const fell = view.state.told.some((one) => one.what === "fall");
  return screen(
    view,
    "Done",
    html`<ul class="player-list">
        ${view.state.logs.map((log) => html`<li>${names.get(log.exercise)} <span class="quiet">${doneWords(log)}</span></li>`)}
      </ul>
      ${fell ? html`<p class="player-emergency">You fell: stay seated until you feel as before. ${view.timeline.emergency}</p>` : nothing}
      <p role="status">${whereKept(view)}</p>`,
    html`${link(view.links.log, "See your log")} ${link(view.links.today, "Back to today")}`,
  );
}

function whereKept({ unsent, state }: View): string {
  if (unsent.refused > 0) return "Your log could not take all of it. It stays on this device, and nothing is lost.";
  if (unsent.waiting > 0) return "It is kept on this device. It goes to your log by itself when there is a connection.";
  return state.logs.length > 0 ? "It is in your log." : "Nothing was done this time, and that is fine.";
}
