/* The list of documents. In: one section for each route, written by portal/render/tools.py. Out:
   the chosen route alone, its ticks kept on this phone, and how many are still missing. */
import { filled, start } from "./tool.js";
import { forget, read, write } from "./store.js";

const NAME = "dokumen";

/** One route: its boxes and its count. */
class Route {
  constructor(section, words, changed) {
    Object.assign(this, { section, words });
    this.id = section.dataset.route;
    this.boxes = Array.from(section.querySelectorAll("input"));
    this.show(read(`${NAME}/${this.id}`));
    section.addEventListener("change", () => {
      this.count();
      changed(write(`${NAME}/${this.id}`, this.ticked().map((box) => this.mark(box))));
    });
  }

  /** Return what a box is called in the store: the id of its document, or the words of the data. */
  mark(box) {
    const { tick, asked } = box.closest("li").dataset;
    return tick || asked;
  }

  ticked() {
    return this.boxes.filter((box) => box.checked);
  }

  show(kept) {
    const marks = Array.isArray(kept) ? kept : [];
    this.boxes.forEach((box) => { box.checked = marks.includes(this.mark(box)); });
    this.count();
  }

  /** Say how many are missing; what is only asked in some places is not counted. */
  count() {
    const needed = this.boxes.filter((box) => box.closest("li").dataset.tick);
    const done = needed.filter((box) => box.checked).length;
    const left = needed.length - done;
    const line = this.section.querySelector("[data-count]");
    const said = filled(this.words.count, { done, left, all: needed.length });
    line.textContent = left ? said : `${said} ${this.words.complete}`;
    line.hidden = false;
  }
}

class Documents {
  constructor(root) {
    this.root = root;
    const kept = (done) => this.say(done ? "kept" : "unkept");
    const sections = Array.from(root.querySelectorAll("[data-route]"));
    this.routes = sections.map((one) => new Route(one, root.dataset, kept));
    this.select = root.querySelector("select");
    root.querySelector("[data-choose]").hidden = false;
    root.querySelector("[data-routes]").hidden = true;
    this.select.addEventListener("change", () => {
      write(NAME, this.select.value);
      this.choose(this.select.value);
    });
    const clear = root.querySelector("[data-clear]");
    clear.hidden = false;
    clear.addEventListener("click", () => this.clear());
    window.addEventListener("hashchange", () => this.follow());
    this.choose(this.asked() || read(NAME) || "");
  }

  /** Return the route that the address names, or "". */
  asked() {
    const id = window.location.hash.slice(1);
    return this.routes.some((one) => one.id === id) ? id : "";
  }

  follow() {
    if (this.asked()) this.choose(this.asked());
  }

  /** Show one route, or all of them for "" and for a route that is no more. */
  choose(id) {
    const known = this.routes.some((one) => one.id === id) ? id : "";
    this.select.value = known;
    this.routes.forEach((one) => {
      one.section.hidden = Boolean(known) && one.id !== known;
    });
  }

  say(what) {
    this.root.querySelector("[data-state]").textContent = this.root.dataset[what];
  }

  clear() {
    const gone = forget(NAME);
    this.routes.forEach((one) => one.show([]));
    this.say(gone ? "cleared" : "unkept");
  }
}

start("documents", (root) => new Documents(root));
