// Written by `python -m handrail.session.typescript`; change the Python values, not this file.

export const Place = ["kitchen_bench", "wall", "corner", "bed", "couch", "chair", "rail", "hallway", "open_floor", "stairs", "treadmill"] as const;
export type Place = (typeof Place)[number];

export interface EmergencyNumbers {
  numbers: ReadonlyArray<string>;
  said: string;
}

export const Posture = ["lying", "sitting", "up"] as const;
export type Posture = (typeof Posture)[number];

export const Support = ["none", "fingertips", "one_hand", "two_hands", "back_or_forearms", "seated", "lying"] as const;
export type Support = (typeof Support)[number];

export const HelperNear = ["none", "in_home", "arms_reach", "therapist"] as const;
export type HelperNear = (typeof HelperNear)[number];

export interface Row {
  helper: HelperNear;
  energy: number;
  pain: number;
  hot: boolean;
  recent_dose: boolean;
  fall: boolean;
}

export interface Conditions {
  rows: ReadonlyArray<Row>;
  on_old_answers: boolean;
  max_age_minutes: number;
}

export const StepKind = ["get_up", "change_place", "water", "set_up", "ready", "work", "ease_off", "change_side", "rest"] as const;
export type StepKind = (typeof StepKind)[number];

export const Side = ["left", "right"] as const;
export type Side = (typeof Side)[number];

export const Sound = ["tick", "start", "half", "end", "left", "right"] as const;
export type Sound = (typeof Sound)[number];

export interface Cue {
  at_s: number;
  say: string;
  sound: Sound | null;
}

export interface Step {
  kind: StepKind;
  seconds: number;
  side: Side | null;
  set: number;
  reps: number | null;
  rep_s: number | null;
  hold: number | null;
  cues: ReadonlyArray<Cue>;
}

export interface Way {
  exercise: string;
  ladder: string;
  name: string;
  dose: string;
  why: string;
  seated: boolean;
  posture: Posture;
  place: Place;
  support: Support;
  helper: HelperNear;
  side: string | null;
  sets: number;
  reps: number | null;
  hold_s: number | null;
  duration_s: number | null;
  holding: string;
  standing_by: string;
  setup: ReadonlyArray<string>;
  steps: ReadonlyArray<string>;
  cues: ReadonlyArray<string>;
  breathing: string;
  stop_signs: ReadonlyArray<string>;
  figure: string | null;
  motion: string | null;
  conditions: Conditions;
  script: ReadonlyArray<Step>;
}

export interface Timeline {
  moment: string;
  place: Place;
  check_list: ReadonlyArray<string>;
  sit_down: ReadonlyArray<string>;
  emergency: string;
  call: EmergencyNumbers;
  finish: ReadonlyArray<string>;
  items: ReadonlyArray<ReadonlyArray<Way>>;
}

export interface Facts {
  helper: HelperNear;
  energy: number;
  pain: number;
  hot: boolean;
  recent_dose: boolean;
  fall: boolean;
  feeling_ill: boolean;
  new_symptom: boolean;
  age_minutes: number;
}

export const Done = ["full", "part", "none"] as const;
export type Done = (typeof Done)[number];

export interface Log {
  id: string;
  session: string;
  position: number;
  exercise: string;
  done: Done;
  started: string;
  finished: string;
  side: string | null;
  sets: number | null;
  reps: number | null;
  hold_s: number | null;
  support: Support | null;
  effort: number | null;
  pain: number | null;
  touches: number | null;
  near_fall: boolean | null;
  fall: boolean | null;
  form_ok: boolean | null;
  corrects: string | null;
}

export interface Choice {
  value: boolean | number | string;
  label: string;
  small: string;
  advice: string;
  emergency: boolean;
}

export interface Question {
  name: string;
  text: string;
  help: string;
  choices: ReadonlyArray<Choice>;
  many: boolean;
  after_fall: boolean;
}

export interface Answers {
  feeling_ill: boolean | null;
  new_symptom: boolean | null;
  falls_since_last: number | null;
  pain: number | null;
  energy: number | null;
  stiffness: number | null;
  hot: boolean | null;
  minutes_since_sedating_dose: number | null;
  helper: HelperNear | null;
  signs: ReadonlyArray<string>;
}

export interface CheckInForm {
  news: Question;
  new: ReadonlyArray<Question>;
  always: ReadonlyArray<Question>;
  nothing_new: Answers;
  sedating_window_minutes: number | null;
}

export interface CheckInReport {
  id: string;
  told: string;
  answers: Answers;
  near_falls: number;
  injured: boolean | null;
  can_rise_alone: boolean | null;
  restarted: boolean | null;
}

export interface Note {
  id: string;
  session: string;
  written: string;
  text: string;
}

export interface GamePace {
  targets: number;
  play_s: number;
  ready_s: number;
  quiet_s: number;
  quiet_within_s: number;
  lean_s: number;
  lean_back_s: number;
  share: number;
  middle_share: number;
  held_s: number;
  target_s: number;
  middle_s: number;
  middle_at_most_s: number;
  voice_lean_s: number;
  voice_hold_at_s: number;
  wobble_s: number;
  wobbles: number;
  tries: number;
  other_side: number;
}

export interface GameMotion {
  low_pass_hz: number;
  speed_over_s: number;
  quiet_dps: number;
  wobble_dps: number;
  least_lean_deg: number;
  opposite_deg: number;
  moved_deg: number;
  silent_s: number;
}

export interface GameWords {
  take_hold: string;
  take_hold_by_voice: string;
  quiet: string;
  first_left: string;
  then_right: string;
  back: string;
  alike: string;
  other_side: string;
  begin: string;
  left: string;
  right: string;
  hold: string;
  held: string;
  far: string;
  wobble: string;
  wobbled_twice: string;
  shifts_none: string;
  shifts_one: string;
  shifts_many: string;
  unmeasured: string;
  paused: string;
  stale: string;
  not_now: string;
}

export interface Game {
  exercise: string;
  name: string;
  why: string;
  seated: boolean;
  place: Place;
  support: Support;
  holding: string;
  shifts_per_rep: number;
  enough: number;
  check_list: ReadonlyArray<string>;
  setup: ReadonlyArray<string>;
  steps: ReadonlyArray<string>;
  stop_signs: ReadonlyArray<string>;
  sit_down: ReadonlyArray<string>;
  emergency: string;
  call: EmergencyNumbers;
  conditions: Conditions;
  pace: GamePace;
  motion: GameMotion;
  say: GameWords;
}
