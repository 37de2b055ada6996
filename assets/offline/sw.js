/* Answers in place of a network that is not there. In: BUILD, PACK and KEPT, {address: fingerprint},
   which portal/render/offline.py writes above this. Out: pages of today where there is a network,
   else kept ones; to every page the scripts, styles and index of the page's own build, no others.

   A cache holds one build. What it holds is compared with its fingerprint whenever it is used: what
   is missing or broken counts as not there, and is mended from the network. */
"use strict";
const SCOPE = self.registration.scope;
const PREFIX = `jalur-resmi ${SCOPE} `; // other copies of the portal may live on the same host
const READERS = `${PREFIX}pembaca`; // which open page is of which build
const PATIENCE = 5000; // milliseconds that a page may take when a kept one is at hand
const VISITED = 40; // pages that are kept because someone opened them
const RENEWED = 12; // of these, how many a new build fetches again
const TYPES = {
  css: "text/css", html: "text/html", js: "text/javascript", json: "application/json", svg: "image/svg+xml",
};
const builds = new Map(); // as in READERS, while this worker is awake
let mended = false;

const at = (path) => new URL(path, SCOPE).href;
const cacheOf = (build) => caches.open(PREFIX + build);
const ours = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));
const listed = (path) => Object.prototype.hasOwnProperty.call(KEPT, path);
const buildIn = (html) => (/ data-build="([^"]+)"/.exec(html) || [])[1] || "";
const isPage = (path) => /(^|\/)[^/.]*$|\.html$|\/[\d.]+$/.test(path);

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => event.waitUntil(greet(event)));
self.addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (path === null) return;
  if (event.request.mode === "navigate") {
    if (isPage(path)) event.respondWith(page(event, path));
  } else if (listed(path) || /^(assets|cari)\//.test(path)) {
    event.respondWith(part(event, path));
  }
});

/* The address from the root of the site; null for what is not ours to answer. */
function pathOf(request) {
  const url = request.url.replace(/[?#].*$/, "");
  if (request.method !== "GET" || !url.startsWith(SCOPE)) return null;
  return url.slice(SCOPE.length).replace(/(^|\/)index\.html$/, "$1");
}

async function fingerprint(raw) {
  const digest = await crypto.subtle.digest("SHA-256", raw);
  return Array.from(new Uint8Array(digest), (one) => one.toString(16).padStart(2, "0")).join("").slice(0, 16);
}

/* Keeping */

/** Whatever of this build is not there whole, get it; an error when it cannot be had. */
async function fill() {
  const cache = await cacheOf(BUILD);
  const missing = [];
  for (const path of Object.keys(KEPT)) {
    if (!(await whole(cache, path))) missing.push(path);
  }
  const texts = missing.length ? await unpacked() : {};
  for (const path of missing) {
    await cache.put(at(path), answerOf(path, texts[path]));
    if (!(await whole(cache, path))) throw new Error(`not kept: ${path}`);
  }
}

async function unpacked() {
  const answer = await fetch(at(`luring.bin?${BUILD}`), { cache: "no-cache", priority: "low" });
  const packed = await answer.arrayBuffer();
  if ((await fingerprint(packed)) !== PACK) throw new Error("luring.bin: another build");
  const stream = new Response(packed).body.pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

function answerOf(path, text) {
  const ending = path === "" || path.endsWith("/") ? "html" : path.split(".").pop();
  return new Response(text, { headers: { "Content-Type": `${TYPES[ending] || "text/plain"}; charset=utf-8` } });
}

/** The kept answer when it is what it was; else nothing. */
async function whole(cache, path) {
  const kept = await cache.match(at(path));
  if (!kept) return null;
  const raw = await kept.clone().arrayBuffer();
  if (listed(path)) return (await fingerprint(raw)) === KEPT[path] ? kept : null;
  const html = new TextDecoder().decode(raw);
  return buildIn(html) === BUILD && html.trim().endsWith("</html>") ? kept : null;
}

/** Keep a page that someone opened, if it is of this build; the oldest make room. */
async function keep(path, answer) {
  if (listed(path) || !answer.ok || answer.redirected) return;
  if (buildIn(await answer.clone().text()) !== BUILD) return;
  const cache = await cacheOf(BUILD);
  await cache.put(at(path), answer);
  const visited = (await cache.keys()).filter((one) => !listed(pathOf(one)));
  for (const one of visited.slice(0, -VISITED)) await cache.delete(one);
}

/* Changing builds */

async function install() {
  const before = (await ours()).filter((name) => name !== READERS && name !== PREFIX + BUILD);
  const { connection } = self.navigator;
  // Who saves data keeps what is there; pages still come fresh from the network.
  if (before.length && connection && connection.saveData) throw new Error("saving data");
  await fill();
  await Promise.all(before.map((name) => renew(name).catch(() => null)));
  await self.skipWaiting(); // safe: an open page goes on with its own build
}

/* Visited pages that the list does not hold, anew: an old page never meets new scripts. */
async function renew(name) {
  const paths = (await (await caches.open(name)).keys()).map(pathOf);
  const visited = paths.filter((path) => isPage(path) && !listed(path)).slice(-RENEWED);
  for (const path of visited) await keep(path, await fetch(at(path), { cache: "no-cache", priority: "low" }));
}

async function takeOver() {
  await self.clients.claim();
  const open = await self.clients.matchAll({ includeUncontrolled: true, type: "all" });
  const readers = await caches.open(READERS);
  const needed = new Set([READERS, PREFIX + BUILD]);
  for (const one of await readers.keys()) {
    const id = one.url.split("?").pop();
    if (open.some((client) => client.id === id)) needed.add(PREFIX + (await buildOf(id)));
    else await readers.delete(one);
  }
  const useless = (await ours()).filter((name) => !needed.has(name));
  await Promise.all(useless.map((name) => caches.delete(name)));
}

/** Note that an open page is of a build; a note that cannot be written lasts while we are awake. */
async function bind(id, build) {
  if (!id || builds.get(id) === build) return;
  builds.set(id, build);
  await caches.open(READERS).then((cache) => cache.put(at(`?${id}`), new Response(build))).catch(() => null);
}

async function buildOf(id) {
  if (!builds.has(id)) {
    const noted = await caches.open(READERS).then((cache) => cache.match(at(`?${id}`))).catch(() => null);
    if (noted) builds.set(id, await noted.text());
  }
  return builds.get(id);
}

/* A page tells its build and address once it is read, also one that came before this worker. */
async function greet(event) {
  await bind(event.source.id, event.data.build);
  const path = pathOf({ method: "GET", url: event.data.url });
  if (event.data.build === BUILD && path !== null && isPage(path) && !listed(path)) {
    const cache = await cacheOf(BUILD);
    if (!(await whole(cache, path))) await keep(path, await fetch(at(path), { cache: "force-cache" }));
  }
  if (!mended) {
    mended = true;
    await fill();
  }
}

/* Answering */

/* What is kept of this build; nothing where storage is forbidden. */
async function kept(path) {
  try {
    const cache = await cacheOf(BUILD);
    const own = (await whole(cache, path)) || (isPage(path) && (await whole(cache, `${path}/`)));
    mended = mended && Boolean(own || !listed(path));
    return own || null;
  } catch (error) {
    return null;
  }
}

/** A page: from the network if it comes in time, else a kept one, else one that says so. */
async function page(event, path) {
  const own = await kept(path);
  const coming = fresh(event, path);
  const later = new Promise((done) => setTimeout(done, PATIENCE, null));
  const answer = await (own ? Promise.race([coming, later]) : coming);
  if (answer && !(own && isIll(answer.response))) {
    await bind(event.resultingClientId, answer.build);
    return answer.response;
  }
  if (own) await bind(event.resultingClientId, BUILD);
  return own || Response.redirect(at(`luring/?ke=${encodeURIComponent(path)}`));
}

/* A host in trouble; that a page is gone (404, 410) is an answer. */
const isIll = ({ status }) => status >= 400 && status !== 404 && status !== 410;

/* The page of today with its build; null when there is no network. */
async function fresh(event, path) {
  const response = await fetch(event.request, { cache: "no-cache" }).catch(() => null);
  if (!response) return null;
  if (response.type === "opaqueredirect") return { response, build: "" };
  const build = buildIn(await response.clone().text().catch(() => ""));
  event.waitUntil(keep(path, response.clone()).catch(() => null));
  return { response, build };
}

/** A script, style or index: of the build of the page that asks for it. */
async function part(event, path) {
  const build = await buildOf(event.clientId);
  if (build) await bind(event.resultingClientId, build); // a page's own worker asks for more
  const own = await kept(path);
  if (build === BUILD && own) return own;
  const older = build && build !== BUILD && (await caches.has(PREFIX + build).catch(() => false));
  const found = older && (await (await cacheOf(build)).match(at(path)));
  if (found) return found;
  try {
    const answer = await fetch(event.request, { cache: "no-cache" });
    return build === BUILD ? await ofThisBuild(path, answer) : answer;
  } catch (error) {
    if (!build && own) return own; // a page that nobody vouched for, and no network
    throw error;
  }
}

/* The host may have moved on since the page was read: no answer is better than a mixed one. */
async function ofThisBuild(path, answer) {
  if (!listed(path) || !answer.ok) return answer;
  const raw = await answer.clone().arrayBuffer();
  return (await fingerprint(raw)) === KEPT[path] ? answer : Response.error();
}
