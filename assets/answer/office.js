/* The second lock on an agency's page. In: the rows of its offices by region, in data-office-lock,
   and the kabupaten the reader chooses. Out: what holds there today. The list is loaded when
   the choice comes into sight, or at once where a kabupaten is remembered. */
import { dayOf } from "../standing.js";
import { remembered } from "../help/door.js";
import { District } from "./district.js";
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
  else seen(district.select, load);
  document.addEventListener("visibilitychange", () => document.hidden || tell());
}

/* A list that comes only when it is opened would open empty: it is fetched once it is in sight. */
function seen(element, then) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((one) => one.isIntersecting)) return;
    observer.disconnect();
    then();
  });
  observer.observe(element);
}

if (lock) prepare();
