/* One query against one name, word by word; portal/search/match.py in the browser, function by
   function. In: folded words and their weights; out: a score of 0 to 1000. */
import { similarity } from "./alike.js";
import { bare, digits, fold } from "./fold.js";

/** What was asked, folded once; remembers the comparisons it has made. */
export class Query {
  constructor(text, rules) {
    const all = bare(text, rules);
    const kept = all.filter((word) => !rules.NOISE.has(word));
    const short = (word) => word.slice(0, rules.MAX_LETTERS);
    const words = (kept.length ? kept : all).slice(0, rules.MAX_WORDS).map(short);
    this.rules = rules;
    this.words = fold(words.join(" "), rules);
    this.joined = this.words.join("");
    this.sorted = this.words.slice().sort().join(" ");
    this.spelt = words;
    this.short = words.join("");
    this.isInitials = words.length === 1 || words.every((word) => word.length === 1);
    this.digits = digits(text);
    this.seen = new Map();
  }

  /** Return how like the query's word `at` is to `word`; the last one may be unfinished. */
  likeness(at, word) {
    const asked = this.words[at];
    const enough = at === this.words.length - 1 ? 2 : 3;
    if (asked !== word && asked.length >= enough && word.startsWith(asked)) {
      return this.rules.PREFIX;
    }
    return this.alike(asked, word);
  }

  /** Return the similarity of two folded texts, or 0 where it is too low to mean anything. */
  alike(one, other) {
    if (!this.seen.has(one)) this.seen.set(one, new Map());
    const known = this.seen.get(one);
    let found = known.get(other);
    if (found === undefined) {
      found = similarity(one, other, this.rules, this.rules.ALIKE);
      known.set(other, found);
    }
    return found;
  }
}

/** Return how much of the query the name explains, and a little for the reverse. `name` has
    its words, its place in the index, and the index. */
export function byWords(query, name) {
  const covered = name.words.map(() => 0);
  let hit = 0;
  let asked = 0;
  for (const match of matches(query, name)) {
    const again = match.parts.length && match.parts.every((part) => covered[part]);
    hit += again ? 0 : match.score * match.weight; // a word of the name answers only once
    asked += match.weight;
    for (const part of match.parts) covered[part] = Math.max(covered[part], match.score);
  }
  const own = name.words.map((word) => name.index.of(word));
  const sum = own.reduce((total, one) => total + one, 0);
  const explained = own.reduce((total, one, at) => total + one * covered[at], 0);
  const back = Math.floor(explained / Math.max(1, sum));
  const share = 850 + Math.floor((back * 150) / query.rules.FULL);
  return Math.floor((Math.floor(hit / Math.max(1, asked)) * share) / query.rules.FULL);
}

function matches(query, name) {
  const found = [];
  for (let at = 0; at < query.words.length; at += 1) {
    const match = single(query, at, name);
    if (at + 1 < query.words.length) {
      const both = pair(query, at, name);
      if (2 * both.score > match.score + single(query, at + 1, name).score) {
        found.push(both);
        at += 1;
        continue;
      }
    }
    found.push(match);
  }
  return found;
}

/* Match one word of the query with one word, or two joined words, of the name or its town. */
function single(query, at, name) {
  const { words, index } = name;
  let best = { score: 0, weight: index.of(query.words[at]), parts: [] };
  words.forEach((word, part) => {
    const score = query.likeness(at, word);
    if (score > best.score) best = { score, weight: index.of(word), parts: [part] };
    if (part + 1 === words.length) return;
    const after = words[part + 1];
    const long = query.likeness(at, word + after);
    if (long > best.score) {
      best = { score: long, weight: index.of(word) + index.of(after), parts: [part, part + 1] };
    }
  });
  return best.score ? best : town(query.words[at], name, query.rules);
}

/* Match a word with the places of a name; a town where it has no office counts half against. */
function town(word, name, rules) {
  const { index } = name;
  if (index.isPlace(word, name.at)) {
    return { score: rules.PLACE, weight: Math.floor(index.of(word) / 2) + 1, parts: [] };
  }
  const onlyTown = index.towns.has(word) && !index.weight.has(word);
  return { score: 0, weight: onlyTown ? Math.floor(index.rare / 2) : index.of(word), parts: [] };
}

/* Match two words of the query, written as one, with one word of the name. */
function pair(query, at, name) {
  let best = { score: 0, weight: 1, parts: [] };
  const both = query.words[at] + query.words[at + 1];
  name.words.forEach((word, part) => {
    const score = query.alike(both, word);
    if (score >= query.rules.TWO_AS_ONE && score > best.score) {
      best = { score, weight: name.index.of(word), parts: [part] };
    }
  });
  return best;
}
