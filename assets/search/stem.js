/* The Indonesian stemmer of Snowball (after Tala 2003). In: a plain lower-case word; out: its stem.
   tests/test_search_browser.py compares it with Python's snowballstemmer word by word.
   A word keeps its affixes once it is down to two syllables; what is taken from it is counted. */

const VOWEL = /[aiueo]/g;
const FIRST = /^(?:di|meng?|mem|me|peng?|pem|ter|ke)/;

/** Return the stem: `membayar` and `pembayaran` give `bayar`. */
export function stem(word) {
  const state = { word, measure: (word.match(VOWEL) || []).length, prefix: 0, kept: 0 };
  if (state.measure <= 2) return word;
  cut(state, /(?:kah|lah|pun)$/);
  if (state.measure > 2) cut(state, /(?:nya|ku|mu)$/);
  if (state.measure > 2) affixes(state);
  return state.word;
}

function cut(state, ending) {
  const shorter = state.word.replace(ending, "");
  if (shorter === state.word) return;
  state.word = shorter;
  state.measure -= 1;
}

function affixes(state) {
  if (firstPrefix(state)) {
    if (state.measure > 2 && suffix(state) && state.measure > 2) secondPrefix(state);
    return;
  }
  secondPrefix(state);
  if (state.measure > 2) suffix(state);
}

/* Take di-, ke-, me-, pe-, ter-; what m or n has swallowed comes back as p or s. */
function firstPrefix(state) {
  const found = FIRST.exec(state.word);
  if (!found) return false;
  const [start] = found;
  const rest = state.word.slice(start.length);
  state.prefix = start === "ke" || start[0] === "p" ? 3 : 1;
  state.measure -= 1;
  const letter = swallowed(start, rest);
  state.kept = letter.length;
  state.word = letter === "s" ? letter + rest.slice(1) : letter + rest;
  return true;
}

function swallowed(start, rest) {
  if (/^[mp]en$/.test(start) && /^y[aiueo]/.test(rest)) return "s";
  return /^[mp]em$/.test(start) && /^[aiueo]/.test(rest) ? "p" : "";
}

/* Take ber-, bel(ajar), be(-er), per-, pel(ajar), pe-; not the letter that has just come back. */
function secondPrefix(state) {
  const word = state.word.slice(state.kept);
  const start = word.slice(0, 2);
  if (start !== "be" && start !== "pe") return;
  let length = 2;
  if (word[2] === "r") length = 3;
  else if (word.startsWith("lajar", 2)) length = 3;
  else if (start === "be" && !/^[^aiueo]er/.test(word.slice(2))) return;
  if (start === "be") state.prefix = 4;
  else if (word.slice(2, 7) !== "lajar") state.prefix = 2;
  state.measure -= 1;
  state.word = state.word.slice(0, state.kept) + word.slice(length);
}

/* Take -kan, -an or -i, where the prefix taken before allows it. */
function suffix(state) {
  const { word, prefix } = state;
  if (/kan$/.test(word) && prefix !== 3 && prefix !== 2) return drop(state, 3);
  if (/an$/.test(word)) return prefix !== 1 && drop(state, 2);
  return /i$/.test(word) && prefix <= 2 && !/si$/.test(word) && drop(state, 1);
}

function drop(state, letters) {
  state.word = state.word.slice(0, -letters);
  state.measure -= 1;
  return true;
}
