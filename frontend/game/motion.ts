// The phone's own sense of gravity: asked for inside a tap, and given up when the game ends.
import type { Sample } from "./tilt.ts";

interface Asks {
  readonly requestPermission?: () => Promise<PermissionState>;
}

/** Whether the page may feel the phone's motion. Must be called while a tap is handled. */
export async function mayFeel(): Promise<boolean> {
  if (!("DeviceMotionEvent" in globalThis)) return false;
  const asks = DeviceMotionEvent as unknown as Asks;
  const answer = await asks.requestPermission?.().catch(() => "denied" as const);
  return answer === undefined || answer === "granted";
}

let hear: ((event: DeviceMotionEvent) => void) | null = null;

/** Feels from now on. The page's own clock tells the time, as it does for everything else in the game. */
export function feel(then: (sample: Sample) => void): void {
  stopFeeling();
  hear = ({ accelerationIncludingGravity: pull }) => {
    if (pull?.x == null || pull.y == null || pull.z == null) return;
    then({ ms: performance.now(), pull: [pull.x, pull.y, pull.z] });
  };
  addEventListener("devicemotion", hear);
}

export function stopFeeling(): void {
  if (hear !== null) removeEventListener("devicemotion", hear);
  hear = null;
}
