/* The reader's kabupaten, kept on this device only, and the door to what "Hubungi" shows for it.
   In: the help part of the frame. Out: nothing until a kabupaten is kept or chosen, or a page of
   one can be taken; only then assets/help/near.js comes. */
const KEY = "kabupaten";
/* Heard on window, with the code, whenever a kabupaten is chosen or forgotten on this page. */
export const CHANGED = "kabupaten";

/** Return the kept code, or "": storage may be full, broken or forbidden. */
export function remembered() {
  try {
    return window.localStorage.getItem(KEY) || "";
  } catch (error) {
    return "";
  }
}

/** Keep a code, or forget it when it is ""; whoever shows it hears of it. */
export function keep(code) {
  try {
    if (code) window.localStorage.setItem(KEY, code);
    else window.localStorage.removeItem(KEY);
  } catch (error) { /* the choice then lasts as long as the page */ }
  window.dispatchEvent(new CustomEvent(CHANGED, { detail: code }));
}

const place = document.querySelector("[data-help]");
const doors = [place.querySelector("[data-choose]"), document.querySelector("[data-learn-choose]")].filter(Boolean);
let opened = null;

function open() {
  if (!opened) {
    const root = new URL(document.body.dataset.root, document.baseURI);
    opened = import("./near.js").then(({ Near }) => new Near(place, root));
    opened.catch(() => { opened = null; });
  }
  return opened;
}

function failed() {
  place.querySelector("[data-near-failed]").hidden = false;
}

function follow(code) {
  if (code || opened) open().then((near) => near.show(code)).catch(failed);
}

for (const door of doors) {
  door.hidden = false;
  door.addEventListener("click", () => open().then((near) => near.choose()).catch(failed));
}
window.addEventListener(CHANGED, (event) => follow(event.detail));
follow(remembered());
if (document.querySelector("[data-take]")) open().then((near) => near.offer()).catch(() => null);
