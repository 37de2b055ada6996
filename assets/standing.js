/* Looks the reader's day up in the timelines that the build wrote into the page.
   In: elements with data-timeline, [[from, state, reason, until], ...] in order of date, and the
   words for the states on #shapes. Out: the same elements saying what holds today. The rules
   themselves are in portal/standing.py and nowhere else. */

/** Return the row that holds on the day `today` (YYYY-MM-DD); the first for any earlier day. */
export function standingOn(timeline, today) {
  const begun = timeline.filter((row) => row[0] <= today);
  return begun.length ? begun[begun.length - 1] : timeline[0];
}

/** Return the day of a Date where the reader is, as YYYY-MM-DD. */
export function dayOf(moment) {
  const two = (number) => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** Return a day as Indonesians write it: 3 Februari 2026. */
export function longDate(day) {
  const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("id-ID", options);
}

function untilSentence(until) {
  if (!until) return "Berlaku sampai ada keterangan baru.";
  return `Boleh dipercaya sampai ${longDate(until)}. Sesudah itu cek lagi.`;
}

function write(element, name, text) {
  const target = element.querySelector(`[data-${name}]`);
  if (target.textContent !== text) target.textContent = text;
}

/** Make one element say what its timeline says of `today`. */
export function show(element, today, labels) {
  const [, state, reason, until] = standingOn(JSON.parse(element.dataset.timeline), today);
  element.dataset.state = state;
  element.querySelector("use").setAttribute("href", `#shape-${state}`);
  write(element, "word", labels[state]);
  if (reason === undefined) return; // a line in a list: the word is all it shows
  write(element, "reason", reason);
  write(element, "until", untilSentence(until));
  advise(state);
}

/* The page holds the advice for every state in its timeline; only today's is shown. */
function advise(state) {
  for (const one of document.querySelectorAll("[data-advice]")) {
    one.hidden = one.dataset.advice !== state;
  }
}

/** Bring every standing under `root` up to the reader's day. */
export function refresh(root, today = dayOf(new Date())) {
  const labels = JSON.parse(document.querySelector("#shapes").dataset.labels);
  for (const element of root.querySelectorAll("[data-timeline]")) show(element, today, labels);
}

refresh(document);
// A page may stay open, or come back from the cache, on a later day.
window.addEventListener("pageshow", (event) => event.persisted && refresh(document));
document.addEventListener("visibilitychange", () => document.hidden || refresh(document));
