/* How like two folded words are; portal/search/alike.py in the browser. In: two texts and the
   prepared rules; out: 0 (nothing in common) to 1000 (equal). Whole numbers only. */

const H = "h".charCodeAt(0);
const ROOM = 512; // a query has at most 12 words of 40 letters

/** Return 1000 for equal texts, less for each letter that differs. */
export function similarity(one, other, rules) {
  if (one === other) return rules.FULL;
  const room = rules.COST * Math.max(one.length, other.length);
  return Math.max(0, rules.FULL - Math.floor((rules.FULL * distance(one, other, rules)) / room));
}

/** Return the cost of turning `one` into `other` (10 for an ordinary letter). */
export function distance(one, other, rules) {
  let [before, last, now] = [new Int32Array(ROOM), new Int32Array(ROOM), new Int32Array(ROOM)];
  const rows = Math.min(one.length, ROOM - 1);
  const columns = Math.min(other.length, ROOM - 1);
  for (let at = 0; at < columns; at += 1) last[at + 1] = last[at] + gap(other.charCodeAt(at), rules);
  for (let row = 0; row < rows; row += 1) {
    fill(now, last, before, row, one, other, columns, rules);
    [before, last, now] = [last, now, before];
  }
  return last[columns];
}

function fill(now, last, before, row, one, other, columns, rules) {
  const char = one.charCodeAt(row);
  const previous = row ? one.charCodeAt(row - 1) : -1;
  const more = gap(char, rules);
  const { SWAP, swaps } = rules;
  now[0] = last[0] + more;
  let left = -1;
  for (let column = 0; column < columns; column += 1) {
    const against = other.charCodeAt(column);
    let best = last[column] + swaps[char * 128 + against];
    best = Math.min(best, last[column + 1] + more, now[column] + gap(against, rules));
    if (char === left && against === previous) best = Math.min(best, before[column - 1] + SWAP);
    now[column + 1] = best;
    left = against;
  }
}

function gap(char, rules) {
  return char === H ? rules.BREATH : rules.COST;
}
