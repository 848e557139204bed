// Says sentences by the device's own voice, never one that sends them away.
import type { Settings } from "./settings.ts";

const synthesis = (): SpeechSynthesis | undefined => globalThis.speechSynthesis;

/** The names of voices that speak without a network, the page's language first. */
export function voiceNames(): readonly string[] {
  return ownVoices().map((voice) => voice.name);
}

function ownVoices(): readonly SpeechSynthesisVoice[] {
  const language = document.documentElement.lang.slice(0, 2) || "en";
  const own = (synthesis()?.getVoices() ?? []).filter((voice) => voice.localService);
  return own.filter((voice) => voice.lang.startsWith(language));
}

export function whenVoicesCome(then: () => void): void {
  synthesis()?.addEventListener?.("voiceschanged", then);
}

/** Says a sentence after those still being said. */
export function say(text: string, { voice, voiceName }: Settings): void {
  if (!voice || text === "") return;
  const chosen = ownVoices().find((one) => one.name === voiceName) ?? ownVoices()[0];
  if (chosen === undefined) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = chosen;
  utterance.lang = chosen.lang;
  synthesis()!.speak(utterance);
}

/** Nothing old is said into something new. */
export function hush(): void {
  synthesis()?.cancel();
}

export function isSpeaking(): boolean {
  return synthesis()?.speaking ?? false;
}
