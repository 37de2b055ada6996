/* The second lock on an agency's page. In: the rows of its offices by region, in data-office-lock,
   and the kabupaten the reader chooses. Out: what holds there today. Nothing is loaded before the
   choice is touched, unless a kabupaten is remembered. */
import { dayOf } from "../standing.js";
import { District, remembered } from "./district.js";
import { labelsOfStates, showLock } from "./lock.js";

const lock = document.querySelector("[data-office-lock]");

function prepare() {
  const root = new URL(document.body.dataset.root, document.baseURI);
  const offices = JSON.parse(lock.dataset.officeLock);
  const tell = () => {
    const found = offices.find(([region]) => region === district.code);
    const why = district.code ? "unknown" : "none";
    showLock(lock, found && found[1], dayOf(new Date()), labelsOfStates(), why);
  };
  const district = new District(lock.querySelector("[data-district]"), root, tell);
  const load = () => district.load().then(tell);
  tell();
  if (remembered()) load();
  else {
    // On the way to the choice the list is fetched; a finger or the key that opens it comes later.
    for (const event of ["pointerenter", "touchstart", "focus"]) {
      district.select.addEventListener(event, load, { once: true, passive: true });
    }
  }
  document.addEventListener("visibilitychange", () => document.hidden || tell());
}

if (lock) prepare();
