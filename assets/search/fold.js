/* The normal form of names; portal/search/fold.py in the browser. In: any text and the prepared
   rules; out: folded words. tests/cases_search/fold.json holds the two together. */

/** Return the rules that came with the index, ready for use: sets, tables, a memory for words. */
export function prepared(rules) {
  const made = { ...rules, folded: new Map() };
  for (const name of ["FIRM", "LEGAL", "NOISE", "STOP"]) made[name] = new Set(rules[name]);
  made.APOSTROPHES = new RegExp(`[${rules.APOSTROPHES}]`, "g");
  made.swaps = swaps(rules);
  return made;
}

/* What it costs to write one sign for another, by the numbers of both. */
function swaps(rules) {
  const cost = new Uint8Array(128 * 128).fill(rules.COST);
  for (let at = 0; at < 128; at += 1) cost[at * 129] = 0;
  const cheap = [...rules.CONFUSED];
  for (const one of rules.VOWELS) for (const two of rules.VOWELS) if (one !== two) cheap.push(one + two);
  for (const pair of cheap) {
    const [one, two] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    cost[one * 128 + two] = rules.CHEAP;
    cost[two * 128 + one] = rules.CHEAP;
  }
  return cost;
}

/** Return the folded words of `text`. */
export function fold(text, rules) {
  return bare(text, rules).map((word) => foldWord(word, rules));
}

/** Return the folded form of one plain word. */
export function foldWord(word, rules) {
  let found = rules.folded.get(word);
  if (found === undefined) {
    let marked = `${word} `;
    for (const [old, now] of rules.TABLE) {
      if (marked.includes(old)) marked = marked.split(old).join(now);
    }
    found = marked.replace(/([a-z])\1+/g, "$1").trim() || word;
    rules.folded.set(word, found);
  }
  return found;
}

/** Return the folded words written together: two names are the same when these are equal. */
export function joined(text, rules) {
  return fold(text, rules).join("");
}

/** Return the words of `text` in lower case, without diacritics and punctuation. */
export function plain(text, rules) {
  return cleaned(text, rules).match(/[a-z0-9]+/g) || [];
}

function cleaned(text, rules) {
  const kept = text.replace(rules.APOSTROPHES, "").normalize("NFKD").toLowerCase();
  return kept.replace(/[\u0300-\u036f]/g, "");
}

/** Return the plain words without legal forms: what initials are made of. */
export function bare(text, rules) {
  return withoutForms(plain(text, rules), rules);
}

/** Return `bare` of many texts of one line each, cleaned in one go because that is faster. */
export function bareLines(texts, rules) {
  const lines = cleaned(texts.join("\n"), rules).split("\n");
  return lines.map((line) => withoutForms(line.match(/[a-z0-9]+/g) || [], rules));
}

function withoutForms(words, rules) {
  if (!words.some((word) => word.length === 1)) return words.filter((word) => !rules.LEGAL.has(word));
  let line = ` ${words.join(" ")} `;
  for (const form of rules.SPELT) {
    line = line.replace(form, " "); // once: `P.T. C.P.T.` is a firm that calls itself so
  }
  return line.split(" ").filter((word) => word && !rules.LEGAL.has(word));
}

/** Return only the digits of a number, without the 0 or 62 before a telephone number; a digit amid
    letters, as in SIP3MI, is none. */
export function digits(text) {
  const numbers = text.replace(/[a-z][0-9]+[a-z]/gi, "");
  return numbers.replace(/[^0-9]/g, "").replace(/^(62|0)/, "");
}
