// Where a session stands, so that it goes on at the same second after the page was closed or the battery died.
// Written twice: at once where a closing page cannot cut it off, and into the database, which outlives a killed
// browser; a new step waits for the disk there.
import { change, readOne } from "../shared/database.ts";
import { START, type State } from "./types.ts";

interface Standing {
  readonly session: string;
  readonly state: State;
  /** Counts the savings of a session, so that the newer of two is known whatever the clocks say. */
  readonly saved: number;
}

const key = (session: string) => `handrail.session.${session}`;
let saved = 0;

export async function restored(session: string): Promise<State> {
  const onDisk = await readOne<Standing>("sessions", session).catch(() => undefined);
  const standings = [onDisk, atHand(session)].filter((standing) => standing !== undefined);
  if (standings.length === 0) return START;
  const newest = standings.reduce((best, one) => (one.saved > best.saved ? one : best));
  saved = newest.saved;
  return { ...START, ...newest.state };
}

function atHand(session: string): Standing | undefined {
  try {
    const told = localStorage.getItem(key(session));
    return told === null ? undefined : (JSON.parse(told) as Standing);
  } catch {
    return undefined;
  }
}

/**
 * Saves the state as a paused one: the monotonic clock starts anew with the next page. A full device plays on all the
 * same. What is over is first marked as not begun, since the page may close before the disk has forgotten it.
 */
export function save(session: string, state: State, elapsed: number, isNewStep: boolean): void {
  const isOver = state.screen === "done";
  const standing: Standing = {
    session,
    state: isOver ? START : { ...state, elapsed, running: false },
    saved: ++saved,
  };
  try {
    localStorage.setItem(key(session), JSON.stringify(standing));
  } catch {
    // No room here; the disk below may have some.
  }
  const durability = isNewStep ? "strict" : "relaxed";
  void change("sessions", durability, (store) => (isOver ? store.delete(session) : store.put(standing)))
    .then(() => {
      if (isOver && saved === standing.saved) localStorage.removeItem(key(session));
    })
    .catch(() => {});
}
