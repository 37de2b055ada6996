/* Search in running text; portal/search/prose.py in the browser. In: cari/isi.json, lunr and the
   rules; out: documents with a score, for a query. */
import { plain } from "./fold.js";
import { stem } from "./stem.js";
import { unpacked } from "./unpack.js";

export class Prose {
  constructor(file, lunr, rules) {
    this.rules = rules;
    this.lunr = lunr;
    this.documents = file.documents.map(([url, title]) => (
      { kind: kindOf(url, rules), id: idOf(url), title, url }
    ));
    const index = unpacked({ version: lunr.version, ...file }, rules);
    this.index = index && lunr.Index.load(index);
  }

  /** Return {at, score} of the documents that hold most of the words asked, best first. */
  search(text) {
    const asked = Array.from(new Set(stems(text, this.rules))).slice(0, this.rules.MAX_WORDS);
    if (!asked.length || !this.index) return [];
    const total = new Map();
    const words = new Map();
    asked.forEach((word, at) => {
      for (const found of this.ask(word, at === asked.length - 1)) {
        const ref = Number(found.ref);
        total.set(ref, (total.get(ref) || 0) + found.score);
        words.set(ref, (words.get(ref) || 0) + 1);
      }
    });
    const most = Math.max(0, ...words.values());
    const needed = Math.min(most, asked.length - Math.floor(asked.length / 3));
    if (2 * needed < asked.length) return [];
    const kept = Array.from(total).filter(([ref]) => words.get(ref) >= needed);
    const found = kept.map(([at, score]) => ({ at, score: rounded(score) }));
    return found.sort((one, two) => two.score - one.score || one.at - two.at);
  }

  ask(word, last) {
    const { UNFINISHED_FROM, FUZZY_FROM } = this.rules;
    const { TRAILING } = this.lunr.Query.wildcard;
    return this.index.query((query) => {
      query.term(word, { boost: 10, usePipeline: false });
      if (last && word.length >= UNFINISHED_FROM) {
        query.term(word, { boost: 3, usePipeline: false, wildcard: TRAILING });
      }
      if (word.length >= FUZZY_FROM && !this.index.invertedIndex[word]) {
        query.term(word, { boost: 1, usePipeline: false, editDistance: 1 });
      }
    });
  }
}

/** Return the stems of the words of a text that carry meaning. */
export function stems(text, rules) {
  return plain(text, rules).filter((word) => !rules.STOP.has(word)).map(stem);
}

/** Return a score to three decimals. */
export function rounded(score) {
  return Math.round(score * 1000) / 1000;
}

function kindOf(url, rules) {
  if (rules.LISTS.includes(url)) return "page";
  const folder = rules.FOLDERS.find(([start]) => url.startsWith(start));
  return folder ? folder[1] : "page";
}

function idOf(url) {
  const path = url.replace(/\/+$/, "").replace("/#", "/");
  return path.slice(path.lastIndexOf("/") + 1) || "beranda";
}
