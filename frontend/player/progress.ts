// Where a session stands, so that it goes on at the same second after the page was closed or the battery died.
import { change, readOne } from "../shared/database.ts";
import { START, type State } from "./types.ts";

interface Standing {
  readonly session: string;
  readonly state: State;
}

export async function restored(session: string): Promise<State> {
  const saved = await readOne<Standing>("sessions", session).catch(() => undefined);
  return saved === undefined ? START : { ...START, ...saved.state };
}

/**
 * Saves the state as a paused one: the monotonic clock starts anew with the next page. A new step
 * waits for the disk, a second of it does not. A device too full to keep it plays on all the same.
 */
export async function save(session: string, state: State, elapsed: number, isNewStep: boolean): Promise<void> {
  const standing: Standing = { session, state: { ...state, elapsed, running: false } };
  const durability = isNewStep ? "strict" : "relaxed";
  await change("sessions", durability, (store) => {
    if (state.screen === "done") store.delete(session);
    else store.put(standing);
  }).catch(() => {});
}
