/* The log of payments. In: a table of empty lines, written by the build. Out: the lines filled in
   so far and one more, their total, kept on this phone until the reader deletes them. */
import { asRupiah, rupiah } from "./money.js";
import { filled, start } from "./tool.js";
import { PREFIX, forget, read, write } from "./store.js";

const NAME = "catatan-bayar";
const EXAMPLE = 1500000;

class Payments {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.body = root.querySelector("tbody");
    this.blank = root.querySelector("[data-row]").cloneNode(true);
    root.classList.add("tool--live");
    ["more", "clear", "where"].forEach((name) => { this.find(name).hidden = false; });
    root.addEventListener("input", () => this.keep());
    root.addEventListener("change", () => this.count());
    this.find("more").addEventListener("click", () => this.more());
    this.find("clear").addEventListener("click", () => this.clear());
    // Another tab may have written since: what it kept must not be written over from here.
    window.addEventListener("storage", ({ key }) => { if (key === PREFIX + NAME) this.again(); });
    window.addEventListener("pageshow", ({ persisted }) => { if (persisted) this.again(); });
    this.show(read(NAME));
  }

  /** Show what is kept now, unless this page holds what the phone could not keep. */
  again() {
    if (!this.unkept) this.show(read(NAME));
  }

  find(name) {
    return this.root.querySelector(`[data-${name}]`);
  }

  rows() {
    return Array.from(this.body.querySelectorAll("[data-row]"));
  }

  cells(row) {
    return Array.from(row.querySelectorAll("[data-cell]"));
  }

  /** Return what stands in a line: {date, to, for, amount, proof}. */
  values(row) {
    return Object.fromEntries(this.cells(row).map((one) => [one.dataset.cell, one.value.trim()]));
  }

  written(row) {
    return this.cells(row).some((one) => one.value.trim());
  }

  /** Fill the table with what was kept; anything else that stands in the store is left alone. */
  show(kept) {
    const lines = Array.isArray(kept) ? kept : [];
    while (this.rows().length < lines.length) this.add();
    this.rows().forEach((row, place) => {
      const line = Object(lines[place]);
      this.cells(row).forEach((one) => {
        const value = line[one.dataset.cell];
        one.value = typeof value === "string" ? value : "";
      });
      row.classList.toggle("payments__later", place > lines.length);
    });
    this.count();
  }

  add() {
    const row = this.blank.cloneNode(true);
    const number = this.rows().length + 1;
    const head = row.querySelector("th");
    head.lastChild.textContent = ` ${number}`;
    this.cells(row).forEach((one) => {
      one.setAttribute("aria-label", one.getAttribute("aria-label").replace(/\d+$/, number));
    });
    this.body.append(row);
    return row;
  }

  /** Show the next line that waits, or a new one, ready to write in. */
  more() {
    const row = this.rows().find((one) => one.classList.contains("payments__later")) || this.add();
    row.classList.remove("payments__later");
    this.cells(row)[0].focus();
  }

  keep() {
    const lines = this.rows().filter((row) => this.written(row)).map((row) => this.values(row));
    this.unkept = !write(NAME, lines);
    this.say(this.unkept ? "unkept" : "kept");
  }

  count() {
    const written = this.rows().filter((row) => this.written(row));
    const amounts = written.map((row) => rupiah(this.values(row).amount));
    const total = amounts.filter((one) => !Number.isNaN(one)).reduce((sum, one) => sum + one, 0);
    const values = { total: asRupiah(total), rows: written.length, example: asRupiah(EXAMPLE) };
    this.find("total").hidden = !written.length;
    this.find("blank-total").hidden = Boolean(written.length);
    this.find("total").textContent = filled(this.words.count, values);
    this.find("unread").hidden = !amounts.some(Number.isNaN);
    this.find("unread").textContent = filled(this.words.words, values);
  }

  say(what) {
    this.find("state").textContent = this.words[what];
  }

  clear() {
    if (!window.confirm(this.words.sure)) return;
    const gone = forget(NAME);
    this.show([]);
    this.say(gone ? "cleared" : "unkept");
  }
}

start("payments", (root) => new Payments(root));
