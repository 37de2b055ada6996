/* What all tools share: sentences with places, and the button that prints. */

export { filled } from "../share.js";

/** Show the buttons that print, where the phone can. */
export function offerPrinting(root) {
  if (typeof window.print !== "function") return;
  root.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
}

/** Run `make` for each place of the page that asks for a tool. */
export function start(name, make) {
  document.querySelectorAll(`[data-${name}]`).forEach((root) => make(root));
  offerPrinting(document);
}
