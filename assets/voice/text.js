/* What to say of a page. In: its main part. Out: short sentences for an Indonesian voice, in order:
   no tables, menus, forms and lists of sources; abbreviations letter by letter, amounts and numbers
   of telephones as people say them. */
const SKIP = [
  "nav", "table", "form", "template", "script", "style", "svg", "button", "select", "label", "audio",
  "[hidden]", "[aria-hidden=true]", "[data-silent]", "[data-search-box]", "[data-district]",
  "details:not([open]) > :not(summary)", ".quote", ".proof", ".sources", ".source-notes", ".jump", ".as-of", ".verified", ".up", ".mend",
].join(",");
const BLOCK = "h1,h2,h3,h4,p,li,dt,dd,blockquote,figcaption,summary,div,section,article,main";
const LONGEST = 200; // characters: some twelve seconds, before Chrome would fall silent
const LETTERS = {
  A: "a", B: "be", C: "ce", D: "de", E: "e", F: "ef", G: "ge", H: "ha", I: "i", J: "je", K: "ka",
  L: "el", M: "em", N: "en", O: "o", P: "pe", Q: "ki", R: "er", S: "es", T: "te", U: "u", V: "ve",
  W: "we", X: "eks", Y: "ye", Z: "zet", 0: "nol", 1: "satu", 2: "dua", 3: "tiga", 4: "empat",
  5: "lima", 6: "enam", 7: "tujuh", 8: "delapan", 9: "sembilan",
};
/* What is not said as it is written. */
const SAID = [
  [/\bUU (\d+)\/(\d{4})/g, "undang-undang nomor $1 tahun $2"],
  [/\bPP (\d+)\/(\d{4})/g, "peraturan pemerintah nomor $1 tahun $2"],
  [/\b(\d{1,3})\/((?:19|20)\d\d)\b/g, "$1 tahun $2"],
  [/\bUU\b/g, "undang-undang"],
  [/\bPP\b/g, "peraturan pemerintah"],
  [/\bRp\s?(\d[\d.,]*\d|\d)( (?:ribu|juta|miliar|triliun))?/g, "$1$2 rupiah"],
  [/(\d)\s?%/g, "$1 persen"],
  [/\bSISKOP2MI\b/g, "sisko pe dua em i"],
  [/\bSIAPkerja\b/g, "siap kerja"],
  [/\bSAPA\b/g, "sapa"],
  [/\bJl\. ?/g, "jalan "],
  [/\bNo\. ?(?=\d)/g, "nomor "],
  [/\bdll\./g, "dan lain-lain"],
  [/\bs\.d\. ?/g, "sampai dengan "],
  [/[()“”"›▾▴]/g, " "],
  [/ [·|] /g, ", "],
];
const TELEPHONE = /(?:\+62|\b0)\d*(?:[ -]\d+)+|\+62\d{7,}|\b0\d{7,}\b|\b1[145]\d{1,5}\b(?! (?:orang|rupiah))/g;
const ABBREVIATION = /\b[A-Z][A-Z0-9]*[A-Z0-9]\b/g;

const spelt = (word) => Array.from(word, (one) => LETTERS[one] || "").join(" ").trim();

/* A word in capitals of five letters and more is a word: JANGAN. With a digit it is none: BP3MI. */
const isWord = (word) => word.length > 4 && /^[A-Z]*[AIUEO][A-Z]*$/.test(word);

/** Return a text as an Indonesian voice should say it. */
export function spoken(text) {
  let said = text.replace(TELEPHONE, (number) => `${spelt(number.replace("+62", "0"))},`);
  for (const [written, words] of SAID) said = said.replace(written, words);
  said = said.replace(ABBREVIATION, (word) => (isWord(word) ? word.toLowerCase() : spelt(word)));
  return said.replace(/\s+/g, " ").replace(/ ([.,;:!?])/g, "$1").replace(/,([.,;:!?]|$)/g, "$1").trim();
}

/* The texts of a place, one for each paragraph, heading and item, in the order of the page. */
function paragraphs(place) {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const found = [];
  let last = null;
  while (walker.nextNode()) {
    const { parentElement: holder, data } = walker.currentNode;
    if (!data.trim() || holder.closest(SKIP) || !holder.getClientRects().length) continue;
    const block = holder.closest(BLOCK);
    if (block === last) found[found.length - 1] += data;
    else found.push(data);
    last = block;
  }
  return found.map((text) => text.replace(/\s+/g, " ").trim());
}

/* Long sentences are cut at a comma, else at a space. */
function pieces(sentence) {
  if (sentence.length <= LONGEST) return [sentence];
  const head = sentence.slice(0, LONGEST);
  const cut = Math.max(head.lastIndexOf(", ") + 1, head.lastIndexOf("; ") + 1) || head.lastIndexOf(" ");
  const at = cut > 0 ? cut : LONGEST;
  return [sentence.slice(0, at).trim(), ...pieces(sentence.slice(at).trim())];
}

const closed = (text) => (/[.!?:;,]$/.test(text) ? text : `${text}.`);

/* The letter before an item of a list ("memuat: a. nama") ends no sentence. */
function ended(mark, at, whole) {
  return /(^|[:;,] )\w$/.test(whole.slice(0, at)) ? mark : `${mark[0]}\n`;
}

/** Return what to say of a place, sentence by sentence. */
export function sentences(place) {
  return paragraphs(place)
    .map((text) => closed(spoken(text)))
    .flatMap((text) => text.replace(/[.!?] /g, ended).split("\n"))
    .flatMap(pieces)
    .filter((text) => /[a-z0-9]/i.test(text));
}
