// What every page loads. Pages are useful before it runs.
import "htmx.org";
