/* One lock on the page. In: its element, the rows that the build wrote ([[from, state], ...]) and
   the reader's day. Out: badge and sentence; the state. What makes a state is in portal/locks.py. */
import { show, standingOn } from "../standing.js";

/** Show only the sentence for `why` in `element`. */
export function explain(element, why) {
  for (const one of element.querySelectorAll("[data-why]")) one.hidden = one.dataset.why !== why;
}

/** Show a lock and return its state; no rows means unproven, for the reason `otherwise`. */
export function showLock(element, rows, today, labels, otherwise) {
  const badge = element.querySelector(".badge");
  badge.dataset.timeline = JSON.stringify(rows || [[today, "unproven"]]);
  show(badge, today, labels);
  const [, state] = rows ? standingOn(rows, today) : [today, "unproven"];
  explain(element, rows ? state : otherwise);
  return state;
}

/** Return the words for the states, which every page carries. */
export function labelsOfStates() {
  return JSON.parse(document.querySelector("#shapes").dataset.labels);
}
