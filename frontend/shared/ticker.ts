// A clock of its own thread: answers once after the milliseconds it was sent, unless sent anew.
let timer: ReturnType<typeof setTimeout> | undefined;

addEventListener("message", (asked: MessageEvent<number | null>) => {
  clearTimeout(timer);
  if (asked.data !== null) timer = setTimeout(() => postMessage(null), asked.data);
});
