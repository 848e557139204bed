// The last questions, all optional, and what was done.
import { html, nothing } from "lit";
import { whereKept } from "../shared/where.ts";
import { doneLogs } from "./state.ts";
import { type Content, control, link, list, type View } from "./view.ts";
import { doneWords, EFFORTS, HAPPENINGS, HURTS } from "./words.ts";

export function effort(view: View): Content {
  return {
    title: "How hard was it?",
    body: list(view.timeline.finish, "player-list"),
    says: view.timeline.finish,
    rows: [
      ...EFFORTS.map(({ value, label }) => [control(label, { type: "effort", value })]),
      [control("I would rather not say", { type: "effort", value: null }, "quiet")],
    ],
  };
}

export function happened(view: View): Content {
  const first = view.state.told.length === 0;
  return {
    title: first ? "Did anything happen?" : "Anything else?",
    body: nothing,
    rows: [
      [control(first ? "No, nothing" : "No, nothing else", "nothing_else", "first")],
      ...HAPPENINGS.map(({ what, label }) => [control(label, { type: "happened", what })]),
    ],
  };
}

export function which(view: View): Content {
  const names = namesIn(view);
  return {
    title: "In which exercise?",
    body: nothing,
    rows: [
      ...doneLogs(view.state).map((log) => [
        control(names.get(log.exercise) ?? log.exercise, { type: "which", position: log.position }),
      ]),
      [control("I am not sure", { type: "which", position: null }, "quiet")],
    ],
  };
}

export function howMuch(): Content {
  const rows = HURTS.map(({ value, label }) => [control(label, { type: "how_much", pain: value })]);
  return { title: "How much did it hurt?", body: nothing, rows };
}

export function done(view: View): Content {
  const { state, timeline } = view;
  const names = namesIn(view);
  const fell = state.told.some((one) => one.what === "fall");
  const kept = whereKept(view.unsent, view.state.logs.length > 0);
  return {
    title: "Done",
    says: [kept],
    body: html`<ul class="player-list">
        ${state.logs.map((log) => html`<li>${names.get(log.exercise)} <span class="quiet">${doneWords(log)}</span></li>`)}
      </ul>
      ${fell ? html`<p class="player-emergency">You fell: stay seated until you feel as before. ${timeline.emergency} ${timeline.call.said}</p>` : nothing}
      <p role="status">${kept}</p>
      ${state.logs.length > 0 ? noteForm(view) : nothing}`,
    rows: [[link("See your log", view.links.log), link("Back to today", view.links.today)]],
  };
}

function noteForm(view: View) {
  const keep = (submitted: SubmitEvent) => {
    submitted.preventDefault();
    const form = submitted.target as HTMLFormElement;
    const text = String(new FormData(form).get("note")).trim();
    if (text === "") return;
    view.act.note(text);
    form.reset();
  };
  return html`<form class="player-note" @submit=${keep}>
    <label for="note">A note for yourself, if you like</label>
    <textarea id="note" name="note" rows="3" maxlength="1000"></textarea>
    <button type="submit" class="player-button">Keep the note</button>
  </form>`;
}

const namesIn = (view: View) => new Map(view.timeline.items.flat().map((way) => [way.exercise, way.name]));
