// Wakes the player at the right moments: when the number changes, a cue is due or the step ends.
// A hidden page's timers come up to a second late, and a worker's as well; the end of a silent
// sound does not. Whichever comes first wakes it.

/** Milliseconds of a step until something in it changes next; none when its end has come. */
export function nextChangeMs(elapsed: number, length: number, cuesAt: readonly number[], every: number): number {
  const next = (Math.floor(elapsed / every) + 1) * every;
  const cues = cuesAt.filter((at) => at > elapsed);
  return Math.max(Math.min(length, next, ...cues) - elapsed, 0);
}

export class Clock {
  private readonly wake: () => void;
  private readonly audio: () => AudioContext | null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private silence: ConstantSourceNode | null = null;

  /** `audio` answers what sounds are made in, null before the first tap allows any. */
  constructor(wake: () => void, audio: () => AudioContext | null) {
    this.wake = wake;
    this.audio = audio;
  }

  /** Wakes once after this time, instead of at any earlier wish. */
  after(ms: number): void {
    this.rest();
    this.timer = setTimeout(this.wake, ms);
    const audio = this.audio();
    if (audio === null) return;
    const silence = new ConstantSourceNode(audio, { offset: 0 });
    silence.onended = this.wake;
    silence.connect(audio.destination);
    silence.start();
    silence.stop(audio.currentTime + ms / 1000);
    this.silence = silence;
  }

  rest(): void {
    clearTimeout(this.timer);
    if (this.silence === null) return;
    this.silence.onended = null;
    this.silence.disconnect();
    this.silence = null;
  }
}
