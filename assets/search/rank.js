/* One ranking for everything, agencies first; portal/search/__init__.py in the browser. In: the
   index files as they arrive; out: hits. `ready` tells what has arrived: names before the rest. */
import { agencies, others } from "./entries.js";
import { bare, digits, joined, prepared } from "./fold.js";
import { Names } from "./names.js";
import { Prose, rounded } from "./prose.js";
import { Situations } from "./situations.js";

export class Searcher {
  /** In: cari/nama.json. */
  constructor(file) {
    this.rules = prepared(file.rules);
    this.agencies = new Names(agencies(file), this.rules);
    this.situations = new Situations(file, this.rules);
    this.others = null;
    this.prose = null;
    this.numbers = null;
  }

  addOthers(file) {
    this.others = new Names(others(file), this.rules);
  }

  addNumbers(file) {
    this.numbers = file;
  }

  addProse(file, lunr) {
    this.prose = new Prose(file, lunr, this.rules);
  }

  /** Return the plain words of a query without legal forms: none for "PT". */
  bare(query) {
    return bare(query, this.rules);
  }

  /** Whether the query holds digits enough to be a telephone or licence number. */
  hasNumber(query) {
    return digits(query).length >= this.rules.MIN_DIGITS;
  }

  /** Return at most `limit` hits, the same before the close, agencies before the rest. */
  search(typed, limit = 10) {
    const query = Array.from(typed).slice(0, this.rules.MAX_QUERY).join("");
    const needs = this.situations.isNeed(query);
    const firms = this.named(this.agencies, query, 0, 0);
    const helps = this.helps(query, needs);
    const told = new Set(helps.map((one) => one.url));
    const hits = [
      ...firms.filter((one) => one.match === "same" || !needs),
      ...helps,
      ...this.named(this.others, query, this.rules.LIKELY, this.agencies.entries.length),
      ...this.written(query).filter((one) => !told.has(one.url)),
    ];
    hits.forEach((one, place) => {
      one.place = [one.match === "same" ? 0 : 1, one.kind === "agency" ? 0 : 1, -one.score, place];
    });
    hits.sort((one, two) => compare(one.place, two.place));
    const best = new Map();
    for (const hit of hits) {
      const key = `${hit.url} ${hit.title}`;
      if (!best.has(key)) best.set(key, hit);
    }
    return Array.from(best.values()).slice(0, limit);
  }

  named(names, query, least, offset) {
    if (!names) return [];
    const known = (this.numbers && this.hasNumber(query) && this.numbers[digits(query)]) || [];
    const own = known.map((at) => at - offset).filter((at) => at >= 0 && at < names.entries.length);
    return names.search(query, own)
      .filter((found) => found.same || found.score >= least)
      .map((found) => hit(names.entries[found.at], found.score / this.rules.FULL, found.same, found.name));
  }

  /** Whether a query speaks of a situation and cannot be the name of a firm. */
  isNeed(query) {
    return this.situations.isNeed(query);
  }

  /* What helps in the situations that are meant; the answer, if nothing else is asked. */
  helps(query, needs) {
    const { FULL, HELPS } = this.rules;
    return this.situations.search(query).slice(0, HELPS).map(({ at, exact }, place) => {
      const one = { ...this.situations.entries[at], kind: "page" };
      const found = hit(one, (FULL - place) / FULL, needs && exact, 0);
      return { ...found, help: one.danger ? "danger" : "page" };
    });
  }

  written(query) {
    if (!this.prose) return [];
    const asked = joined(query, this.rules);
    return this.prose.search(query).map(({ at, score }) => {
      const one = this.prose.documents[at];
      const share = rounded(score / (score + this.rules.PROSE_HALF));
      return hit(one, share, joined(one.title, this.rules) === asked, 0);
    });
  }
}

function hit(entry, score, same, name) {
  const { id, kind, title, url } = entry;
  return { id, kind, title, url, score, match: same ? "same" : "close", name, entry };
}

function compare(one, two) {
  const at = one.findIndex((value, place) => value !== two[place]);
  return at < 0 ? 0 : one[at] - two[at];
}
