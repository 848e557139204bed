// The screens around the work: before it, in its place, and when it stops.
import { html, nothing } from "lit";
import { done, effort, happened, howMuch, which } from "./after.ts";
import { checkIn } from "./asking.ts";
import { callRow, callWords } from "./calling.ts";
import { meaningOf } from "./checkin.ts";
import { settingsScreen } from "./guidance.ts";
import { stepScreen } from "./steps.ts";
import type { Screen } from "./types.ts";
import { type Content, control, link, list, type View } from "./view.ts";
import { anyFits, canGoOnSeated } from "./ways.ts";

const SCREENS: Record<Screen, (view: View) => Content> = {
  check_list: checkList,
  settings: settingsScreen,
  check_in: checkIn,
  rest_today: restToday,
  step: stepScreen,
  wobble,
  no_way: noWay,
  ask_again: askAgain,
  sitting,
  effort,
  happened,
  which,
  how_much: howMuch,
  done,
};

export const currentScreen = (view: View): Content => SCREENS[view.state.screen](view);

function checkList(view: View): Content {
  const planned = view.timeline.items.flatMap((ways) => ways.slice(0, 1));
  return {
    title: "Before you start",
    says: view.timeline.check_list,
    body: html`${list(view.timeline.check_list, "player-check")}
      <h2>What comes</h2>
      <ol class="player-list">
        ${planned.map((way) => html`<li>${way.name} <span class="quiet">${way.dose}</span></li>`)}
      </ol>
      <p class="quiet">No clinician has reviewed this plan.</p>`,
    rows: [
      [control("All there. Start", "go", "first")],
      [control("How it guides you", "settings"), link("Not now", view.links.today)],
    ],
  };
}

function noWay(view: View): Content {
  const name = view.timeline.items[view.state.item]?.[0]?.name ?? "";
  const said = `${name}: no way of doing this one fits how you are now. So this is a rest.`;
  return { title: "Rest instead", says: [said], body: html`<p>${said}</p>`, rows: [[control("Go on", "go", "first")]] };
}

function askAgain(view: View): Content {
  const said = "Your answers are older than four hours. Answer again: it takes three taps. What you did is kept.";
  const gentle = anyFits(view.timeline, { ...view.state, gentle: true }, view.facts);
  return {
    title: "How are you now?",
    says: [said],
    body: html`<p>${said}</p>
      ${gentle ? html`<p>Or do only the gentle part, seated or lying. Not if you are ill or something is new.</p>` : nothing}`,
    rows: [
      [control("Check in", "check_in", "first")],
      ...(gentle ? [[control("Only the gentle part", "gentle")]] : []),
      [control("Finish here", "finish")],
    ],
  };
}

function restToday(view: View): Content {
  const { advice } = meaningOf(view.form, view.state.answered);
  const said = ["With what you told us, there is nothing to do now. Rest, and look at Today: it says what may help.", ...advice];
  return { title: "Rest today", says: said, body: list(said, "player-list"), rows: [[control("Finish here", "finish", "first")]] };
}

function wobble(): Content {
  return {
    title: "What happened?",
    says: ["Hold on. Take your time."],
    body: html`<p>Hold on. Take your time.</p>`,
    rows: [
      [control("I had to grab hold", { type: "wobble", what: "touch" })],
      [control("I stepped out of place", { type: "wobble", what: "step_out" })],
      [control("I nearly fell", { type: "wobble", what: "near_fall" })],
      [control("Nothing, I am fine", "go", "quiet")],
    ],
  };
}

function sitting(view: View): Content {
  const { timeline, state } = view;
  const playing = ["check_list", "step", "wobble", "no_way"].includes(state.behind);
  const seated = playing && canGoOnSeated(timeline, state, view.facts);
  const { advice } = meaningOf(view.form, state.answered);
  return {
    title: "Sit down now",
    says: [...timeline.sit_down, timeline.emergency],
    body: html`${callWords(timeline.call, view.calls)}
      ${list(timeline.sit_down, "player-large")}
      <p class="player-emergency">${[...advice, timeline.emergency].join(" ")}</p>`,
    rows: [
      callRow(timeline.call, view.calls, view.act.call),
      [control("Finish here", "finish", "first")],
      ...(seated ? [[control("Go on, sitting or lying", "go_on_seated")]] : []),
      ...(state.behind === "sitting" ? [] : [[control("I tapped by mistake", "mistake")]]),
    ],
  };
}
