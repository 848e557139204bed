/** A new screen is read from its heading; a button that stays keeps the focus. */
export function focusHeading(screen: Element): void {
  const lost = document.activeElement === null || document.activeElement === document.body;
  if (lost) screen.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
}
