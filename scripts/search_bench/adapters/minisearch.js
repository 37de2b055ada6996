/* MiniSearch over the records, with the settings of its guide for names typed in a hurry. */
export async function start() {
  const [, records] = await Promise.all([
    import("./minisearch.js"), fetch("records.json").then((answer) => answer.json()),
  ]);
  const fields = ["names", "places", "numbers"];
  const searchOptions = { prefix: true, fuzzy: 0.2, boost: { names: 3 } };
  const index = new window.MiniSearch({ fields, storeFields: ["names"], searchOptions });
  index.addAll(records);
  return async (text) => index.search(text).slice(0, 20).map((one) => one.id);
}
