// A quiet tone that moves with the body: left is heard left and low, right is heard right and high.
const LOUDNESS = 0.06;
const MIDDLE_HZ = 330;
const GLIDE_S = 0.1;

interface Voice {
  readonly context: AudioContext;
  readonly oscillator: OscillatorNode;
  readonly panner: StereoPannerNode;
  readonly gain: GainNode;
}

let voice: Voice | null = null;

/** Browsers let sound begin only after a tap. */
export function wakeHum(): void {
  voice ??= begin();
  void voice.context.resume();
}

function begin(): Voice {
  const context = new AudioContext();
  const oscillator = context.createOscillator();
  const panner = context.createStereoPanner();
  const gain = context.createGain();
  gain.gain.value = 0;
  oscillator.connect(gain).connect(panner).connect(context.destination);
  oscillator.start();
  return { context, oscillator, panner, gain };
}

/** Sounds where the body is, from -1 at the left to 1 at the right; null is silence. */
export function hum(lean: number | null): void {
  if (voice === null) return;
  const { context, oscillator, panner, gain } = voice;
  const side = Math.max(-1, Math.min(1, lean ?? 0));
  gain.gain.setTargetAtTime(lean === null ? 0 : LOUDNESS, context.currentTime, GLIDE_S);
  panner.pan.setTargetAtTime(side, context.currentTime, GLIDE_S);
  oscillator.frequency.setTargetAtTime(MIDDLE_HZ * 2 ** (side / 2), context.currentTime, GLIDE_S);
}
