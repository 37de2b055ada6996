/* How like two folded words are; portal/search/alike.py in the browser. In: two texts and the
   prepared rules; out: 0 (nothing in common) to 1000 (equal). Whole numbers only. What can no
   longer be alike enough is given up early: this runs thousands of times for each key. */

const H = "h".charCodeAt(0);
const ROOM = 512; // a query has at most 12 words of 40 letters
const TOO_MUCH = 1 << 30;
const rows = [new Int32Array(ROOM), new Int32Array(ROOM), new Int32Array(ROOM)];

/** Return 1000 for equal texts, less for each letter that differs; 0 for less than `least`. */
export function similarity(one, other, rules, least = 0) {
  if (one === other) return rules.FULL;
  const room = rules.COST * Math.max(one.length, other.length);
  const apart = distance(one, other, rules, allowed(room, least, rules));
  const found = rules.FULL - Math.floor((rules.FULL * apart) / room);
  return found < least ? 0 : Math.max(0, found);
}

/** Return the highest cost with which `least` is still reached. */
export function allowed(room, least, rules) {
  return ((rules.FULL - least + 1) * room) / rules.FULL;
}

/** Return the cost of turning `one` into `other` (10 for an ordinary letter), or any higher number
    when it is more than `most`. */
export function distance(one, other, rules, most = TOO_MUCH) {
  let [before, last, now] = rows;
  const height = Math.min(one.length, ROOM - 1);
  const width = Math.min(other.length, ROOM - 1);
  if (Math.abs(height - width) * rules.BREATH > most) return TOO_MUCH;
  last[0] = 0;
  for (let at = 0; at < width; at += 1) last[at + 1] = last[at] + gap(other.charCodeAt(at), rules);
  let lowest = 0;
  for (let row = 0; row < height; row += 1) {
    const lower = fill(now, last, before, row, one, other, width, rules);
    if (lower > most && lowest > most) return TOO_MUCH; // a swap reaches back over two rows
    lowest = lower;
    [before, last, now] = [last, now, before];
  }
  return last[width];
}

/* Fill the next row; return its lowest cost. */
function fill(now, last, before, row, one, other, width, rules) {
  const char = one.charCodeAt(row);
  const previous = row ? one.charCodeAt(row - 1) : -1;
  const more = gap(char, rules);
  const { SWAP, COST, BREATH, swaps } = rules;
  let left = -1;
  let lowest = last[0] + more;
  now[0] = lowest;
  for (let column = 0; column < width; column += 1) {
    const against = other.charCodeAt(column);
    let best = last[column] + swaps[char * 128 + against];
    const above = last[column + 1] + more;
    const beside = now[column] + (against === H ? BREATH : COST);
    if (above < best) best = above;
    if (beside < best) best = beside;
    if (char === left && against === previous && before[column - 1] + SWAP < best) {
      best = before[column - 1] + SWAP;
    }
    now[column + 1] = best;
    if (best < lowest) lowest = best;
    left = against;
  }
  return lowest;
}

function gap(char, rules) {
  return char === H ? rules.BREATH : rules.COST;
}
