/* The answer for one firm. In: the frame from templates/pages/check.md.j2, the names, cari/kunci.json
   and what the reader chooses. Out: standing, three locks, the worst of them, for the reader's day;
   a slip to print and a text to pass on. Every rule is in portal/; here days are looked up. */
import { filled, offerText } from "../share.js";
import { dayOf, longDate, show, standingOn } from "../standing.js";
import { District } from "./district.js";
import { explain, labelsOfStates, showLock } from "./lock.js";

export class Answer {
  constructor(place, root, names, { firms, times }) {
    Object.assign(this, { place, root, names, firms, times, firm: null });
    this.labels = labelsOfStates();
    this.worst = place.dataset.worst.split(" ");
    this.district = new District(this.find("district"), root, () => this.asked());
    this.country = place.querySelector("#negara");
    this.position = place.querySelector("#pekerjaan");
    this.find("offer-of").addEventListener("submit", (event) => event.preventDefault());
    for (const one of [this.country, this.position]) {
      one.addEventListener("input", () => this.tell());
      one.addEventListener("change", () => this.asked());
    }
    this.find("back").addEventListener("click", (event) => this.back(event));
    this.find("print").addEventListener("click", () => window.print());
    offerText(this.find("share-place"), () => this.text(), () => this.write("shared", place.dataset.copied));
    document.addEventListener("visibilitychange", () => document.hidden || this.tell());
    window.addEventListener("pageshow", (event) => event.persisted && this.tell());
  }

  find(name) {
    return this.place.querySelector(`[data-${name}]`);
  }

  write(name, text) {
    this.find(name).textContent = text;
  }

  /** Show the firm with this id; return whether there is one. */
  open(id) {
    const entry = this.names.find((one) => one.id === id);
    const facts = this.firms[id];
    this.close();
    if (!entry || !facts) return false;
    this.firm = { entry, facts };
    this.place.hidden = false;
    this.slip("print");
    this.introduce();
    this.warn();
    this.tell();
    this.find("name").focus({ preventScroll: true });
    this.place.scrollIntoView();
    this.district.load().then((choices) => this.ready(choices));
    return true;
  }

  close() {
    this.place.hidden = true;
    this.firm = null;
    this.slip("not all");
  }

  /* The small sheet is only for the answer: without one the page prints as a page. */
  slip(media) {
    document.querySelector("[data-slip]").media = media;
  }

  ready(choices) {
    if (!this.firm) return;
    const { orders = [] } = this.firm.facts;
    const known = choices || { countries: [] };
    fill(this.place.querySelector("#negara-tercatat"), known.countries);
    fill(this.place.querySelector("#pekerjaan-tercatat"), orders.map((one) => one[1]));
    this.asked();
  }

  introduce() {
    const { entry, facts } = this.firm;
    const old = entry.names.filter((name, at) => entry.former.includes(at));
    const also = entry.names.filter((name, at) => at && !entry.former.includes(at));
    this.write("name", entry.title);
    this.write("place", entry.place || this.place.dataset.nowhere);
    this.line("licence", facts.licence || "");
    this.line("former", old.join("; "));
    this.line("also", also.join("; "));
    this.write("shared", "");
    this.write("address", this.address);
    this.find("page").href = this.address;
  }

  line(name, text) {
    this.write(name, text);
    this.find(`${name}-line`).hidden = !text;
  }

  get address() {
    return new URL(this.firm.entry.url.slice(1), this.root).href;
  }

  /* A name that swindlers have used: only numbers from an authority's record are repeated. */
  warn() {
    const { misused = [], numbers = [] } = this.firm.facts;
    this.find("misused").hidden = !misused.length;
    this.write("misused-says", misused.join(" "));
    this.find("numbers-known").hidden = !numbers.length;
    this.find("numbers-unknown").hidden = Boolean(numbers.length);
    this.write("numbers", "");
    for (const [shown, href] of numbers) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      Object.assign(link, { href, textContent: shown, className: "tap" });
      item.append(link);
      this.find("numbers").append(item);
    }
  }

  /** Say what holds on the reader's day, where they are, for the job they were offered. */
  tell() {
    if (!this.firm) return;
    const today = dayOf(new Date());
    const [rows, licence] = this.times[this.firm.facts.at];
    this.standing(rows, today);
    const states = [
      this.lock("licence", licence, today, "none", ""),
      this.lock("office", this.officeRows(), today, this.district.code ? "unknown" : "none", this.district.name),
      this.lock("order", this.orderRows(), today, this.job ? "unknown" : "none", this.job),
    ];
    const whole = this.worst.find((state) => states.includes(state));
    show(marked(this.find("whole").querySelector(".badge"), [[today, whole]]), today, this.labels);
    explain(this.find("whole"), whole);
    this.whole = whole;
  }

  standing(rows, today) {
    const banner = marked(this.find("standing"), rows);
    const advised = standingOn(rows, today)[4];
    show(banner, today, this.labels);
    this.write("day", longDate(today));
    this.find("day").dateTime = today;
    for (const one of this.place.querySelectorAll("[data-for]")) one.hidden = one.dataset.for !== advised;
  }

  lock(name, rows, today, otherwise, asked) {
    const element = this.place.querySelector(`[data-lock="${name}"]`);
    element.querySelector("[data-asked]").textContent = asked;
    return showLock(element, rows, today, this.labels, otherwise);
  }

  officeRows() {
    const { offices = [] } = this.firm.facts;
    const found = offices.find(([region]) => region === this.district.code);
    return found && found[1];
  }

  orderRows() {
    const { orders = [] } = this.firm.facts;
    const found = orders.find(([country, position]) => (
      same(country, this.country.value) && same(position, this.position.value)
    ));
    return found && found[2];
  }

  get job() {
    const [country, position] = [this.country.value.trim(), this.position.value.trim()];
    return country && position ? `${position}, ${country}` : "";
  }

  /* Heard by those who do not see it: the firm, its standing, the worst lock. */
  asked() {
    this.tell();
    if (!this.firm) return;
    this.write("said", filled(this.place.dataset.spoken, {
      name: this.firm.entry.title,
      standing: this.find("standing").querySelector("[data-word]").textContent,
      whole: this.labels[this.whole],
    }));
  }

  text() {
    this.tell();
    const words = this.find("standing");
    return filled(this.place.dataset.share, {
      name: this.firm.entry.title,
      day: this.find("day").textContent,
      standing: words.querySelector("[data-word]").textContent,
      reason: words.querySelector("[data-reason]").textContent,
      built: this.find("built").textContent,
      url: this.address,
    });
  }

  back(event) {
    event.preventDefault();
    window.location.hash = "";
    const words = document.querySelector(".search--large input");
    if (words) words.focus();
  }
}

function marked(element, rows) {
  element.dataset.timeline = JSON.stringify(rows);
  return element;
}

function same(one, other) {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function fill(list, texts) {
  list.textContent = "";
  for (const text of new Set(texts)) list.append(new Option(text, text));
}
