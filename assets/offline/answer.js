/* For a page that was never opened: what the kept index knows of an agency. In: the address that was
   wanted, after ?ke=; out: the agency's standing today, and a link to try that address again. */
import { agencies } from "../search/entries.js";
import { dayOf, standingOn } from "../standing.js";

const ROOT = new URL(document.body.dataset.root, document.baseURI);
const TURNS = 10;
const PAUSE = 2000; // milliseconds between two tries
const place = document.querySelector("[data-offline]");

/** Return the wanted address; null when it leads out of the site. */
export function wantedOf(search, root) {
  const path = new URLSearchParams(search).get("ke");
  const url = path ? new URL(path, root) : null;
  return url && url.href.startsWith(root.href) ? url : null;
}

/** Return the id of the agency whose page was wanted, or "". */
export function agencyIn(url, root) {
  const match = /^p3mi\/([^/]+)\/?$/.exec(url.href.slice(root.href.length));
  return match ? match[1] : "";
}

function show(agency) {
  const state = standingOn(agency.timeline, dayOf(new Date()))[1];
  const labels = JSON.parse(document.querySelector("#shapes").dataset.labels);
  const card = place.querySelector("[data-known]");
  card.querySelector("h2").textContent = agency.title;
  card.querySelector("[data-place]").textContent = agency.place || "Tempat belum diketahui";
  card.querySelector(".badge").dataset.state = state;
  card.querySelector("use").setAttribute("href", `#shape-${state}`);
  card.querySelector("[data-word]").textContent = labels[state];
  card.hidden = false;
}

async function answer(id) {
  const file = await fetch(new URL("cari/nama.json", ROOT)).then((one) => one.json());
  const agency = agencies(file).find((one) => one.id === id);
  if (agency) show(agency);
  else place.querySelector("[data-unknown]").hidden = false;
}

/* Phones say "online" before anything can be reached: go only where something answers. */
function goOn(url, turns) {
  fetch(url, { method: "HEAD", cache: "no-store" })
    .then((one) => one.ok && window.location.replace(url))
    .catch(() => turns && setTimeout(goOn, PAUSE, url, turns - 1));
}

function begin() {
  const url = wantedOf(window.location.search, ROOT);
  if (!url) return;
  const again = place.querySelector("[data-again]");
  again.href = url;
  again.hidden = false;
  window.addEventListener("online", () => goOn(url, TURNS));
  // The network may have come back between asking for the page and standing here.
  if (navigator.onLine) setTimeout(goOn, PAUSE, url, 0);
  const id = agencyIn(url, ROOT);
  if (id) answer(id).catch(() => null);
}

if (place) begin();
