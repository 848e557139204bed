// What somebody did, told or wrote waits here until the server has it: in IndexedDB, flushed to
// the disk before anybody is told that it is kept. It survives a closed page and an empty battery.
import { change, readAll } from "./database.ts";
import { deliver, postTo } from "./deliver.ts";

export const LOGS = "/api/logs/";
export const CHECK_INS = "/api/check-ins/";

/** One thing to send: to which address, and what. Sent twice it is stored once, by its id. */
export interface Waiting {
  readonly id: string;
  readonly address: string;
  readonly body: { readonly id: string };
}

/** How much is on this device only, how much the server will not take, and how much found no room here. */
export interface Left {
  readonly waiting: number;
  readonly refused: number;
  readonly homeless: number;
}

/** What a full device had no room for. It lives as long as its page does. */
const homeless = new Map<string, Waiting>();

export const hasHomeless = (): boolean => homeless.size > 0;

export async function keep(waiting: readonly Waiting[]): Promise<void> {
  if (waiting.length === 0) return;
  try {
    await change("waiting", "strict", (store) => waiting.forEach((one) => store.put(one)));
  } catch {
    waiting.forEach((one) => homeless.set(one.id, one));
  }
}

/** What waits for an address; nothing where the device cannot say. */
export async function waitingFor<Body>(address: string): Promise<readonly Body[]> {
  return (await allWaiting()).filter((one) => one.address === address).map((one) => one.body as unknown as Body);
}

async function allWaiting(): Promise<readonly Waiting[]> {
  const kept = await readAll<Waiting>("waiting").catch(() => []);
  return [...kept, ...homeless.values()];
}

/** Sends what waits. One call at a time: a second waits for the first and then sends the rest. */
export function send(): Promise<Left> {
  sending = sending.then(sendNow, sendNow);
  return sending;
}

let sending: Promise<Left> = Promise.resolve({ waiting: 0, refused: 0, homeless: 0 });

async function sendNow(): Promise<Left> {
  const left = { waiting: 0, refused: 0, homeless: 0 };
  for (const [address, waiting] of byAddress(await allWaiting())) {
    const bodies = waiting.map((one) => one.body);
    const { stored, refused } = await deliver(bodies, (batch) => postTo(address, batch));
    await forget(stored);
    left.waiting += waiting.length - stored.length;
    left.refused += refused.length;
  }
  return { ...left, homeless: homeless.size };
}

function byAddress(waiting: readonly Waiting[]): Map<string, Waiting[]> {
  const groups = new Map<string, Waiting[]>();
  for (const one of waiting) groups.set(one.address, [...(groups.get(one.address) ?? []), one]);
  return groups;
}

async function forget(ids: readonly string[]): Promise<void> {
  ids.forEach((id) => homeless.delete(id));
  if (ids.length === 0) return;
  // A full device may not even let go: what is sent again is stored once.
  await change("waiting", "relaxed", (store) => ids.forEach((id) => store.delete(id))).catch(() => {});
}
