// Plays sessions as restless hands would, without a page: `node replay.ts`, a case a line in, what was played a line out.
import { createInterface } from "node:readline";
import type { Facts, Question } from "../../frontend/shared/schema.ts";
import { factsNow, type Known } from "../../frontend/shared/age.ts";
import { nextQuestion } from "../../frontend/player/checkin.ts";
import { reduce, type Session } from "../../frontend/player/state.ts";
import { type Event, type Now, START, type State } from "../../frontend/player/types.ts";
import { NOTHING_UNREAD } from "../../frontend/player/unread.ts";
import { mayBePlayed, stepOf, wayOf } from "../../frontend/player/ways.ts";

interface Case extends Session {
  readonly known: Known;
  readonly seeds: readonly number[];
}

/** One step that was begun: of which way, and with which facts. */
interface Begun {
  readonly item: number;
  readonly way: number;
  readonly kind: string;
  readonly facts: Facts;
}

const MOVES = 80;
const SESSION = "00000000-0000-7000-8000-000000000000";
const EVENTS: Record<State["screen"], readonly Event["type"][]> = {
  check_list: ["go", "settings", "stop", "check_in"],
  settings: ["settings", "stop"],
  check_in: ["answer", "answer", "answer", "back", "stop"],
  rest_today: ["finish", "stop"],
  step: ["go", "go", "pause", "next", "next", "back", "skip", "easier", "alone", "beside", "wobbled", "stop"],
  wobble: ["wobble", "go", "stop"],
  no_way: ["go", "stop"],
  ask_again: ["check_in", "gentle", "finish", "stop"],
  sitting: ["go_on_seated", "mistake", "finish"],
  effort: [],
  happened: [],
  which: [],
  how_much: [],
  done: [],
};

class Hands {
  private readonly begun: Begun[] = [];
  private readonly session: Case;
  private seed: number;
  private state = START;
  wall: number;
  loadedWall: number;
  private ms = 0;
  private loadedMs = 0;

  constructor(session: Case, seed: number) {
    this.session = session;
    this.seed = seed;
    // The page may be opened days after the answers, or before them where a clock is wrong.
    const since = this.pick([1, 30, 200, 239, 242, 3000, -10]);
    this.wall = this.loadedWall = Date.parse(session.known.told) + since * 60_000;
  }

  play(): readonly Begun[] {
    for (let move = 0; move < MOVES; move++) this.move();
    return this.begun;
  }

  private move(): void {
    const passed = this.pick([0, 1, 3, 20, 60, 60, 900, 9000]) * 1000;
    this.ms += passed;
    this.wall += this.chance(0.02) ? -3_600_000 : passed;
    this.happen(passed > 0 && this.chance(0.6) ? { type: "tick" } : this.anyEvent());
  }

  private anyEvent(): Event {
    const type = this.pick([...EVENTS[this.state.screen], "tick"]) as Event["type"];
    if (type === "wobble") return { type, what: this.pick(["touch", "step_out", "near_fall"] as const) };
    if (type === "answer") return this.anyAnswer(nextQuestion(this.session.form, this.state.answered)!);
    return { type } as Event;
  }

  private anyAnswer(question: Question): Event {
    const values = question.choices.map((choice) => choice.value);
    return { type: "answer", name: question.name, value: question.many ? (this.chance(0.8) ? [] : [this.pick(values)]) : this.pick(values) };
  }

  get passedMs(): number {
    return this.ms - this.loadedMs;
  }

  private facts(): Facts {
    const { known } = this.state;
    return factsNow(known === null ? [this.session.known] : [this.session.known, known], this);
  }

  private happen(event: Event): void {
    const before = this.state;
    const facts = this.facts();
    this.state = reduce(this.session, before, event, this.now(facts));
    if (this.state.known !== before.known) {
      this.loadedWall = this.wall;
      this.loadedMs = this.ms;
    }
    if (this.beganAStep(before)) this.note();
  }

  /** A clock that runs, of a step that is new or was stopped before. */
  private beganAStep(before: State): boolean {
    const { state } = this;
    const moved = state.item !== before.item || state.way !== before.way || state.step !== before.step;
    return state.screen === "step" && state.running && (moved || !before.running || before.screen !== "step");
  }

  private note(): void {
    const { timeline } = this.session;
    const facts = this.facts();
    const way = wayOf(timeline, this.state)!;
    if (!mayBePlayed(way, this.state, facts)) throw new Error("The player's own table refuses what it plays.");
    this.begun.push({
      item: this.state.item,
      way: this.state.way,
      kind: stepOf(timeline, this.state)!.kind,
      facts: this.state.alone ? { ...facts, helper: "none" } : facts,
    });
  }

  private now(facts: Facts): Now {
    const iso = new Date(this.wall).toISOString();
    return { ms: this.ms, iso, facts, session: SESSION, newId: () => String(this.random()), byItself: this.seed % 2 === 0 };
  }

  private random(): number {
    this.seed = (this.seed * 48271) % 2147483647;
    return this.seed / 2147483647;
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private pick<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.random() * values.length)]!;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const session: Case = { ...(JSON.parse(line) as Omit<Case, "unread">), unread: NOTHING_UNREAD };
  const played = session.seeds.map((seed) => new Hands(session, seed).play());
  process.stdout.write(`${JSON.stringify(played)}\n`);
}
