// Tones and buzzes. Left and right are heard from their side, and differ in pitch for one ear.
import type { Cue } from "../shared/schema.ts";
import type { Settings } from "./settings.ts";

type Sound = NonNullable<Cue["sound"]>;

interface Tone {
  /** Pitches one after another. */
  readonly hz: readonly number[];
  readonly pan?: number;
  readonly buzz_ms: readonly number[];
}

const TONES: Record<Sound, Tone> = {
  tick: { hz: [880], buzz_ms: [] },
  start: { hz: [660, 990], buzz_ms: [200] },
  half: { hz: [660], buzz_ms: [100] },
  end: { hz: [990, 660], buzz_ms: [200, 100, 200] },
  left: { hz: [440, 440], pan: -1, buzz_ms: [100] },
  right: { hz: [1040, 1040], pan: 1, buzz_ms: [100, 100, 100] },
};
const TONE_S = 0.18;
const LOUDNESS = 0.2;

let audio: AudioContext | null = null;
let soundedAt = -Infinity;

/** Browsers let sound begin only after a tap. */
export function wake(): void {
  audio ??= new AudioContext();
  void audio.resume();
}

/** What sounds are made in; null before the first tap. */
export const context = (): AudioContext | null => audio;

export function play(sound: Sound, settings: Settings): void {
  const { hz, pan = 0, buzz_ms } = TONES[sound];
  if (settings.buzz && buzz_ms.length > 0) navigator.vibrate?.([...buzz_ms]);
  if (audio === null || !settings.sound) return;
  soundedAt = performance.now();
  for (const [index, pitch] of hz.entries()) tone(audio, pitch, pan, audio.currentTime + index * TONE_S);
}

/** Whether a tone may still be in the air; a microphone hears our own sounds too. */
export function isSounding(): boolean {
  return performance.now() - soundedAt < 1000;
}

function tone(context: AudioContext, pitch: number, pan: number, at: number): void {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = pitch;
  gain.gain.setValueAtTime(LOUDNESS, at);
  gain.gain.exponentialRampToValueAtTime(0.001, at + TONE_S);
  const panner = context.createStereoPanner();
  panner.pan.value = pan;
  oscillator.connect(gain).connect(panner).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + TONE_S);
}
