// Which way a request goes. Pure, so that it can be read as a table in its test.

export type Strategy = "built" | "page" | "figure" | "none";

export function strategyFor(url: URL, request: { method: string; mode: string }, origin: string): Strategy {
  if (request.method !== "GET" || url.origin !== origin) return "none";
  if (url.pathname.startsWith("/static/")) return "built";
  if (request.mode === "navigate") return "page";
  return /^\/library\/[^/]+\/(still|moving)\.svg$/.test(url.pathname) ? "figure" : "none";
}

export function isSession(url: URL): boolean {
  return /^\/session\/\d{4}-\d{2}-\d{2}\/\d+\/$/.test(url.pathname);
}

/** Whether somebody moves while this page is open. */
export function isPlayed(url: URL): boolean {
  return isSession(url) || url.pathname === "/game/";
}

/** The figures that a kept page of a session shows. */
export function figuresIn(page: string): readonly string[] {
  return [...new Set(page.match(/\/library\/[a-z0-9-]+\/(?:still|moving)\.svg/g) ?? [])];
}
