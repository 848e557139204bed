// Wakes the player at the right moments: when the number changes, a cue is due or the step ends.
// A hidden page's timers come up to a second late, a worker's do not; whichever comes first wakes it.

/** Milliseconds of a step until something in it changes next. */
export function nextChangeMs(elapsed: number, length: number, cuesAt: readonly number[], every: number): number {
  const moments = [length, (Math.floor(elapsed / every) + 1) * every, ...cuesAt];
  return Math.min(...moments.filter((moment) => moment > elapsed)) - elapsed;
}

export class Clock {
  private readonly wake: () => void;
  private readonly worker: Worker | null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(wake: () => void, ticker: string) {
    this.wake = wake;
    this.worker = startWorker(ticker);
    this.worker?.addEventListener("message", wake);
  }

  /** Wakes once after this time, instead of at any earlier wish. */
  after(ms: number): void {
    this.rest();
    this.timer = setTimeout(this.wake, ms);
    this.worker?.postMessage(ms);
  }

  rest(): void {
    clearTimeout(this.timer);
    this.worker?.postMessage(null);
  }
}

function startWorker(address: string): Worker | null {
  try {
    return new Worker(address, { type: "module" });
  } catch {
    return null;
  }
}
