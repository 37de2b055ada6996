/* The index of names; portal/search/names.py in the browser, function by function. In: entries
   with names, numbers and places; out: {at, score, same, name}, best first. */
import { allowed, distance } from "./alike.js";
import { bareLines, fold, foldWord } from "./fold.js";
import { byWords, Query } from "./match.js";

const SIGNS = 37; // the mark of a beginning, 26 letters, 10 digits

export class Names {
  constructor(entries, rules) {
    this.rules = rules;
    this.entries = entries;
    this.owners = [];
    this.which = [];
    entries.forEach((entry, at) => entry.names.forEach((_, which) => {
      this.owners.push(at);
      this.which.push(which);
    }));
    const texts = this.owners.map((at, name) => entries[at].names[this.which[name]]);
    const spelt = bareLines(texts, rules);
    this.words = spelt.map((words) => words.map((word) => foldWord(word, rules)));
    this.joined = this.words.map((words) => words.join(""));
    this.spelt = spelt;
    this.weigh();
    this.indexGrams();
  }

  weigh() {
    this.foldedPlaces = new Map(this.entries.places.map((one) => [one, fold(one, this.rules)]));
    this.towns = new Set([].concat(...this.foldedPlaces.values()));
    this.inTown = new Map(); // filled for the towns that are asked for
    this.rare = weight(this.words.length, 1);
    this.weight = weights(this.words);
  }

  /** Return what a word weighs: common words less, unknown words most. */
  of(word) {
    return this.weight.get(word) || this.rare;
  }

  /** Whether a folded word belongs to a place of the name at `at`. */
  isPlace(word, at) {
    const { places } = this.entries[this.owners[at]];
    return this.towns.has(word) && places.some((one) => this.foldedPlaces.get(one).includes(word));
  }

  roomOf(words) {
    const most = words.reduce((best, word) => Math.max(best, this.of(word)), 1);
    const counted = words.reduce((sum, word) => sum + word.length * this.of(word), 0);
    return Math.max(1, Math.floor(counted / most));
  }

  indexGrams() {
    const all = this.joined.length;
    const [found, ends] = [[], new Int32Array(all)]; // the pairs of one name after another
    const count = new Int32Array(SIGNS * SIGNS);
    for (let at = 0; at < all; at += 1) ends[at] = grams(this.joined[at], found);
    for (const gram of found) count[gram] += 1;
    this.start = new Int32Array(SIGNS * SIGNS + 1);
    count.forEach((many, gram) => { this.start[gram + 1] = this.start[gram] + many; });
    this.gramWeight = count.map((many) => weight(all, many || 1));
    this.postings = new Int32Array(found.length);
    this.size = new Int32Array(all);
    const next = this.start.slice();
    for (let at = 0, one = 0; at < all; at += 1) {
      for (; one < ends[at]; one += 1) {
        this.postings[next[found[one]]++] = at;
        this.size[at] += this.gramWeight[found[one]];
      }
    }
  }

  /** Return every entry that is meant or may be meant, best first. `withNumber` are the places of
      the entries that have the query's number. */
  search(text, withNumber = []) {
    const query = new Query(text, this.rules);
    const best = new Map();
    for (const at of this.candidates(query)) {
      const owner = this.owners[at];
      const same = this.isSame(query, at);
      const score = same ? this.rules.FULL : Math.min(this.score(query, at), this.rules.FULL - 1);
      if (score >= this.rules.CLOSE && (!best.has(owner) || score > best.get(owner).score)) {
        best.set(owner, { at: owner, score, same, name: this.which[at] });
      }
    }
    for (const at of withNumber) best.set(at, { at, score: this.rules.FULL, same: true, name: 0 });
    const found = Array.from(best.values());
    found.sort((one, two) => two.score - one.score || one.at - two.at);
    return found.filter((one) => one.score >= found[0].score - this.rules.BEHIND);
  }

  candidates(query) {
    const shared = new Int32Array(this.joined.length);
    let asked = 0;
    const wanted = [];
    grams(query.joined, wanted);
    for (const gram of wanted) {
      asked += this.gramWeight[gram];
      for (let one = this.start[gram]; one < this.start[gram + 1]; one += 1) {
        shared[this.postings[one]] += this.gramWeight[gram];
      }
    }
    const nearest = this.nearest(shared, 3 * asked);
    const chosen = new Set([...nearest, ...this.withInitials(query), ...this.withTown(query)]);
    return Array.from(chosen).sort((one, two) => one - two);
  }

  /* The places of the names that share most, of equals the first; counted, as sorting takes long. */
  nearest(shared, asked) {
    const closeness = shared.map((one, at) => Math.floor((10000 * one) / (asked + this.size[at])));
    const many = new Int32Array(10001);
    shared.forEach((one, at) => { if (one) many[closeness[at]] += 1; });
    let [least, left] = [10000, this.rules.CANDIDATES];
    while (least > 0 && many[least] <= left) left -= many[least--];
    const found = [];
    shared.forEach((one, at) => {
      if (one && (closeness[at] > least || (closeness[at] === least && left-- > 0))) found.push(at);
    });
    return found;
  }

  withInitials(query) {
    if (query.short.length < 2 || !query.isInitials) return [];
    const found = [];
    for (let at = 0; at < this.spelt.length; at += 1) {
      if (this.hasInitials(at, query.short) || this.isShort(at, query.short)) found.push(at);
    }
    return found;
  }

  /* Whether the first letters of a name's words are `short`. */
  hasInitials(at, short) {
    const words = this.spelt[at];
    return words.length === short.length && words.every((word, place) => word[0] === short[place]);
  }

  /* Whether a name is `short`, as it is spelt. */
  isShort(at, short) {
    const words = this.spelt[at];
    return words.length > 0 && short.startsWith(words[0]) && words.join("") === short;
  }

  /* The names in the query's town, the rarest if many, that have a word of it. */
  withTown(query) {
    const towns = query.words.filter((word) => this.towns.has(word));
    if (!towns.length) return [];
    const many = (word) => this.placed(word).length;
    const town = towns.reduce((best, word) => (many(word) < many(best) ? word : best));
    const wanted = query.words.filter((word) => word !== town);
    const found = this.placed(town).filter((at) => (
      wanted.some((word) => this.words[at].includes(word))));
    return found.slice(0, this.rules.CANDIDATES);
  }

  /* The names that have a folded word in their places. */
  placed(town) {
    let found = this.inTown.get(town);
    if (!found) {
      found = [];
      for (let at = 0; at < this.owners.length; at += 1) if (this.isPlace(town, at)) found.push(at);
      this.inTown.set(town, found);
    }
    return found;
  }

  isSame(query, at) {
    if (!query.joined || query.joined !== this.joined[at]) return false;
    return query.joined.length > this.rules.SHORT || this.isShort(at, query.short);
  }

  score(query, at) {
    const { SHORT, PREFIX, BEGINS, NEAR, INITIALS, REORDERED, MORE, WHOLE_FROM, FIRST } = this.rules;
    if (query.isInitials && this.hasInitials(at, query.short)) return INITIALS;
    if (query.sorted === this.words[at].slice().sort().join(" ")) return REORDERED;
    let words = byWords(query, { words: this.words[at], at, index: this });
    if (query.joined.length >= SHORT && this.joined[at].startsWith(query.joined)) {
      words = Math.max(words, PREFIX) + BEGINS;
    }
    if (this.joined[at].length >= WHOLE_FROM && query.joined.startsWith(this.joined[at])) {
      words = Math.max(words, MORE);
    }
    const whole = this.whole(query, at, words);
    const mixed = Math.floor((9 * words + whole) / 10);
    const best = whole >= NEAR ? Math.max(whole, mixed) : mixed;
    return query.spelt.every((word, place) => word === this.spelt[at][place]) ? best + FIRST : best;
  }

  /* How alike query and name are, written together; not counted out where it cannot matter. */
  whole(query, at, words) {
    const { FULL, COST, CLOSE, NEAR, FIRST } = this.rules;
    const room = COST * this.roomOf(this.words[at]);
    const matters = 9 * words + NEAR >= 10 * (CLOSE - FIRST);
    const most = allowed(room, matters ? 0 : NEAR, this.rules);
    const apart = distance(query.joined, this.joined[at], this.rules, most);
    return Math.max(0, FULL - Math.floor((FULL * apart) / room));
  }
}

function weights(lists) {
  const frequency = new Map();
  for (const list of lists) {
    list.forEach((item, at) => {
      if (list.indexOf(item) === at) frequency.set(item, (frequency.get(item) || 0) + 1);
    });
  }
  for (const [item, count] of frequency) frequency.set(item, weight(lists.length, count));
  return frequency;
}

/* A whole number that grows with the logarithm of total / count. */
function weight(total, count) {
  return 33 - Math.clz32(Math.floor(total / count));
}

/* Add the different pairs of letters of a folded name, its beginning marked, as numbers to a list;
   return the list's new length. */
function grams(name, found) {
  const own = found.length;
  let before = 0;
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    const sign = code > 96 ? code - 96 : code - 21;
    const gram = before * SIGNS + sign;
    if (found.indexOf(gram, own) < 0) found.push(gram);
    before = sign;
  }
  return found.length;
}
