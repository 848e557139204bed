// <handrail-player>: one session on one page. The state is pure (state.ts); here are its
// clock, its keys, its sound, and what keeps its logs.
import { html, LitElement, type TemplateResult } from "lit";
import { keep, type Left, send } from "../shared/outbox.ts";
import type { Facts, Timeline } from "../shared/schema.ts";
import { uuid7 } from "../shared/uuid7.ts";
import { stayAwake } from "./awake.ts";
import { restored, save } from "./progress.ts";
import { rail } from "./rail.ts";
import { currentScreen } from "./screens.ts";
import * as sound from "./sound.ts";
import { elapsedMs, reduce } from "./state.ts";
import type { Event, Now, Plain, State } from "./types.ts";
import type { View } from "./view.ts";
import { stepOf } from "./ways.ts";

interface SessionData {
  readonly session: string;
  readonly timeline: Timeline;
  /** Today's facts; their age is that of the moment the page was made. */
  readonly facts: Facts;
  readonly links: View["links"];
}

const TICK_MS = 200;
const RETRY_MS = 30_000;
const DATA = "session-data";

class Player extends LitElement {
  private data!: SessionData;
  private state!: State;
  private unsent: Left = { waiting: 0, refused: 0 };
  private readonly loaded = { ms: performance.now(), wall: Date.now() };
  private readonly kept = new Set<string>();
  private savedSecond = -1;

  // Light DOM, so that the page's styles, forms and checks apply.
  override createRenderRoot(): this {
    this.replaceChildren();
    return this;
  }

  override connectedCallback(): void {
    this.data = JSON.parse(document.getElementById(DATA)!.textContent!) as SessionData;
    this.state = restored(this.data.session);
    this.keepLogs();
    super.connectedCallback();
    setInterval(() => this.dispatch({ type: "tick" }), TICK_MS);
    setInterval(() => this.unsent.waiting > 0 && void this.sendLogs(), RETRY_MS);
    addEventListener("online", () => void this.sendLogs());
    addEventListener("keydown", (press) => this.onKey(press));
    addEventListener("pagehide", () => this.saveProgress());
  }

  override render(): TemplateResult {
    return html`<section class="player" data-screen=${this.state.screen}>
      ${rail(this.data.timeline, this.state)} ${currentScreen(this.view())}
    </section>`;
  }

  private view(): View {
    return {
      ...this.data,
      facts: this.facts(),
      state: this.state,
      elapsed: elapsedMs(this.state, performance.now()),
      unsent: this.unsent,
      soundIsOn: sound.isOn(),
      send: (event) => this.dispatch(event),
      toggleSound: () => this.toggleSound(),
    };
  }

  private dispatch(event: Event): void {
    const before = this.state;
    this.state = reduce(this.data.timeline, before, event, this.now());
    if (event.type === "go") sound.wake();
    if (event.type === "tick") this.soundStep(before);
    if (this.state !== before || this.state.running) this.requestUpdate();
    if (this.state !== before) {
      this.keepLogs();
      void this.updateComplete.then(() => this.keepFocus());
    }
    this.saveProgress(before);
    void stayAwake(this.state.running);
  }

  private now(): Now {
    return {
      ms: performance.now(),
      iso: isoHere(new Date()),
      facts: this.facts(),
      session: this.data.session,
      newId: uuid7,
    };
  }

  /** The facts as old as they are by now: by whichever clock ran longer, since a device may sleep. */
  private facts(): Facts {
    const passed = Math.max(performance.now() - this.loaded.ms, Date.now() - this.loaded.wall);
    return { ...this.data.facts, age_minutes: this.data.facts.age_minutes + passed / 60_000 };
  }

  /** A new screen is read from its heading; a button that stays keeps the focus. */
  private keepFocus(): void {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost) this.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }

  private soundStep(before: State): void {
    if (this.state.step === before.step && this.state.item === before.item) return;
    sound.tones(stepOf(this.data.timeline, this.state)?.kind === "change_side" ? 2 : 1);
  }

  private toggleSound(): void {
    sound.turn(!sound.isOn());
    this.requestUpdate();
  }

  // ---- Keeping ----

  private keepLogs(): void {
    const logs = this.state.logs.filter((log) => !this.kept.has(log.id));
    if (logs.length === 0) return;
    logs.forEach((log) => this.kept.add(log.id));
    this.unsent = { ...this.unsent, waiting: this.unsent.waiting + logs.length };
    void keep(logs).then(() => this.sendLogs());
  }

  private async sendLogs(): Promise<void> {
    this.unsent = await send();
    this.requestUpdate();
  }

  /** Saves what changed at once, and a running clock once a second. */
  private saveProgress(before?: State): void {
    const elapsed = elapsedMs(this.state, performance.now());
    const second = Math.floor(elapsed / 1000);
    if (this.state === before && second === this.savedSecond) return;
    this.savedSecond = second;
    save(this.data.session, this.state, elapsed);
  }

  // ---- Keys ----

  private onKey(press: KeyboardEvent): void {
    const event = eventOf(press, this.state);
    if (event === null || press.ctrlKey || press.altKey || press.metaKey) return;
    press.preventDefault();
    this.dispatch({ type: event });
  }
}

/** What a key does; Enter and Space on a button or link do what that button says. */
function eventOf(press: KeyboardEvent, state: State): Plain | null {
  if (press.key === "Escape") return "stop";
  const onControl = (press.target as Element).closest("button, a, summary, input") !== null;
  if ((press.key === "Enter" || press.key === " ") && !onControl) {
    const startable = ["check_list", "no_way", "step"].includes(state.screen);
    return state.running ? "pause" : startable ? "go" : null;
  }
  if (state.screen !== "step") return null;
  if (press.key === "ArrowRight") return "next";
  return press.key === "ArrowLeft" ? "back" : null;
}

/** An instant with the offset of this device's clock, so that its date stays the person's. */
function isoHere(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
  const [hours, minutes] = [Math.abs(offset) / 60, Math.abs(offset) % 60].map((part) => String(Math.floor(part)).padStart(2, "0"));
  return `${local}${offset < 0 ? "-" : "+"}${hours}:${minutes}`;
}

customElements.define("handrail-player", Player);
