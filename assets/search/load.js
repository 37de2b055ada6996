/* Puts a search box wherever the page keeps a place for one: elements with data-search-box, whose
   own content is the way without script. Nothing else is loaded before a box has focus; then the
   index of names and the modules that read it, all at once. */
const ROOT = new URL(document.body.dataset.root, document.baseURI);
const MODULES = ["box", "rank", "names", "match", "alike", "fold", "entries", "prose", "situations", "stem", "unpack", "../share"];
const pattern = document.querySelector("#search-form");
const large = document.querySelector('[data-search-box="large"]');
let parts = null;

/* Fetch everything in parallel, once; again after a failure. */
function load() {
  if (!parts) {
    const names = fetch(new URL("cari/nama.json", ROOT)).then((answer) => answer.json());
    const modules = MODULES.map((name) => import(`./${name}.js`));
    parts = Promise.all([names, ...modules]);
    parts.catch(() => { parts = null; });
  }
  return parts;
}

function mounted(place, size) {
  const form = pattern.content.cloneNode(true).querySelector("form");
  for (const name of ["search-words", "search-hint"]) {
    form.querySelector(`#${name}`).id = `${name}-${size}`;
  }
  form.querySelector("label").htmlFor = `search-words-${size}`;
  form.q.setAttribute("aria-describedby", `search-hint-${size}`);
  form.classList.add(`search--${size}`);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("focusin", () => begin(form), { once: true });
  place.textContent = "";
  place.append(form);
  return form;
}

function begin(form) {
  load()
    .then(([names, box]) => box.attach(form, names, ROOT))
    .catch(() => {
      form.querySelector(".search__state").append(
        document.querySelector("#search-failed").content.cloneNode(true),
      );
      form.q.addEventListener("input", () => retry(form), { once: true });
    });
}

function retry(form) {
  form.querySelector(".search__state").textContent = "";
  begin(form);
}

/* In the header the link opens a box below it; where the page has a large box, it leads there. */
function header(place) {
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = "top__find";
  opener.append(...place.querySelector("a").childNodes);
  const panel = document.createElement("div");
  panel.className = "top__panel";
  panel.id = "search-panel";
  panel.hidden = true;
  place.textContent = "";
  place.append(opener);
  if (large) {
    opener.addEventListener("click", () => large.querySelector("input").focus());
    return;
  }
  place.closest("header").append(panel);
  const form = mounted(panel, "header");
  opener.setAttribute("aria-controls", panel.id);
  const show = (open) => {
    panel.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    (open ? form.q : opener).focus();
  };
  opener.setAttribute("aria-expanded", "false");
  opener.addEventListener("click", () => show(panel.hidden));
  const close = form.querySelector("[data-close]");
  close.hidden = false;
  close.addEventListener("click", () => show(false));
  form.addEventListener("leave", () => show(false));
}

function prepare() {
  const asked = new URLSearchParams(window.location.search).get("q");
  if (large) {
    const form = mounted(large, "large");
    if (asked) {
      form.q.value = asked;
      begin(form);
    }
  }
  document.querySelectorAll('[data-search-box="header"]').forEach(header);
}

if (pattern) prepare();
