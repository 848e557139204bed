// Where a session stands, so that it goes on at the same second after the page was closed.
import { START, type State } from "./types.ts";

const key = (session: string) => `handrail.session.${session}`;

export function restored(session: string): State {
  const saved = localStorage.getItem(key(session));
  return saved === null ? START : { ...START, ...(JSON.parse(saved) as State) };
}

/** Saves the state as a paused one: the monotonic clock starts anew with the next page. */
export function save(session: string, state: State, elapsed: number): void {
  if (state.screen === "done") localStorage.removeItem(key(session));
  else localStorage.setItem(key(session), JSON.stringify({ ...state, elapsed, running: false }));
}
