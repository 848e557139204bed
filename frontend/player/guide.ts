// Says and sounds what a session comes to, so that nobody has to look.
import type { Timeline } from "../shared/schema.ts";
import { dueCues } from "./cues.ts";
import type { Settings } from "./settings.ts";
import * as sound from "./sound.ts";
import type { State } from "./types.ts";
import type { Content } from "./view.ts";
import * as voice from "./voice.ts";
import { stepOf } from "./ways.ts";

const BEGINNING_MS = 500;

export class Guide {
  /** The sentence said last. */
  caption = "";
  private place = "";
  private heardMs = -1;

  /** Follows the session: the title of a new screen, or the cues of a step that are due by now. */
  follow(timeline: Timeline, state: State, elapsed: number, content: () => Content, settings: Settings): void {
    const place = placeOf(state);
    if (place !== this.place) this.arrive(place, state, content, settings, elapsed);
    if (state.screen !== "step") return;
    const step = stepOf(timeline, state);
    if (step === undefined || !(state.running || step.kind === "set_up")) return;
    for (const cue of dueCues(step, this.heardMs, elapsed)) {
      if (cue.sound !== null) sound.play(cue.sound, settings);
      this.say(cue.say, settings);
    }
    this.heardMs = elapsed;
  }

  say(text: string, settings: Settings): void {
    if (text === "") return;
    this.caption = text;
    voice.say(text, settings);
  }

  private arrive(place: string, state: State, content: () => Content, settings: Settings, elapsed: number): void {
    this.place = place;
    // A step that is taken up in its middle says nothing of its beginning again.
    this.heardMs = elapsed > BEGINNING_MS ? elapsed : -1;
    this.caption = "";
    voice.hush();
    if (state.screen === "step") return;
    const { title, says = [] } = content();
    for (const line of [title, ...says]) this.say(line, settings);
  }
}

/** The step or screen that a session is at, such as "0.1.4" for an item, a way and a step. */
export const placeOf = (state: State): string =>
  state.screen === "step"
    ? `${state.item}.${state.way}.${state.step}`
    : `${state.screen}.${Object.keys(state.answered).length}.${state.told.length}`;
