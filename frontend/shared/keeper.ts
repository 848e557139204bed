// Keeps what a page comes to on the device, and has it sent; each thing once.
import { keep, type Left } from "./outbox.ts";
import { send } from "./sender.ts";

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

  /** Keeps those that are new, for the address that takes them. */
  keep<Body extends { readonly id: string }>(address: string, bodies: readonly Body[]): void {
    const waiting = bodies.filter((body) => !this.kept.has(body.id)).map((body) => ({ id: body.id, address, body }));
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
