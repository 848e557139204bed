// Reminders two hours after a session, turned on and off with one tap. Loaded only where the site has keys.
import { type Told, toggle } from "./subscription.ts";

const SAYS: Record<Told, string> = {
  on: "You will be reminded on this device.",
  off: "You will not be reminded on this device.",
  refused: "Your browser does not allow reminders from here. You can allow them in its settings.",
  failed: "That did not work. Nothing was changed. Try again when you are connected.",
};
const REMIND = "Remind me two hours after a session";
const STOP = "Remind me no more";

async function start(panel: HTMLElement): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const button = panel.querySelector("button");
  const says = panel.querySelector("[role=status]");
  if (!registration || !("pushManager" in registration) || !button || !says) return;
  const label = async () => {
    button.textContent = (await registration.pushManager.getSubscription()) ? STOP : REMIND;
  };
  button.addEventListener("click", async () => {
    button.disabled = true;
    says.textContent = SAYS[await toggle(registration.pushManager, panel.dataset["key"] ?? "", post(panel))];
    await label();
    button.disabled = false;
    button.focus();
  });
  await label();
  panel.hidden = false;
}

function post(panel: HTMLElement) {
  return async (change: "on" | "off", endpoint: string): Promise<boolean> => {
    const headers = { "Content-Type": "application/json" };
    const body = JSON.stringify({ endpoint });
    return (await fetch(panel.dataset[change] ?? "", { method: "POST", headers, body })).ok;
  };
}

const panel = document.getElementById("reminders");
if (panel) void start(panel);
