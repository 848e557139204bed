// The emergency number of the country, shown when it is asked for.
import { html, nothing, type TemplateResult } from "lit";
import type { EmergencyNumbers } from "../shared/schema.ts";
import { type Control, control, link } from "./view.ts";

export function callWords(call: EmergencyNumbers, isShown: boolean): TemplateResult | typeof nothing {
  return isShown ? html`<p class="player-call">${call.said}</p>` : nothing;
}

export function callRow(call: EmergencyNumbers, isShown: boolean, show: () => void): readonly Control[] {
  if (!isShown) return [control("Call for help", show, "stop")];
  return call.numbers.map((number) => link(`Dial ${number}`, `tel:${number}`, "stop"));
}
