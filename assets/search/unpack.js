/* The index of running text, as lunr wants it. In: cari/isi.json, which says only how often each word
   stands in each text (portal/search/prose.py, `packed`); out: what lunr.Index.load takes. The
   weights are counted again here, by lunr's own formula, because they fill most of an index. */

/** Return a serialized lunr index; null for a file without documents. */
export function unpacked(file, rules) {
  if (!file.terms) return null;
  const terms = file.terms.split(" ");
  const fields = Object.keys(file.counts);
  const posts = terms.map((_, at) => {
    const post = { _index: at };
    for (const field of fields) post[field] = {};
    return post;
  });
  const counted = {};
  for (const field of fields) {
    counted[field] = file.counts[field].split("\n").map(pairs);
    counted[field].forEach((line, ref) => {
      for (const [at] of line) posts[at][field][ref] = {};
    });
  }
  const inverted = terms.map((term, at) => [term, posts[at]]);
  inverted.sort(([one], [two]) => (one < two ? -1 : 1));
  const { version } = file;
  return { version, fields, fieldVectors: vectors(counted, posts, rules), invertedIndex: inverted, pipeline: [] };
}

/* One line, `2 1*3`: the word 2 once, the word after the next thrice. */
function pairs(line) {
  let at = 0;
  return line.split(" ").filter(Boolean).map((one) => {
    const [step, times] = one.split("*");
    at += Number(step);
    return [at, Number(times || 1)];
  });
}

function vectors(counted, posts, rules) {
  const found = [];
  const all = Object.values(counted)[0].length;
  const rare = posts.map((post) => rarity(post, all));
  for (let ref = 0; ref < all; ref += 1) {
    for (const [field, lines] of Object.entries(counted)) {
      const weigh = weighing(lines, ref, field === "title" ? rules.TITLE : 1, rules);
      const vector = [];
      for (const [at, times] of lines[ref]) vector.push(at, weigh(rare[at], times));
      found.push([`${field}/${ref}`, vector]);
    }
  }
  return found;
}

/* lunr.idf: how rare a word is among all texts. */
function rarity(post, all) {
  let many = 0;
  for (const field of Object.keys(post)) if (field !== "_index") many += Object.keys(post[field]).length;
  return Math.log(1 + Math.abs((all - many + 0.5) / (many + 0.5)));
}

const means = new WeakMap();

/* What lunr.Builder gives a word of one text: rarer, oftener, in a shorter text weighs more. */
function weighing(lines, ref, boost, { K1, B }) {
  const length = (line) => line.reduce((sum, [, times]) => sum + times, 0);
  if (!means.has(lines)) means.set(lines, lines.map(length).reduce((sum, one) => sum + one, 0) / lines.length);
  const part = K1 * (1 - B + B * (length(lines[ref]) / means.get(lines)));
  return (rare, times) => {
    const score = (rare * ((K1 + 1) * times)) / (part + times);
    return Math.round(score * boost * 1000) / 1000;
  };
}
