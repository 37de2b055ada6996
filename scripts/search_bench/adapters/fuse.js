/* Fuse.js over the records; place in the text ignored, as a word may stand anywhere. */
export async function start() {
  const [{ default: Fuse }, records] = await Promise.all([
    import("./fuse.min.mjs"), fetch("records.json").then((answer) => answer.json()),
  ]);
  const keys = [{ name: "names", weight: 3 }, "places", "numbers"];
  const fuse = new Fuse(records, { keys, ignoreLocation: true, threshold: 0.4 });
  return async (text) => fuse.search(text, { limit: 20 }).map((one) => one.item.id);
}
