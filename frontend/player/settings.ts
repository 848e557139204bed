// How the player guides on this device. Kept here only: another phone has other ears.
export interface Settings {
  readonly voice: boolean;
  /** The name of the chosen voice; empty takes the device's first. */
  readonly voiceName: string;
  readonly sound: boolean;
  readonly buzz: boolean;
  /** Steps follow each other by themselves. */
  readonly byItself: boolean;
  /** One big control that offers its choices in turn. */
  readonly oneControl: boolean;
  /** Nothing needs to be seen: the screen keeps dark, and choices are read aloud. */
  readonly audioOnly: boolean;
  /** Knocks and hums press the main control. */
  readonly ears: boolean;
  /** Words spoken aloud do what the buttons do, where the device understands them by itself. */
  readonly words: boolean;
}

export const DEFAULTS: Settings = {
  voice: true,
  voiceName: "",
  sound: true,
  buzz: true,
  byItself: true,
  oneControl: false,
  audioOnly: false,
  ears: false,
  words: false,
};

const KEY = "handrail.player";

export function readSettings(): Settings {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Settings>) };
  } catch {
    return DEFAULTS;
  }
}

/** The settings with one of them changed; what only makes sense together changes together. */
export function changed(settings: Settings, more: Partial<Settings>): Settings {
  const now = { ...settings, ...more };
  return more.audioOnly ? { ...now, voice: true, oneControl: true } : now;
}

export function keepSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // A full device: the choice holds for this page.
  }
}
