// What every screen may show and do.
import { html, type TemplateResult } from "lit";
import type { CheckInForm, Facts, Timeline } from "../shared/schema.ts";
import type { Left } from "../shared/outbox.ts";
import type { Settings } from "./settings.ts";
import type { Event, Plain, State } from "./types.ts";

export interface View {
  readonly timeline: Timeline;
  readonly form: CheckInForm;
  readonly state: State;
  readonly facts: Facts;
  /** Milliseconds of the current step. */
  readonly elapsed: number;
  readonly links: Readonly<Record<"today" | "log", string>>;
  /** What is still on this device only. */
  readonly unsent: Left;
  readonly settings: Settings;
  readonly can: Abilities;
  /** The voices that speak without a network. */
  readonly voices: readonly string[];
  /** Whether the emergency number is shown. */
  readonly calls: boolean;
  readonly act: Acts;
}

/** What this device can do. */
export interface Abilities {
  readonly speak: boolean;
  readonly buzz: boolean;
  readonly hear: boolean;
  readonly understand: boolean;
}

/** What a screen may do beside its controls. */
export interface Acts {
  readonly send: (event: Event) => void;
  readonly set: (more: Partial<Settings>) => void;
  readonly call: () => void;
  readonly note: (text: string) => void;
}

/** One thing that can be done on a screen. */
export interface Control {
  readonly label: string;
  readonly does: Event | (() => void) | string;
  readonly look?: "first" | "quiet" | "small" | "stop";
}

/** A screen: what it says above, what can be done below, row by row, the main thing first. */
export interface Content {
  readonly title: string;
  readonly body: unknown;
  readonly rows: readonly (readonly Control[])[];
  /** What a voice says after the title. */
  readonly says?: readonly string[];
}

export function control(label: string, does: Plain | Event | (() => void), look?: Control["look"]): Control {
  return { label, does: typeof does === "string" ? { type: does } : does, ...(look && { look }) };
}

export function link(label: string, href: string, look?: Control["look"]): Control {
  return { label, does: href, ...(look && { look }) };
}

export function list(lines: readonly string[], look = ""): TemplateResult {
  return html`<ul class=${look}>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;
}
