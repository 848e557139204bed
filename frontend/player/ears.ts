// The microphone, for knocks and hums. What it hears is looked at and thrown away at once, here.
import { EAR, hear, humOf, loudnessOf } from "./knocks.ts";

const LISTENS_EVERY_MS = 20;
const SAMPLES = 1024;

let stop: (() => void) | null = null;

/** Listens until told otherwise; `pressed` is called for two knocks or a hum, `deaf` when there is no ear. */
export async function listen(pressed: () => void, isOurOwnSound: () => boolean, deaf: () => void): Promise<void> {
  if (stop !== null) return;
  stop = () => {};
  const stream = await navigator.mediaDevices
    .getUserMedia({ audio: { echoCancellation: true, noiseSuppression: false, autoGainControl: false } })
    .catch(() => null);
  if (stream === null) {
    stop = null;
    return deaf();
  }
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: SAMPLES });
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(SAMPLES);
  let ear = EAR;
  const timer = setInterval(() => {
    if (isOurOwnSound()) return;
    analyser.getFloatTimeDomainData(samples);
    const heard = { ms: performance.now(), loudness: loudnessOf(samples), hum: humOf(samples, context.sampleRate) };
    const next = hear(ear, heard);
    ear = next.ear;
    if (next.pressed) pressed();
  }, LISTENS_EVERY_MS);
  stop = () => {
    clearInterval(timer);
    stream.getTracks().forEach((track) => track.stop());
    void context.close();
  };
}

export function stopListening(): void {
  stop?.();
  stop = null;
}

export const canHear = (): boolean => navigator.mediaDevices !== undefined;
