// <handrail-player>: one session on one page. The state is pure (state.ts); here are its
// clock, its keys, its voice and ears, and what keeps its logs.
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { clocksNow, factsNow, type Known, loadedNow } from "../shared/age.ts";
import { Keeper } from "../shared/keeper.ts";
import { CHECK_INS, LOGS, waitingFor } from "../shared/outbox.ts";
import type { CheckInReport, Facts, Log } from "../shared/schema.ts";
import { uuid7 } from "../shared/uuid7.ts";
import { stayAwake } from "./awake.ts";
import { Clock, nextChangeMs } from "./clock.ts";
import { allControls, buttons, oneControl, runControl } from "./controls.ts";
import * as ears from "./ears.ts";
import { focusHeading } from "./focus.ts";
import { Guide, placeOf } from "./guide.ts";
import { helperIsHere } from "./helper.ts";
import { isoHere } from "./instants.ts";
import { eventOf, isPress, isWriting } from "./keys.ts";
import { restored, save } from "./progress.ts";
import { rail } from "./rail.ts";
import { currentScreen } from "./screens.ts";
import { changed, keepSettings, readSettings, type Settings } from "./settings.ts";
import * as sound from "./sound.ts";
import { hearWords, stopHearingWords, understands } from "./spoken.ts";
import { elapsedMs, lengthMs, reduce, type Session } from "./state.ts";
import { type Event, type Now, type Plain, START, type State } from "./types.ts";
import { knownFrom, unreadIn, withUnread } from "./unread.ts";
import type { Content, Control, View } from "./view.ts";
import * as voice from "./voice.ts";
import { stepOf, waitsForHelper, wayOf } from "./ways.ts";

/** What the page brings. */
interface PageData extends Omit<Session, "unread"> {
  readonly session: string;
  /** The facts of the last check-in, and when it was told. */
  readonly known: Known;
  readonly links: View["links"];
  /** Where a helper's phone says that they are here. */
  readonly presence: string;
}

const SECOND_MS = 1000;
const SCAN_MS = 2500;
const HELPER_MS = 3000;
const DATA = "session-data";
const GOES_ON = ["check_list", "no_way", "step"];

class Player extends LitElement {
  private data!: PageData & Session;
  /** What was told here since the page was made, if the server has not read it. */
  private told: readonly Known[] = [];
  private state = START;
  private settings = readSettings();
  private understands = false;
  private calls = false;
  private turn = 0;
  /** When both clocks were last known to agree about the answers: at the start, and at each check-in here. */
  private clocks = loadedNow();
  private readonly guide = new Guide();
  private readonly clock = new Clock(() => this.dispatch({ type: "tick" }), sound.context);
  private keeper!: Keeper;

  // Light DOM, so that the page's styles, forms and checks apply.
  override createRenderRoot(): this {
    this.replaceChildren();
    return this;
  }

  override connectedCallback(): void {
    const page = JSON.parse(document.getElementById(DATA)!.textContent!) as PageData;
    const here = [restored(page.session), waitingFor<CheckInReport>(CHECK_INS), waitingFor<Log>(LOGS)] as const;
    void Promise.all(here).then(([state, reports, logs]) => {
      this.told = knownFrom(reports, page.form.sedating_window_minutes);
      this.begin({ ...page, unread: unreadIn(reports, logs) }, state);
    });
  }

  private begin(data: PageData & Session, state: State): void {
    this.data = data;
    this.state = state;
    super.connectedCallback();
    this.keeper = new Keeper(() => this.requestUpdate());
    this.keepReports();
    setInterval(() => this.scan(), SCAN_MS);
    setInterval(() => void this.lookForHelper(), HELPER_MS);
    addEventListener("keydown", (press) => this.onKey(press));
    document.addEventListener("visibilitychange", () => this.dispatch({ type: "tick" }));
    voice.whenVoicesCome(() => this.requestUpdate());
    void understands().then((can) => (this.understands = can));
    this.obeyEars();
  }

  // ---- What is shown ----

  override render(): TemplateResult {
    const view = this.view();
    const content = currentScreen(view);
    const { oneControl: one, audioOnly } = this.settings;
    const stops = this.state.screen !== "sitting";
    const run = (control: Control) => runControl(control, (event) => this.dispatch(event));
    return html`<section class="player" data-screen=${this.state.screen} ?data-dark=${audioOnly}>
      ${rail(view.timeline, this.state)}
      <div class="player-body">
        <h1 tabindex="-1">${content.title}</h1>
        ${this.caption()} ${content.body}
      </div>
      <div class="player-controls">
        ${one ? oneControl(content, stops, this.turn, this.state.running, run) : buttons(content, stops, run)}
      </div>
    </section>`;
  }

  /** What was said last; a screen around the work shows all that it says anyway. */
  private caption(): TemplateResult | typeof nothing {
    if (this.state.screen !== "step") return nothing;
    return html`<p class="player-caption" aria-live=${this.settings.voice ? "off" : "polite"}>${this.guide.caption}</p>`;
  }

  private view(): View {
    const voices = voice.voiceNames();
    return {
      timeline: this.data.timeline,
      form: this.data.form,
      links: this.data.links,
      facts: this.facts(),
      state: this.state,
      elapsed: elapsedMs(this.state, performance.now()),
      unsent: this.keeper.unsent,
      settings: this.settings,
      can: {
        speak: voices.length > 0,
        buzz: "vibrate" in navigator,
        hear: ears.canHear(),
        understand: this.understands,
      },
      voices,
      calls: this.calls,
      act: {
        send: (event) => this.dispatch(event),
        set: (more) => this.set(more),
        call: () => this.showCall(),
        note: (text) => this.keepNote(text),
      },
    };
  }

  private showCall(): void {
    this.calls = true;
    this.requestUpdate();
  }

  // ---- What happens ----

  private dispatch(event: Event): void {
    const before = this.state;
    // One look at the clock for all: a step that ends between two looks would last a second longer.
    const now = this.now();
    this.state = reduce(this.data, before, event, now);
    if (this.state !== before) this.changed(before);
    if (event.type === "go") sound.wake();
    const elapsed = elapsedMs(this.state, now.ms);
    this.guide.follow(this.data.timeline, this.state, elapsed, () => this.content(), this.settings);
    if (this.state !== before || this.state.running) this.requestUpdate();
    this.saveProgress(before, elapsed);
    this.setClock(elapsed);
    void stayAwake(this.state.running);
  }

  private changed(before: State): void {
    this.turn = 0;
    if (this.state.known !== before.known) this.clocks = loadedNow();
    if (this.state.screen !== before.screen) this.calls = false;
    this.keepReports();
    // What `make timing` reads.
    if (placeOf(this.state) !== placeOf(before)) performance.mark(placeOf(this.state));
    void this.updateComplete.then(() => this.keepFocus());
  }

  private content(): Content {
    return currentScreen(this.view());
  }

  private setClock(elapsed: number): void {
    if (!this.state.running) return this.clock.rest();
    const step = stepOf(this.data.timeline, this.state);
    const every = step?.rep_s != null ? Math.min(SECOND_MS, step.rep_s * SECOND_MS) : SECOND_MS;
    const cuesAt = step?.cues.map((cue) => cue.at_s * SECOND_MS) ?? [];
    this.clock.after(nextChangeMs(elapsed, lengthMs(this.data.timeline, this.state), cuesAt, every));
  }

  private now(): Now {
    return {
      ms: performance.now(),
      iso: isoHere(new Date()),
      facts: this.facts(),
      session: this.data.session,
      newId: uuid7,
      byItself: this.settings.byItself,
    };
  }

  private facts(): Facts {
    const { known } = this.state;
    const told = [...this.told, ...(known === null ? [] : [known])];
    return withUnread(factsNow([this.data.known, ...told], clocksNow(this.clocks)), this.data.unread);
  }

  // ---- Hands-free ----

  /** The one control: pressed by a key, a knock, a hum or a finger. */
  private press(): void {
    const choices = allControls(this.content(), this.state.screen !== "sitting");
    const { oneControl: one } = this.settings;
    if (!one && !GOES_ON.includes(this.state.screen)) return;
    const chosen = choices[one ? this.turn % choices.length : 0];
    if (chosen !== undefined) runControl(chosen, (event) => this.dispatch(event));
  }

  /** Offers the next choice, while nothing runs. */
  private scan(): void {
    if (!this.settings.oneControl || this.state.running) return;
    const choices = allControls(this.content(), this.state.screen !== "sitting");
    this.turn = (this.turn + 1) % choices.length;
    if (this.settings.audioOnly) this.guide.say(choices[this.turn]!.label, this.settings);
    this.requestUpdate();
  }

  private async lookForHelper(): Promise<void> {
    const { timeline, presence } = this.data;
    const way = wayOf(timeline, this.state);
    const { started, item } = this.state;
    if (this.state.screen !== "step" || way === undefined || !waitsForHelper(way, this.state)) return;
    const isHere = await helperIsHere(presence, way.helper, started);
    if (isHere && this.state.item === item) this.dispatch({ type: "beside" });
  }

  private set(more: Partial<Settings>): void {
    this.settings = changed(this.settings, more);
    keepSettings(this.settings);
    this.obeyEars();
    this.requestUpdate();
  }

  private obeyEars(): void {
    const isOurOwn = () => sound.isSounding() || voice.isSpeaking();
    if (this.settings.ears) void ears.listen(() => this.press(), isOurOwn, () => this.set({ ears: false }));
    else ears.stopListening();
    if (this.settings.words) hearWords((what) => isOurOwn() || this.obeyWord(what));
    else stopHearingWords();
  }

  private obeyWord(what: Plain): void {
    const { screen, running } = this.state;
    if (what === "stop" || (what === "go" ? GOES_ON.includes(screen) && !running : screen === "step")) {
      this.dispatch({ type: what });
    }
  }

  /** A new screen is read from its heading, and its number is brought into sight. */
  private keepFocus(): void {
    focusHeading(this);
    this.querySelector(".player-number, h1")?.scrollIntoView({ block: "nearest" });
  }

  // ---- Keeping ----

  private keepReports(): void {
    this.keeper.keep(LOGS, this.state.logs);
    this.keeper.keep(CHECK_INS, this.state.reports);
  }

  private keepNote(text: string): void {
    this.keeper.keep("/api/notes/", [{ id: uuid7(), session: this.data.session, written: isoHere(new Date()), text }]);
  }

  /** Saves what changed at once, and a running clock whenever what it shows may have changed. */
  private saveProgress(before: State, elapsed: number): void {
    if (this.state === before && !this.state.running) return;
    save(this.data.session, this.state, elapsed, placeOf(this.state) !== placeOf(before));
  }

  // ---- Keys ----

  private onKey(press: KeyboardEvent): void {
    if (press.ctrlKey || press.altKey || press.metaKey || isWriting(press)) return;
    if (isPress(press)) {
      press.preventDefault();
      return this.press();
    }
    const event = eventOf(press, this.state);
    if (event === null) return;
    press.preventDefault();
    this.dispatch({ type: event });
  }
}

customElements.define("handrail-player", Player);
