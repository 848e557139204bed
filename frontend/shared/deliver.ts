// Sends logs so that one that the server refuses never holds up the others.
import type { Log } from "./schema.ts";

/** How the server answered: it has them, it will never take them, or it cannot be reached now. */
export type Answer = "stored" | "refused" | "later";
export type Post = (logs: readonly Log[]) => Promise<Answer>;

export interface Delivery {
  readonly stored: readonly string[];
  readonly refused: readonly string[];
}

const BATCH = 100;

/** Delivers what can be delivered now. Sending a log twice stores it once, so nothing is asked first. */
export async function deliver(logs: readonly Log[], post: Post): Promise<Delivery> {
  const stored: string[] = [];
  const refused: string[] = [];
  const waiting = batches(logs);
  for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
    const answer = await post(batch);
    if (answer === "later") break;
    if (answer === "refused" && batch.length > 1) waiting.unshift(...batch.map((log) => [log]));
    else (answer === "stored" ? stored : refused).push(...batch.map((log) => log.id));
  }
  return { stored, refused };
}

function batches(logs: readonly Log[]): (readonly Log[])[] {
  const starts = Array.from({ length: Math.ceil(logs.length / BATCH) }, (_, index) => index * BATCH);
  return starts.map((start) => logs.slice(start, start + BATCH));
}

export async function postTo(url: string, logs: readonly Log[]): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(logs),
    });
    if (response.ok) return "stored";
    return response.status >= 500 ? "later" : "refused";
  } catch {
    return "later";
  }
}
