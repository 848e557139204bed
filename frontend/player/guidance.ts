// The screen where a person chooses how to be guided on this device.
import { html, nothing } from "lit";
import type { Settings } from "./settings.ts";
import { type Content, type Control, control, type View } from "./view.ts";

interface Choice {
  readonly name: Exclude<keyof Settings, "voiceName">;
  readonly label: string;
  readonly needs?: keyof View["can"];
}

const CHOICES: readonly Choice[] = [
  { name: "byItself", label: "Steps go on by themselves" },
  { name: "voice", label: "Voice", needs: "speak" },
  { name: "sound", label: "Tones" },
  { name: "buzz", label: "Buzz", needs: "buzz" },
  { name: "ears", label: "Knock twice or hum to pause and go on", needs: "hear" },
  { name: "words", label: "Spoken words", needs: "understand" },
  { name: "oneControl", label: "One big control" },
  { name: "audioOnly", label: "Only listen, dark screen", needs: "speak" },
];

export function settingsScreen(view: View): Content {
  const offered = CHOICES.filter(({ needs }) => needs === undefined || view.can[needs]);
  return {
    title: "How it guides you",
    body: html`<p>These hold for this device.</p>
      ${view.can.speak ? voices(view) : html`<p>This device has no voice of its own. Tones and captions guide you.</p>`}
      ${view.settings.words ? html`<p>Say: stop, pause, go on, back, skip, easier.</p>` : nothing}`,
    rows: [[control("Back", "settings", "first")], ...offered.map((choice) => [toggle(view, choice)])],
  };
}

function toggle(view: View, { name, label }: Choice): Control {
  const on = view.settings[name];
  return { label: `${label}: ${on ? "on" : "off"}`, does: () => view.act.set({ [name]: !on }) };
}

function voices(view: View) {
  if (view.voices.length < 2) return nothing;
  const choose = (event: Event) => view.act.set({ voiceName: (event.target as HTMLSelectElement).value });
  return html`<p class="player-field">
    <label for="voice">Which voice</label>
    <select id="voice" @change=${choose}>
      ${view.voices.map((name) => html`<option value=${name} ?selected=${name === view.settings.voiceName}>${name}</option>`)}
    </select>
  </p>`;
}
