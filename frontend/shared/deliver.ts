// Sends what waits so that one thing that the server refuses never holds up the others.

/** How the server answered: it has them, it will never take them, or it cannot be reached now. */
export type Answer = "stored" | "refused" | "later";
type Sent = { readonly id: string };
export type Post = (batch: readonly Sent[]) => Promise<Answer>;

export interface Delivery {
  readonly stored: readonly string[];
  readonly refused: readonly string[];
}

const BATCH = 100;
// Too many at once, or not known to the server at the moment: asked again later.
const LATER = [401, 403, 404, 408, 425, 429];

/** Delivers what can be delivered now. Sending a thing twice stores it once, so nothing is asked first. */
export async function deliver(sent: readonly Sent[], post: Post): Promise<Delivery> {
  const stored: string[] = [];
  const refused: string[] = [];
  const waiting = batches(sent);
  for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
    const answer = await post(batch);
    if (answer === "later") break;
    if (answer === "refused" && batch.length > 1) waiting.unshift(...batch.map((one) => [one]));
    else (answer === "stored" ? stored : refused).push(...batch.map((one) => one.id));
  }
  return { stored, refused };
}

function batches(sent: readonly Sent[]): (readonly Sent[])[] {
  const starts = Array.from({ length: Math.ceil(sent.length / BATCH) }, (_, index) => index * BATCH);
  return starts.map((start) => sent.slice(start, start + BATCH));
}

export async function postTo(url: string, batch: readonly Sent[]): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(batch),
    });
    if (response.ok) return "stored";
    return response.status >= 500 || LATER.includes(response.status) ? "later" : "refused";
  } catch {
    return "later";
  }
}
