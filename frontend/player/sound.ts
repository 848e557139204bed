// A short tone when a step ends, two when the side changes.
const SWITCH = "handrail.sound";
const TONE_S = 0.18;
const PITCH_HZ = 660;
const LOUDNESS = 0.2;

let audio: AudioContext | null = null;

export function isOn(): boolean {
  return localStorage.getItem(SWITCH) !== "off";
}

export function turn(on: boolean): void {
  localStorage.setItem(SWITCH, on ? "on" : "off");
}

/** Browsers let sound begin only after a tap. */
export function wake(): void {
  audio ??= new AudioContext();
  void audio.resume();
}

export function tones(count: number): void {
  if (audio === null || !isOn()) return;
  for (let index = 0; index < count; index++) tone(audio, audio.currentTime + index * 2 * TONE_S);
}

function tone(context: AudioContext, at: number): void {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = PITCH_HZ;
  gain.gain.setValueAtTime(LOUDNESS, at);
  gain.gain.exponentialRampToValueAtTime(0.001, at + TONE_S);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + TONE_S);
}
