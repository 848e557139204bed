// Finds two knocks, or a hum, in what a microphone hears. Pure: loudness and pitch in, a press out.
// A knock is sudden and short; speech and a kettle are neither. One knock alone is a cup put down.

/** What is heard in one short stretch of sound. */
export interface Heard {
  readonly ms: number;
  /** Root mean square of the samples, 0 to 1. */
  readonly loudness: number;
  /** How much of it repeats at one pitch of a human hum, 0 to 1. */
  readonly hum: number;
}

export interface Ear {
  /** The loudness of the room, which follows slowly. */
  readonly room: number;
  readonly knockedAt: number;
  readonly loudSince: number;
  readonly hummedSince: number;
  readonly deafUntil: number;
}

export const EAR: Ear = { room: 0.01, knockedAt: -Infinity, loudSince: NaN, hummedSince: NaN, deafUntil: 0 };

const SUDDEN = 6; // times as loud as the room
const LEAST = 0.03; // and at least so loud
const SHORT_MS = 150;
const APART_MS: readonly [number, number] = [150, 1000];
const HUM_MS = 700;
const HUMS = 0.8;
const DEAF_MS = 800;
const FOLLOWS = 0.05;

/** The ear after a stretch of sound, and whether that completed a press. */
export function hear(ear: Ear, heard: Heard): { readonly ear: Ear; readonly pressed: boolean } {
  if (heard.ms < ear.deafUntil) return { ear: { ...ear, loudSince: NaN, hummedSince: NaN }, pressed: false };
  const loud = heard.loudness > Math.max(LEAST, SUDDEN * ear.room);
  const hummed = heard.hum >= HUMS && heard.loudness > LEAST / 3;
  const next = {
    ...ear,
    room: loud ? ear.room : ear.room + FOLLOWS * (heard.loudness - ear.room),
    loudSince: loud ? orNow(ear.loudSince, heard.ms) : NaN,
    hummedSince: hummed ? orNow(ear.hummedSince, heard.ms) : NaN,
  };
  if (heard.ms - next.hummedSince >= HUM_MS) return pressedAt(next, heard.ms);
  const knocked = !loud && heard.ms - ear.loudSince <= SHORT_MS;
  if (!knocked) return { ear: next, pressed: false };
  const gap = ear.loudSince - ear.knockedAt;
  if (gap >= APART_MS[0] && gap <= APART_MS[1]) return pressedAt(next, heard.ms);
  return { ear: { ...next, knockedAt: ear.loudSince }, pressed: false };
}

const orNow = (since: number, ms: number): number => (Number.isNaN(since) ? ms : since);

function pressedAt(ear: Ear, ms: number) {
  return { ear: { ...ear, knockedAt: -Infinity, loudSince: NaN, hummedSince: NaN, deafUntil: ms + DEAF_MS }, pressed: true };
}

// ---- From samples ----

const LOWEST_HZ = 80;
const HIGHEST_HZ = 350;

export function loudnessOf(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

/** The strongest repetition between the pitches of a hum, by autocorrelation on every fourth sample. */
export function humOf(samples: Float32Array, rate: number): number {
  const thin = samples.filter((_, index) => index % 4 === 0);
  const [shortest, longest] = [Math.floor(rate / 4 / HIGHEST_HZ), Math.ceil(rate / 4 / LOWEST_HZ)];
  let best = 0;
  for (let lag = shortest; lag <= longest; lag++) best = Math.max(best, repeats(thin, lag));
  return best;
}

function repeats(samples: Float32Array, lag: number): number {
  let product = 0;
  let before = 0;
  let after = 0;
  for (let index = lag; index < samples.length; index++) {
    const [now, then] = [samples[index]!, samples[index - lag]!];
    product += now * then;
    before += then * then;
    after += now * now;
  }
  const power = Math.sqrt(before * after);
  return power > 0 ? product / power : 0;
}
