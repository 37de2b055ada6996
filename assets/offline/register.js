/* Hands the site to its worker (sw.js), so that it can be read without internet. In: the page's
   build and root; out: nothing that a reader sees. Where there is no worker, or storage is
   forbidden, the site simply goes on as it is. */
const { build } = document.documentElement.dataset;
const root = new URL(document.body.dataset.root, document.baseURI);

/* A page tells the worker what it is, so that it gets the parts of its own build and is kept. */
function greet(worker) {
  if (worker) worker.postMessage({ build, url: window.location.href });
}

function register() {
  const workers = navigator.serviceWorker;
  workers.addEventListener("controllerchange", () => greet(workers.controller));
  return workers
    .register(new URL("sw.js", root), { scope: root.href, updateViaCache: "none" })
    .then(() => greet(workers.controller))
    .catch(() => null);
}

/* Whoever saves data is asked for no more than the page, unless the portal is installed as an app. */
function wanted() {
  const { connection } = navigator;
  const app = window.matchMedia("(display-mode: standalone)").matches;
  return app || !(connection && connection.saveData);
}

function begin() {
  const idle = window.requestIdleCallback || ((task) => setTimeout(task, 1000));
  if (wanted()) idle(register, { timeout: 10000 });
  else window.addEventListener("appinstalled", register, { once: true });
}

/* In some frames even asking for it is forbidden. */
function supported() {
  try {
    return Boolean(navigator.serviceWorker && window.caches);
  } catch (error) {
    return false;
  }
}

if (supported()) {
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin, { once: true });
}
