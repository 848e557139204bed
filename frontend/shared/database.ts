// What this device keeps: what waits to be sent, and where sessions stand. Small, and all in one place.

const NAME = "handrail";
const VERSION = 2;

export type StoreName = "waiting" | "sessions";

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => upgrade(request.result, request.transaction!);
    request.onsuccess = () => {
      // A newer page may want to upgrade: this one lets go, and opens again when it needs to.
      request.result.onversionchange = () => {
        request.result.close();
        opened = null;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  opened.catch(() => (opened = null));
  return opened;
}

/** The first version kept logs alone, under their ids. */
function upgrade(database: IDBDatabase, transaction: IDBTransaction): void {
  database.createObjectStore("sessions", { keyPath: "session" });
  const waiting = database.createObjectStore("waiting", { keyPath: "id" });
  if (!database.objectStoreNames.contains("logs")) return;
  const old = transaction.objectStore("logs").getAll();
  old.onsuccess = () => {
    for (const log of old.result) waiting.put({ id: log.id, address: "/api/logs/", body: log });
    database.deleteObjectStore("logs");
  };
}

export async function readAll<Value>(name: StoreName): Promise<Value[]> {
  const store = (await open()).transaction(name).objectStore(name);
  return answer(store.getAll()) as Promise<Value[]>;
}

export async function readOne<Value>(name: StoreName, key: string): Promise<Value | undefined> {
  const store = (await open()).transaction(name).objectStore(name);
  return answer(store.get(key)) as Promise<Value | undefined>;
}

/** Writes, and answers once it is on the disk: `strict` waits for that, `relaxed` for the system's word. */
export async function change(
  name: StoreName,
  durability: IDBTransactionDurability,
  write: (store: IDBObjectStore) => void,
): Promise<void> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, "readwrite", { durability });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    write(transaction.objectStore(name));
  });
}

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
