// A browser's subscription and the server's copy of it, turned on and off together.

/** What became of a tap. */
export type Told = "on" | "off" | "refused" | "failed";
/** Tells the server; answers whether it took it. */
export type Tell = (change: "on" | "off", endpoint: string) => Promise<boolean>;

/** Subscribes where there is no subscription, and takes it back where there is one. */
export async function toggle(manager: PushManager, key: string, tell: Tell): Promise<Told> {
  try {
    const there = await manager.getSubscription();
    return there ? await turnOff(there, tell) : await turnOn(manager, key, tell);
  } catch (error) {
    return error instanceof Error && error.name === "NotAllowedError" ? "refused" : "failed";
  }
}

async function turnOn(manager: PushManager, key: string, tell: Tell): Promise<Told> {
  const made = await manager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  // A subscription that the server does not know would say "on" and never remind.
  if (await told(tell, "on", made.endpoint)) return "on";
  await made.unsubscribe();
  return "failed";
}

/** First in the browser: from then on nothing arrives, and the server drops what is gone by itself. */
async function turnOff(there: PushSubscription, tell: Tell): Promise<Told> {
  if (!(await there.unsubscribe())) return "failed";
  await told(tell, "off", there.endpoint);
  return "off";
}

async function told(tell: Tell, change: "on" | "off", endpoint: string): Promise<boolean> {
  try {
    return await tell(change, endpoint);
  } catch {
    return false;
  }
}
