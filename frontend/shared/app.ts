// What every page loads. Pages are useful before it runs.
import "htmx.org";
import { send } from "./outbox.ts";

// Logs that a session left on this device while there was no connection.
void send();
