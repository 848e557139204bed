// Keeps what a session comes to on the device, and has it sent; each thing once.
import { keep, type Left, type Waiting } from "../shared/outbox.ts";
import { send } from "../shared/sender.ts";
import { uuid7 } from "../shared/uuid7.ts";
import { isoHere } from "./instants.ts";
import type { State } from "./types.ts";

const RETRY_MS = 30_000;

export class Keeper {
  /** What is still on this device only. */
  unsent: Left = { waiting: 0, refused: 0, homeless: 0 };
  private turn = 0;
  private readonly changed: () => void;
  private readonly kept = new Set<string>();

  /** `changed` is called when more or less is left to send. */
  constructor(changed: () => void) {
    this.changed = changed;
    setInterval(() => this.unsent.waiting > 0 && void this.sendAll(), RETRY_MS);
    addEventListener("online", () => void this.sendAll());
  }

  /** Keeps the logs and check-ins of a session that are new. */
  keepReports({ logs, reports }: State): void {
    this.keepAll([...logs.map(waitingFor("/api/logs/")), ...reports.map(waitingFor("/api/check-ins/"))]);
  }

  keepNote(session: string, text: string): void {
    const note = { id: uuid7(), session, written: isoHere(new Date()), text };
    this.keepAll([waitingFor("/api/notes/")(note)]);
  }

  private keepAll(all: readonly Waiting[]): void {
    const waiting = all.filter((one) => !this.kept.has(one.id));
    if (waiting.length === 0) return;
    waiting.forEach((one) => this.kept.add(one.id));
    this.turn++;
    this.unsent = { ...this.unsent, waiting: this.unsent.waiting + waiting.length };
    void keep(waiting).then(() => this.sendAll());
  }

  /** What is left is known only if nothing came in meanwhile; then that is sent next. */
  private async sendAll(): Promise<void> {
    const { turn } = this;
    const left = await send();
    if (turn !== this.turn) return;
    this.unsent = left;
    this.changed();
  }
}

const waitingFor =
  (address: string) =>
  (body: { readonly id: string }): Waiting => ({ id: body.id, address, body });
