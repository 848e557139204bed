/** Whether somebody asked for less motion, of their device or of us. */
export function wantsStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches || document.documentElement.dataset.theme === "low-stimulus";
}
