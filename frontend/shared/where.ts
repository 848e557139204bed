// Where what was done is kept, in words.
import type { Left } from "./outbox.ts";

export function whereKept(unsent: Left, anything: boolean): string {
  if (unsent.homeless) return "This device is full, so this page holds your log. Keep it open until there is a connection, or free some space.";
  if (unsent.refused > 0) return "Your log could not take all of it. It stays on this device, and nothing is lost.";
  if (unsent.waiting > 0) return "It is kept on this device. It goes to your log by itself when there is a connection.";
  return anything ? "It is in your log." : "Nothing was done this time, and that is fine.";
}
