// The service worker: keeps the pages of the coming week at hand, and sends what waits.
// The server writes `self.HANDRAIL` above this file: the version, and what belongs to it.
import { CHECK_INS, type Left, send, waitingFor } from "../shared/outbox.ts";
import { isPlayed, isSession, strategyFor } from "./routes.ts";
import { keepWeek, PAGES } from "./week.ts";

interface Kept {
  readonly version: string;
  readonly files: readonly string[];
}

declare const self: ServiceWorkerGlobalScope & { readonly HANDRAIL: Kept };

const SHELL = `shell-${self.HANDRAIL.version}`;
const QUESTIONS = "/after/";
const OFFLINE = "/offline/";
// On a line that is dead but does not say so, what is kept comes after this time.
const PATIENCE_MS = 3000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll([...self.HANDRAIL.files])));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldShells().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  const asked = event.data as { readonly type: string };
  if (asked.type === "send") event.waitUntil(sendAndRenew((left) => event.ports[0]?.postMessage(left)));
  if (asked.type === "week") event.waitUntil(keepWeek());
  if (asked.type === "renew") event.waitUntil(renewUnlessPlaying());
});

// The browser's own word that there is a connection again, where it gives one.
self.addEventListener("sync" as "message", (event) => event.waitUntil(sendAndRenew()));

// A reminder says that there are questions, and nothing of what they are about.
self.addEventListener("push", (event) => {
  event.waitUntil(self.registration.showNotification("Handrail: two short questions", { tag: "after" }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openQuestions());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  switch (strategyFor(new URL(request.url), request, self.location.origin)) {
    case "built":
      return event.respondWith(keptFirst(request));
    case "page":
      return event.respondWith(page(request));
    case "figure":
      return event.respondWith(freshFirst(request));
    case "none":
  }
});

async function openQuestions(): Promise<void> {
  const open = await self.clients.matchAll({ type: "window" });
  const here = open.find((client) => new URL(client.url).pathname === QUESTIONS);
  await (here === undefined ? self.clients.openWindow(QUESTIONS) : here.focus());
}

/** Sends what waits. What a check-in tells may change the coming week, so that is kept anew then. */
async function sendAndRenew(answer: (left: Left) => void = () => {}): Promise<void> {
  const told = await waitingFor(CHECK_INS);
  answer(await send());
  const unread = await waitingFor(CHECK_INS);
  if (unread.length < told.length) await keepWeek();
}

async function forgetOldShells(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith("shell-") && name !== SHELL);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** A new version never comes in while somebody plays. */
async function renewUnlessPlaying(): Promise<void> {
  const open = await self.clients.matchAll({ includeUncontrolled: true });
  if (!open.some((client) => isPlayed(new URL(client.url)))) await self.skipWaiting();
}

async function keptFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

async function freshFirst(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept === undefined) return fetch(request);
  return Promise.race([fetch(request), later(kept)]).catch(() => kept);
}

/** A page from the server, else as it was kept, else the page that says what is kept. */
async function page(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  const fresh = fetch(request).then((response) => remember(request, response));
  if (kept === undefined) return fresh.catch(async () => (await caches.match(OFFLINE))!);
  return Promise.race([fresh, later(kept)]).catch(() => kept);
}

async function remember(request: Request, response: Response): Promise<Response> {
  // A device that was shut out keeps nothing.
  if (response.status === 403) await caches.delete(PAGES);
  if (response.status >= 500) throw new Error("The server cannot answer now.");
  if (isSession(new URL(request.url)) && response.ok && !response.redirected) {
    const copy = response.clone();
    await caches.open(PAGES).then((pages) => pages.put(request.url, copy));
  }
  return response;
}

const later = (kept: Response): Promise<Response> => new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
