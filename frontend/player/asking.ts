// The check-in on this device, one question a screen.
import { html, nothing } from "lit";
import type { Question } from "../shared/schema.ts";
import { nextQuestion } from "./checkin.ts";
import { type Content, control, type View } from "./view.ts";

const RATINGS_A_ROW = 4;

export function checkIn(view: View): Content {
  const question = nextQuestion(view.form, view.state.answered)!;
  return {
    title: question.text,
    says: [question.help].filter(Boolean),
    body: html`${question.help ? html`<p>${question.help}</p>` : nothing}${question.many ? ticks(view, question) : nothing}`,
    rows: [...(question.many ? [] : choices(question)), [control("Back", "back", "quiet")]],
  };
}

function choices(question: Question) {
  const controls = question.choices.map(({ value, label, small }) =>
    control(small ? `${label}. ${small}` : label, { type: "answer", name: question.name, value }),
  );
  const width = controls.length > 6 ? RATINGS_A_ROW : 1;
  const starts = controls.map((_, index) => index).filter((index) => index % width === 0);
  return starts.map((start) => controls.slice(start, start + width));
}

/** Several may be true, so they are ticked and then sent together. */
function ticks(view: View, question: Question) {
  const send = (submitted: SubmitEvent) => {
    submitted.preventDefault();
    const value = new FormData(submitted.target as HTMLFormElement).getAll("sign").map(String);
    view.act.send({ type: "answer", name: question.name, value });
  };
  return html`<form class="player-ticks" @submit=${send}>
    ${question.choices.map(
      ({ value, label }) => html`<label><input type="checkbox" name="sign" value=${String(value)} /> <span>${label}</span></label>`,
    )}
    <button type="submit" class="player-button first">Go on</button>
  </form>`;
}
