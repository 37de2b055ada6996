/* Opens the answer on /cek/. In: a choice among the results, or an address that ends in #p3mi=<id>.
   Out: the answer below the box; the way back is the browser's own. Nothing is loaded before. */
const PLACE = document.querySelector("[data-answer]");
const ROOT = new URL(document.body.dataset.root, document.baseURI);
const NAMED = /^#p3mi=([a-z0-9-]+)$/;
let loaded = null;

function load() {
  if (!loaded) {
    const get = (name) => fetch(new URL(`cari/${name}.json`, ROOT)).then((one) => one.json());
    loaded = Promise.all([
      import("./answer.js"), import("../search/entries.js"), get("nama"), get("kunci"),
    ]).then(([{ Answer }, entries, names, firms]) => (
      new Answer(PLACE, ROOT, entries.agencies(names), firms)
    ));
    loaded.catch(() => { loaded = null; });
  }
  return loaded;
}

function results(shown) {
  const found = document.querySelector(".search--large .search__found");
  if (found) found.hidden = !shown || !found.childElementCount;
}

/* A firm that is not in the index may have an older address: its page knows. */
function show(answer, id) {
  if (answer.open(id)) results(false);
  else window.location.replace(new URL(`p3mi/${id}/`, ROOT));
}

async function follow() {
  const named = NAMED.exec(window.location.hash);
  const [failed, coming] = ["failed", "coming"].map(
    (name) => document.querySelector(`[data-answer-${name}]`),
  );
  failed.hidden = true;
  if (!named) {
    if (!PLACE.hidden) loaded.then((answer) => answer.close());
    results(true);
    return;
  }
  coming.hidden = false;
  try {
    const answer = await load();
    // Somebody may have gone back, or on to another firm, while this one was on its way.
    if (window.location.hash === named[0]) show(answer, named[1]);
  } catch (error) {
    failed.hidden = false;
  }
  coming.hidden = true;
}

/* A plain tap on a result opens the answer here; any other leads to the firm's own page. */
function tapped(event) {
  const link = event.target.closest(".search--large .search__card a");
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
  const named = link && /\/p3mi\/([a-z0-9-]+)\/$/.exec(new URL(link.href).pathname);
  if (!plain || !named) return;
  event.preventDefault();
  const hash = `#p3mi=${named[1]}`;
  if (window.location.hash === hash) follow();
  else window.location.hash = hash;
}

document.addEventListener("click", tapped);
window.addEventListener("hashchange", follow);
if (window.location.hash) follow();
