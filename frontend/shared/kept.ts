// The sessions that this device keeps, on the page for when there is no connection.
const PAGES = "pages";
const ADDRESS = /^\/session\/(\d{4}-\d{2}-\d{2})\/\d+\/$/;

export async function keptSessions(): Promise<void> {
  const place = document.querySelector("[data-kept-sessions]");
  if (place === null || !("caches" in window)) return;
  const kept = await (await caches.open(PAGES)).keys();
  const sessions = kept.map((request) => new URL(request.url).pathname).filter((path) => ADDRESS.test(path));
  for (const path of sessions.sort()) place.append(await lineFor(path));
  document.querySelector<HTMLElement>("[data-nothing-kept]")!.hidden = sessions.length > 0;
}

async function lineFor(path: string): Promise<HTMLLIElement> {
  const link = Object.assign(document.createElement("a"), { href: path, className: "button" });
  link.textContent = `${await momentOf(path)}, ${dayOf(ADDRESS.exec(path)![1]!)}`;
  const line = document.createElement("li");
  line.append(link);
  return line;
}

async function momentOf(path: string): Promise<string> {
  const page = (await caches.match(path))!;
  const parsed = new DOMParser().parseFromString(await page.text(), "text/html");
  return parsed.querySelector("h1")?.textContent?.trim() ?? "Session";
}

function dayOf(date: string): string {
  const day = new Date(`${date}T12:00`);
  return day.toLocaleDateString(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long" });
}
