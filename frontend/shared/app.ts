// What every page loads. Pages are useful before it runs.
import "htmx.org";
import { keptSessions } from "./kept.ts";
import { send } from "./sender.ts";
import { keepAtHand } from "./at_hand.ts";

// What a session left on this device while there was no connection.
void send();
void keepAtHand();
void keptSessions();

// Days that are folded away are printed all the same, also where styles alone cannot unfold them.
window.addEventListener("beforeprint", () => {
  for (const day of document.querySelectorAll<HTMLDetailsElement>("details.day")) day.open = true;
});

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-prints]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// A press that fails as a piece is sent once more as a page, which says why and what to do.
document.addEventListener("htmx:before:response", (event) => {
  const { response, request } = (event as CustomEvent).detail.ctx;
  if (response.status < 400 || !(event.target instanceof HTMLFormElement)) return;
  event.preventDefault();
  const pressed = request.submitter;
  if (pressed?.name) event.target.append(hidden(pressed.name, pressed.value));
  event.target.submit();
});

function hidden(name: string, value: string): HTMLInputElement {
  return Object.assign(document.createElement("input"), { type: "hidden", name, value });
}
