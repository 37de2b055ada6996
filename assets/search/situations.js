/* What people need, in their own words; portal/search/situations.py in the browser, function by
   function. In: the situations of cari/nama.json; out: what a query speaks of, and whether it can be
   the name of a firm. */
import { similarity } from "./alike.js";
import { plain } from "./fold.js";

export class Situations {
  constructor(file, rules) {
    this.rules = rules;
    this.spellings = new Map(rules.SPELLINGS);
    this.entries = (file.situations || []).map(([id, title, url, danger, phrases]) => (
      { id, title, url, danger: Boolean(danger), phrases: phrases.split("|").map((one) => one.split(" ")) }
    ));
    this.spoken = new Set([].concat(...this.entries.map((one) => [].concat(...one.phrases))));
    this.known = new Set([...this.spoken, ...(file.around || "").split(" ")]);
  }

  /** Return the situations that a query speaks of, danger first, the most words first. */
  search(query) {
    const asked = this.asked(query);
    const near = new Set(asked.concat(...asked.map((word) => this.near(word))));
    const found = this.found(new Set(asked), near);
    const order = ({ at, words }) => [this.entries[at].danger ? 0 : 1, -words, at];
    return found.sort((one, two) => compare(order(one), order(two)));
  }

  /** Whether a query speaks of a situation and cannot be the name of a firm. */
  isNeed(query) {
    const asked = this.asked(query);
    const all = new Set(asked);
    if (asked.some((word) => this.rules.FIRM.has(word)) || !this.found(all, all).length) return false;
    return asked.every((word) => this.isPlain(word));
  }

  isPlain(word) {
    const { STOP, NOISE, YEARS } = this.rules;
    const counted = /^[0-9]+$/.test(word) && word.length <= YEARS;
    return counted || this.known.has(word) || STOP.has(word) || NOISE.has(word);
  }

  found(asked, near) {
    const made = [];
    this.entries.forEach((one, at) => {
      const said = one.phrases.filter((phrase) => phrase.every((word) => near.has(word)));
      if (!said.length) return;
      const exact = said.some((phrase) => phrase.every((word) => asked.has(word)));
      made.push({ at, words: Math.max(...said.map((phrase) => phrase.length)), exact });
    });
    return made;
  }

  asked(query) {
    const found = [];
    for (const typed of plain(query, this.rules)) {
      const word = this.spellings.get(typed) || typed;
      const joined = `di${word}`;
      if (found[found.length - 1] === "di" && this.known.has(joined)) found[found.length - 1] = joined;
      else found.push(this.bare(word));
    }
    return found;
  }

  bare(word) {
    const ending = this.rules.CLITICS.find((one) => word.endsWith(one));
    const short = ending ? word.slice(0, -ending.length) : word;
    return !this.known.has(word) && this.known.has(short) ? short : word;
  }

  near(word) {
    if (word.length < this.rules.NEAR_FROM || this.known.has(word)) return [];
    const { NEAR_WORD } = this.rules;
    return [...this.spoken].filter((one) => similarity(word, one, this.rules, NEAR_WORD) >= NEAR_WORD);
  }
}

function compare(one, two) {
  const at = one.findIndex((value, place) => value !== two[place]);
  return at < 0 ? 0 : one[at] - two[at];
}
