/* Filters a list that is complete without script.
   In: an empty element with data-filter="field:Label|field:Label", data-target (the id of the list)
   and data-noun; items marked data-item with data-<field>="value|value"; groups marked data-group.
   Out: one select a field, items and groups hidden that do not fit, the count said aloud, and the
   choice kept in the address after #, so that it can be sent to someone. */

/** Return [{field, label}] from "field:Label|field:Label". */
export function fieldsOf(text) {
  return text.split("|").map((pair) => {
    const [field, label] = pair.split(":");
    return { field, label };
  });
}

/** Return the values of an item in one field. */
export function valuesOf(item, field) {
  return (item.getAttribute(`data-${field}`) || "").split("|").filter((value) => value !== "");
}

/** Return whether an item has every chosen value; `chosen` is {field: value}. */
export function fits(item, chosen) {
  return Object.keys(chosen).every((field) => valuesOf(item, field).includes(chosen[field]));
}

/** Return {field: value} from the part of an address after #; fields that are unknown are left out. */
export function readHash(hash, fields) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const chosen = {};
  fields.forEach(({ field }) => {
    if (given.get(field)) chosen[field] = given.get(field);
  });
  return chosen;
}

/** Return the part of an address after # for a choice; "" for none. */
export function writeHash(chosen) {
  const given = new URLSearchParams();
  Object.keys(chosen).forEach((field) => given.set(field, chosen[field]));
  return given.toString();
}

function element(name, properties, children) {
  const made = Object.assign(document.createElement(name), properties);
  (children || []).forEach((child) => made.append(child));
  return made;
}

function selectFor({ field, label }, items) {
  const values = new Set();
  items.forEach((item) => valuesOf(item, field).forEach((value) => values.add(value)));
  const known = Array.from(values).sort((one, other) => one.localeCompare(other, "id"));
  const options = known.map((value) => element("option", { value, textContent: value }));
  const every = element("option", { value: "", textContent: "Semua" });
  const id = `saring-${field}`;
  const select = element("select", { id, name: field }, [every, ...options]);
  const name = element("label", { htmlFor: id, textContent: label });
  return { select, box: element("div", {}, [name, select]), known };
}

class Filter {
  constructor(place) {
    const list = document.getElementById(place.dataset.target);
    this.noun = place.dataset.noun;
    this.items = Array.from(list.querySelectorAll("[data-item]"));
    this.folded = Array.from(list.querySelectorAll("details"));
    this.groups = Array.from(list.querySelectorAll("[data-group]"));
    const all = fieldsOf(place.dataset.filter).map((one) => ({ ...one, ...selectFor(one, this.items) }));
    this.fields = all.filter((one) => one.known.length);
    this.count = element("output", {});
    this.count.setAttribute("aria-live", "polite");
    this.build(place);
  }

  build(place) {
    const boxes = this.fields.map((one) => one.box);
    const clear = element("button", { type: "button", textContent: "Hapus pilihan" });
    clear.addEventListener("click", () => this.choose({}));
    this.fields.forEach(({ select }) => select.addEventListener("change", () => this.keep()));
    const fields = element("div", { className: "filter__fields" }, boxes);
    const summary = element("summary", { textContent: "Saring daftar" });
    this.fold = element("details", {}, [summary, fields, clear]);
    this.fold.open = window.matchMedia("(min-width: 36rem)").matches;
    place.append(this.fold, this.count);
    window.addEventListener("hashchange", () => this.follow());
    this.follow();
  }

  follow() {
    const chosen = readHash(window.location.hash, this.fields);
    if (Object.keys(chosen).length || !window.location.hash) this.choose(chosen, true);
    else this.show();
  }

  choose(chosen, silent) {
    this.fields.forEach(({ field, select, known }) => {
      select.value = known.includes(chosen[field]) ? chosen[field] : "";
    });
    if (silent) this.show();
    else this.keep();
  }

  chosen() {
    const found = {};
    this.fields.forEach(({ field, select }) => {
      if (select.value) found[field] = select.value;
    });
    return found;
  }

  keep() {
    const hash = writeHash(this.chosen());
    const address = window.location.pathname + window.location.search;
    window.history.replaceState(null, "", hash ? `${address}#${hash}` : address);
    this.show();
  }

  show() {
    const chosen = this.chosen();
    this.items.forEach((item) => {
      item.hidden = !fits(item, chosen);
    });
    this.groups.forEach((group) => {
      group.hidden = !group.querySelector("[data-item]:not([hidden])");
    });
    if (Object.keys(chosen).length) {
      [this.fold, ...this.folded].forEach((one) => { one.open = true; });
    }
    const left = this.items.filter((item) => !item.hidden).length;
    this.count.textContent = left
      ? `${left} dari ${this.items.length} ${this.noun} cocok.`
      : `Tidak ada ${this.noun} yang cocok. Hapus satu pilihan.`;
  }
}

if (typeof document !== "undefined") {
  document.querySelectorAll("[data-filter]").forEach((place) => new Filter(place));
}
