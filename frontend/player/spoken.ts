// Words spoken to the player, only where the browser understands them on the device itself.
import type { Plain } from "./types.ts";

/** The part of the Web Speech API that recognises on the device; not in TypeScript's library yet. */
interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  processLocally: boolean;
  start(): void;
  abort(): void;
}
interface RecognitionKind {
  new (): Recognition;
  available?(options: { langs: string[]; processLocally: boolean }): Promise<string>;
}
interface Result extends Event {
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>>;
}

/** In the order they are looked for: stopping before all, so that a doubt never goes on. */
const WORDS: readonly (readonly [RegExp, Plain])[] = [
  [/\b(stop|sit|help)\b/, "stop"],
  [/\b(pause|wait|hold on)\b/, "pause"],
  [/\b(wobble|balance|grabbed)\b/, "wobbled"],
  [/\beasier\b/, "easier"],
  [/\bback\b/, "back"],
  [/\b(skip|next)\b/, "skip"],
  [/\b(go|start|ready)\b/, "go"],
];

export function meaningOf(transcript: string): Plain | null {
  return WORDS.find(([word]) => word.test(transcript.toLowerCase()))?.[1] ?? null;
}

const LANGUAGE = "en";
const kind = (): RecognitionKind | undefined => (globalThis as { SpeechRecognition?: RecognitionKind }).SpeechRecognition;

export async function understands(): Promise<boolean> {
  const answer = await kind()
    ?.available?.({ langs: [LANGUAGE], processLocally: true })
    .catch(() => "unavailable");
  return answer === "available";
}

let recognition: Recognition | null = null;

export function hearWords(said: (what: Plain) => void): void {
  const Kind = kind();
  if (Kind === undefined || recognition !== null) return;
  const listening = new Kind();
  recognition = listening;
  Object.assign(listening, { lang: LANGUAGE, continuous: true, processLocally: true });
  listening.addEventListener("result", (event) => {
    const { results } = event as Result;
    const what = meaningOf(results[results.length - 1]?.[0]?.transcript ?? "");
    if (what !== null) said(what);
  });
  // Browsers end it after a while of silence.
  listening.addEventListener("end", () => recognition === listening && listening.start());
  listening.start();
}

export function stopHearingWords(): void {
  const ended = recognition;
  recognition = null;
  ended?.abort();
}
