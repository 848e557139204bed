// Keeps the sessions of the coming week, with their figures, for days without a connection.
import { figuresIn } from "./routes.ts";

export const PAGES = "pages";
const WEEK = "/api/week/";
const FORBIDDEN = [401, 403];

/** Fetches what is new of the week and forgets what is over; a device that may no longer read forgets all. */
export async function keepWeek(): Promise<void> {
  const answer = await fetch(WEEK).catch(() => null);
  if (answer !== null && FORBIDDEN.includes(answer.status)) await caches.delete(PAGES);
  if (answer === null || !answer.ok) return;
  const { pages: wanted } = (await answer.json()) as { readonly pages: Readonly<Record<string, string>> };
  const pages = await caches.open(PAGES);
  const figures = new Set<string>();
  for (const [address, copy] of Object.entries(wanted)) {
    for (const figure of await keepPage(pages, address, copy)) figures.add(figure);
  }
  await keepFigures(pages, figures);
  await forgetOthers(pages, new Set([...Object.keys(wanted), ...figures]));
}

async function keepPage(pages: Cache, address: string, copy: string): Promise<readonly string[]> {
  const fresh = await fetch(copy).catch(() => null);
  if (fresh?.ok) await pages.put(address, fresh);
  const kept = await pages.match(address);
  return kept === undefined ? [] : figuresIn(await kept.text());
}

async function keepFigures(pages: Cache, figures: ReadonlySet<string>): Promise<void> {
  for (const figure of figures) {
    if ((await pages.match(figure)) === undefined) await pages.add(figure).catch(() => {});
  }
}

async function forgetOthers(pages: Cache, wanted: ReadonlySet<string>): Promise<void> {
  for (const request of await pages.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await pages.delete(request);
  }
}
