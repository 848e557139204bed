// Keeps the screen on while a clock runs, where the browser can.
let lock: WakeLockSentinel | null = null;

export async function stayAwake(wanted: boolean): Promise<void> {
  if (wanted === (lock !== null && !lock.released)) return;
  if (!wanted) return lock?.release();
  // Refused on a low battery or in a hidden tab: the session goes on without it.
  lock = (await navigator.wakeLock?.request("screen").catch(() => null)) ?? null;
}
