// Logs wait here until the server has them: in IndexedDB, flushed to the disk before
// anybody is told that they are kept. They survive a closed page and an empty battery.
import { deliver, postTo } from "./deliver.ts";
import type { Log } from "./schema.ts";

const LOGS = "logs";
const ADDRESS = "/api/logs/";

/** How many logs are still on this device only, and how many of those the server will not take. */
export interface Left {
  readonly waiting: number;
  readonly refused: number;
}

export async function keep(logs: readonly Log[]): Promise<void> {
  if (logs.length === 0) return;
  await change((store) => logs.forEach((log) => store.put(log)));
}

/** Sends what waits. One call at a time: a second waits for the first and then sends the rest. */
export function send(): Promise<Left> {
  sending = sending.then(sendNow, sendNow);
  return sending;
}

let sending: Promise<Left> = Promise.resolve({ waiting: 0, refused: 0 });

async function sendNow(): Promise<Left> {
  const logs = await all();
  const { stored, refused } = await deliver(logs, (batch) => postTo(ADDRESS, batch));
  if (stored.length > 0) await change((store) => stored.forEach((id) => store.delete(id)));
  return { waiting: logs.length - stored.length, refused: refused.length };
}

async function all(): Promise<Log[]> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const request = database.transaction(LOGS).objectStore(LOGS).getAll();
    request.onsuccess = () => resolve(request.result as Log[]);
    request.onerror = () => reject(request.error);
  });
}

async function change(write: (store: IDBObjectStore) => void): Promise<void> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(LOGS, "readwrite", { durability: "strict" });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    write(transaction.objectStore(LOGS));
  });
}

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("handrail", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(LOGS, { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}
