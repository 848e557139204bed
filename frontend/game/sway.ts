// <handrail-sway>: the game of calm shifts on one page. The state is pure (state.ts); here are its
// clock, the phone's sense of gravity, its voice and tones, and what keeps its log.
import { html, LitElement, type TemplateResult } from "lit";
import { stayAwake } from "../player/awake.ts";
import { Clock } from "../player/clock.ts";
import { buttons, runControl } from "../player/controls.ts";
import { focusHeading } from "../player/focus.ts";
import { isoHere } from "../player/instants.ts";
import { readSettings } from "../player/settings.ts";
import * as sound from "../player/sound.ts";
import type { Control } from "../player/view.ts";
import * as voice from "../player/voice.ts";
import { clocksNow, factsNow, type Known, loadedNow } from "../shared/age.ts";
import { Keeper } from "../shared/keeper.ts";
import { LOGS } from "../shared/outbox.ts";
import type { Game } from "../shared/schema.ts";
import { uuid7 } from "../shared/uuid7.ts";
import { hum, wakeHum } from "./hum.ts";
import { feel, mayFeel, stopFeeling } from "./motion.ts";
import { ACTIVE, MOVING } from "./moves.ts";
import { leanNow } from "./play.ts";
import { type Acts, currentScreen, type View } from "./screens.ts";
import { reduce } from "./state.ts";
import { type Event, type Now, START } from "./types.ts";

interface GameData {
  readonly game: Game;
  /** The facts of the last check-in, and when it was told. */
  readonly known: Known;
  readonly links: View["links"];
}

const DATA = "game-data";
const TICK_MS = 250;

class Sway extends LitElement {
  private data!: GameData;
  private state = START;
  private calls = false;
  private readonly keeper = new Keeper(() => this.requestUpdate());
  private readonly clock = new Clock(() => this.dispatch({ type: "tick" }), sound.context);
  private readonly settings = readSettings();
  private readonly session = uuid7();
  private readonly loaded = loadedNow();

  // Light DOM, so that the page's styles and checks apply.
  override createRenderRoot(): this {
    this.replaceChildren();
    return this;
  }

  override connectedCallback(): void {
    this.data = JSON.parse(document.getElementById(DATA)!.textContent!) as GameData;
    super.connectedCallback();
    addEventListener("keydown", (press) => press.key === "Escape" && this.dispatch({ type: "stop" }));
    document.addEventListener("visibilitychange", () => document.hidden && this.dispatch({ type: "pause" }));
  }

  override render(): TemplateResult {
    const content = currentScreen(this.view());
    // The one event that a control sends itself is Stop; everything else is an act.
    const run = (control: Control) => runControl(control, () => this.dispatch({ type: "stop" }));
    return html`<section class="player game" data-screen=${this.state.screen}>
      <div class="player-body">
        <h1 tabindex="-1">${content.title}</h1>
        ${content.body}
      </div>
      <div class="player-controls">${buttons(content, this.state.screen !== "sitting", run)}</div>
    </section>`;
  }

  private view(): View {
    const { game, links } = this.data;
    const facts = factsNow([this.data.known], clocksNow(this.loaded));
    const { state, calls, acts: act } = this;
    return { game, links, state, facts, unsent: this.keeper.unsent, calls, speaks: this.settings.voice, act };
  }

  private readonly acts: Acts = {
    start: () => void this.start(),
    byVoice: () => this.begin({ type: "by_voice" }),
    goOn: () => this.dispatch({ type: "go_on" }),
    wobbled: () => this.dispatch({ type: "wobbled" }),
    mistake: () => this.dispatch({ type: "mistake" }),
    finish: () => this.dispatch({ type: "finish" }),
    call: () => {
      this.calls = true;
      this.requestUpdate();
    },
  };

  /** Sound is woken and the phone is asked inside the tap; later neither is allowed. */
  private async start(): Promise<void> {
    sound.wake();
    wakeHum();
    // Some browsers let a voice begin only inside a tap too.
    voice.say(this.data.game.name, this.settings);
    const measured = await mayFeel();
    if (measured) feel((sample) => this.dispatch({ type: "sample", sample }));
    this.begin({ type: "start", measured });
  }

  private begin(event: Event): void {
    sound.wake();
    if (event.type === "by_voice") stopFeeling();
    this.dispatch(event);
  }

  private dispatch(event: Event): void {
    const before = this.state;
    this.state = reduce(this.data.game, before, event, this.now());
    if (this.state.said !== before.said) this.speak();
    if (this.state.log !== null) this.keeper.keep(LOGS, [this.state.log]);
    if (this.state.screen !== before.screen) this.arrive();
    this.sound();
    if (this.state !== before) this.requestUpdate();
    if (event.type !== "sample") this.setClock();
  }

  private arrive(): void {
    this.calls = false;
    const runs = ACTIVE.includes(this.state.screen);
    void stayAwake(runs);
    if (["sitting", "done"].includes(this.state.screen)) stopFeeling();
    this.setClock();
    void this.updateComplete.then(() => focusHeading(this));
  }

  private setClock(): void {
    if (ACTIVE.includes(this.state.screen)) this.clock.after(TICK_MS);
    else this.clock.rest();
  }

  /** Nothing old is said into something new. */
  private speak(): void {
    const { lines, tone } = this.state.said;
    voice.hush();
    if (tone !== null) sound.play(tone, this.settings);
    lines.forEach((line) => voice.say(line, this.settings));
  }

  private sound(): void {
    const moves = this.state.measured && this.state.sides !== null && MOVING.includes(this.state.screen);
    hum(moves && this.settings.sound ? leanNow(this.state) : null);
  }

  private now(): Now {
    return {
      ms: performance.now(),
      iso: isoHere(new Date()),
      facts: factsNow([this.data.known], clocksNow(this.loaded)),
      session: this.session,
      newId: uuid7,
    };
  }
}

customElements.define("handrail-sway", Sway);
