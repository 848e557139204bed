// What a page asks to be sent goes through the service worker where there is one: it outlives the page.
import { hasHomeless, type Left, send as sendFromHere } from "./outbox.ts";

const ANSWERS_WITHIN_MS = 15_000;
const SYNC = "outbox";

interface Syncs {
  readonly sync?: { register(tag: string): Promise<void> };
}

export async function send(): Promise<Left> {
  const worker = navigator.serviceWorker?.controller ?? null;
  const answered = worker === null ? null : await sendThrough(worker);
  const left = answered === null || hasHomeless() ? await sendFromHere() : answered;
  if (left.waiting > 0) void askForSync();
  return left;
}

function sendThrough(worker: ServiceWorker): Promise<Left | null> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = (answer: MessageEvent<Left>) => resolve(answer.data);
    setTimeout(() => resolve(null), ANSWERS_WITHIN_MS);
    worker.postMessage({ type: "send" }, [port2]);
  });
}

/** The browser calls the worker when there is a connection again, even with every page closed. */
async function askForSync(): Promise<void> {
  const registration = (await navigator.serviceWorker?.getRegistration()) as (ServiceWorkerRegistration & Syncs) | undefined;
  await registration?.sync?.register(SYNC).catch(() => {});
}
