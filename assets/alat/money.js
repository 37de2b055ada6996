/* Rupiah as people write it. In: text; out: a number, or a sentence for a number. */

const NUMBER = /^(?:rp\.?)?(\d{1,3}(?:[.,]\d{3})+|\d+)(?:,-|,00|\.00)?$/i;

/** Return the rupiah in a text: 0 for none written, NaN where words or parts of a rupiah stand. */
export function rupiah(text) {
  const written = text.replace(/\s/g, "");
  if (!written) return 0;
  const match = NUMBER.exec(written);
  return match ? Number(match[1].replace(/[.,]/g, "")) : NaN;
}

/** Return a number as rupiah: Rp1.500.000. */
export function asRupiah(number) {
  return `Rp${String(number).replace(/\B(?=(\d{3})+$)/g, ".")}`;
}
