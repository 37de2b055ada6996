/* Says how old the data is, when that matters: without internet, or after some days. In: the
   element data-age with the day of the build and a sentence for each case; out: one of them. */
import { dayOf } from "../standing.js";

const OLD = 7; // days
const DAY = 86400000;

/** Return how many days lie between two days (YYYY-MM-DD); none for a clock that is slow. */
export function daysBetween(built, today) {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(built)) / DAY));
}

/** Return which sentence holds: "offline", "old", or "" for none. */
export function caseOf(days, online) {
  if (!online) return "offline";
  return days > OLD ? "old" : "";
}

function show(element) {
  const days = daysBetween(element.dataset.age, dayOf(new Date()));
  const shown = caseOf(days, navigator.onLine);
  for (const one of element.querySelectorAll("[data-case]")) {
    one.hidden = one.dataset.case !== shown;
    one.querySelector("[data-days]").textContent = days ? `${days} hari lalu` : "hari ini";
  }
  element.hidden = !shown;
}

const element = document.querySelector("[data-age]");
if (element) {
  const refresh = () => show(element);
  refresh();
  for (const event of ["online", "offline", "pageshow"]) window.addEventListener(event, refresh);
  document.addEventListener("visibilitychange", refresh);
}
