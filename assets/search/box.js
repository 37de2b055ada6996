/* What happens in a search box. In: a form, the index of names, the address of the site; out: the
   form answers as the reader types: agencies at once, everything else after a pause. */
import { filled, offerText } from "../share.js";
import { dayOf, longDate, standingOn } from "../standing.js";
import { Searcher } from "./rank.js";

const PAUSE = 300; // milliseconds without a key before the rest is searched
const ENOUGH = 2; // letters
const SHOWN = { same: 6, close: 6, beside: 3, other: 8 };
const CLEAR = 0.4; // a page this good answers a question
const KINDS = {
  training: "Pelatihan", office: "Kantor", region: "Wilayah", provision: "Aturan", page: "Halaman",
};
let searcher = null;
let rest = null;
let firms = {}; // what is on record beside names, once it has come

/** Make a form answer. */
export function attach(form, names, root) {
  searcher = searcher || new Searcher(names);
  const box = new Box(form, root);
  form.q.addEventListener("input", () => box.typed());
  form.addEventListener("submit", () => box.finish());
  form.addEventListener("keydown", (event) => box.key(event));
  if (form.q.value) box.typed();
}

class Box {
  constructor(form, root) {
    this.form = form;
    this.root = root;
    this.found = form.querySelector(".search__found");
    this.state = form.querySelector(".search__state");
    this.timer = 0;
  }

  get words() {
    return this.form.q.value.trim();
  }

  typed() {
    clearTimeout(this.timer);
    this.state.textContent = "";
    if (this.words.length < ENOUGH) {
      this.show([]);
      return;
    }
    this.show(searcher.search(this.words, 20), false);
    this.timer = setTimeout(() => this.complete(), PAUSE);
  }

  /* Search everything, say how much there is, and only now that a name is unknown. */
  async complete() {
    const { words } = this;
    if (words.length < ENOUGH) return;
    await everything(this.root, words).catch(() => null);
    if (words !== this.words) return;
    const hits = searcher.search(words, 20);
    this.show(hits, true);
    this.state.textContent = summary(hits, words);
  }

  async finish() {
    clearTimeout(this.timer);
    this.found.hidden = !this.found.childElementCount;
    await this.complete();
    if (!this.found.hidden && this.form.contains(document.activeElement)) this.found.focus();
  }

  show(hits, complete) {
    const { same, close, danger, help, other } = sorted(hits);
    // An answer may have taken their place meanwhile (assets/answer/open.js): then they stay away.
    const away = complete && this.found.hidden && this.found.childElementCount > 0;
    this.found.textContent = "";
    this.agencies(same, close);
    // Only what cannot be the name of a firm goes without the warning.
    const need = searcher.isNeed(this.words);
    const known = same.length || close.length || need || other.some((hit) => hit.match === "same");
    if (complete && !known && names(this.words)) this.found.append(nothing(this.words, this.root));
    const good = need ? other.filter((hit) => hit.score >= CLEAR).slice(0, SHOWN.beside) : other;
    if (complete && good.length) this.others(good, known);
    if (help.length) this.helped(help, need);
    if (danger.length) this.found.prepend(alarm(danger, this.root));
    if (complete && need && !same.length) this.found.append(copy("#search-firm"));
    this.found.hidden = away || !this.found.childElementCount;
  }

  agencies(same, close) {
    const twins = same.length > 1;
    const alike = same.length + close.length > 1
      ? "Nama mirip, perusahaan berbeda. Cocokkan kota dan statusnya."
      : "Nama mirip bisa perusahaan lain. Cocokkan kota dan statusnya.";
    const card = (hit) => this.agency(hit);
    if (same.length) {
      const title = twins ? `Ada ${same.length} perusahaan yang cocok` : "Ini perusahaannya";
      this.found.append(group(title, twins ? alike : "", same.slice(0, SHOWN.same).map(card)));
    }
    if (close.length) {
      const title = same.length ? "Nama lain yang mirip" : "Apakah maksud Anda?";
      const most = same.length ? SHOWN.beside : SHOWN.close;
      this.found.append(group(title, alike, close.slice(0, most).map(card)));
    }
  }

  /* A question in plain words is answered before the warning, a name never. */
  others(hits, known) {
    const title = known ? "Lainnya" : "Halaman yang mungkin membantu";
    const made = group(title, "", hits.slice(0, SHOWN.other).map((hit) => this.other(hit)));
    const question = !known && hits[0].score >= CLEAR && !/\b(pt|cv)\b/i.test(this.words);
    if (question) this.found.prepend(made);
    else this.found.append(made);
  }

  /* What was asked for stands first; beside a name it comes after the firms. */
  helped(hits, need) {
    const made = group("Mungkin ini yang Anda cari", "", hits.map((hit) => this.other(hit)));
    if (need) this.found.prepend(made);
    else this.found.append(made);
  }

  agency(hit) {
    const card = copy("#search-agency");
    const today = dayOf(new Date());
    const state = standingOn(hit.entry.timeline, today)[1];
    const labels = JSON.parse(document.querySelector("#shapes").dataset.labels);
    link(card, hit, this.root);
    card.querySelector("[data-place]").textContent = hit.entry.place || "Tempat belum diketahui";
    card.querySelector(".badge").dataset.state = state;
    card.querySelector("use").setAttribute("href", `#shape-${state}`);
    card.querySelector("[data-word]").textContent = labels[state];
    card.querySelector("[data-day]").textContent = longDate(today);
    licence(card.querySelector("[data-licence]"), firms[hit.id]);
    note(card.querySelector("[data-note]"), hit);
    return card;
  }

  other(hit) {
    const item = copy("#search-other");
    link(item, hit, this.root);
    item.querySelector("[data-kind]").textContent = hit.help ? "" : KINDS[hit.kind];
    return item;
  }

  /* Arrows walk through box and results; Escape empties the box, then leaves it. */
  key(event) {
    const stops = [this.form.q, ...this.found.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && (at >= 0 || document.activeElement === this.found)) {
      event.preventDefault();
      stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (!this.form.q.value) this.form.dispatchEvent(new Event("leave"));
      else this.form.q.focus();
      this.form.q.value = "";
      this.typed();
    }
  }
}

/* Load what is not yet there: numbers only for a query with digits. */
function everything(root, words) {
  const get = (name) => fetch(new URL(`cari/${name}.json`, root)).then((answer) => answer.json());
  if (!rest) {
    const others = get("lain").then((file) => searcher.addOthers(file));
    const prose = Promise.all([get("isi"), lunr(root)]);
    const known = get("kunci").then((file) => { firms = file.firms; });
    rest = Promise.all([others, known, prose.then(([file, library]) => searcher.addProse(file, library))]);
    rest.catch(() => { rest = null; });
  }
  const numbers = searcher.hasNumber(words) && !searcher.numbers
    ? get("nomor").then((file) => searcher.addNumbers(file)) : null;
  return Promise.all([rest, numbers]);
}

/* lunr is a classic script that leaves itself on the window. */
function lunr(root) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("cari/lunr.js", root);
    script.onload = () => resolve(window.lunr);
    script.onerror = reject;
    document.head.append(script);
  });
}

function sorted(hits) {
  const firms = hits.filter((hit) => hit.kind === "agency");
  return {
    danger: hits.filter((hit) => hit.help === "danger"),
    help: hits.filter((hit) => hit.help === "page"),
    same: firms.filter((hit) => hit.match === "same"),
    close: firms.filter((hit) => hit.match === "close"),
    other: hits.filter((hit) => hit.kind !== "agency" && !hit.help),
  };
}

function summary(hits, words) {
  const { same, close, danger, help, other } = sorted(hits);
  if (danger.length) return "Dalam bahaya? Nomor polisi ada di bawah ini.";
  const pages = other.length ? " Ada juga halaman lain." : "";
  if (same.length) return `${same.length} perusahaan cocok.${pages}`;
  if (close.length > SHOWN.close) return `Banyak nama mirip. Tulis lebih lengkap.${pages}`;
  if (close.length) return `${close.length} nama mirip. Cocokkan dulu.${pages}`;
  if (help.length && searcher.isNeed(words)) return "Halaman yang menolong ada di bawah ini.";
  if (!names(words)) return "Tulis juga nama perusahaannya.";
  if (isNumber(words)) return `Nomor ini tidak ada di data kami.${pages}`;
  return `Tidak ada perusahaan bernama itu di data kami.${pages}`;
}

/* Whether a query says which firm: more than "PT". */
function names(words) {
  return searcher.bare(words).length > 0;
}

/* Whether a query is a telephone or licence number and no name. */
function isNumber(words) {
  return searcher.hasNumber(words) && !searcher.bare(words).some((word) => /^[a-z]{3,}$/.test(word));
}

/* In danger the police come first, then the page that says what to do. */
function alarm(hits, root) {
  const box = copy("#search-danger");
  box.querySelector("ul").append(...hits.map((hit) => {
    const item = document.createElement("li");
    const anchor = document.createElement("a");
    item.append(anchor);
    link(item, hit, root);
    return item;
  }));
  return box;
}

function nothing(words, root) {
  const panel = copy("#search-none");
  const kind = isNumber(words) ? "number" : "name";
  panel.querySelectorAll("[data-case]").forEach((one) => { one.hidden = one.dataset.case !== kind; });
  panel.querySelectorAll("[data-words]").forEach((one) => { one.textContent = words; });
  const url = new URL(`cek/?q=${encodeURIComponent(words)}`, root).href;
  const text = () => filled(panel.dataset[kind], { words, url, day: longDate(dayOf(new Date())) });
  offerText(panel, text, () => {
    panel.querySelector("[data-shared]").textContent = panel.dataset.copied;
  });
  return panel;
}

/* What tells look-alikes apart better than a town: the number of the licence, where one is known. */
function licence(place, firm) {
  const number = firm && firm.licence;
  place.hidden = !number;
  place.querySelector("span").textContent = number || "";
}

function group(title, text, items) {
  const made = copy("#search-group");
  made.querySelector("h2").textContent = title;
  made.querySelector("p").textContent = text;
  made.querySelector("p").hidden = !text;
  made.querySelector("ul").append(...items);
  return made;
}

function note(place, hit) {
  const { names, former } = hit.entry;
  if (!hit.name) return;
  const old = former.includes(hit.name);
  place.textContent = `${old ? "Dulu bernama" : "Juga ditulis"}: ${names[hit.name]}`;
  place.hidden = false;
}

function link(item, hit, root) {
  const anchor = item.querySelector("a");
  anchor.textContent = hit.title;
  anchor.href = new URL(hit.url.slice(1), root);
}

function copy(id) {
  return document.querySelector(id).content.firstElementChild.cloneNode(true);
}
