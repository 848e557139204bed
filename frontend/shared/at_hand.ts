// Has the service worker keep this version and the coming week at hand.

/** Registers the worker; a new version comes in by itself as soon as nobody plays. */
export async function keepAtHand(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  if (registration === undefined) return;
  registration.waiting?.postMessage({ type: "renew" });
  const { active } = await navigator.serviceWorker.ready;
  if (document.querySelector("[data-keeps-week]") !== null) active?.postMessage({ type: "week" });
}
