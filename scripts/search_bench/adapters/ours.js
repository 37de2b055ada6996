/* Ours, as the box loads it; numbers only for a query with digits. `+` marks a sure answer. The code
   that draws the box is loaded too, for its bytes, but not run: it needs the site's page. */
export async function start() {
  const get = (name) => fetch(`cari/${name}.json`).then((answer) => answer.json());
  const drawn = ["search/load", "search/box", "standing", "share"];
  const modules = ["rank", "names", "match", "alike", "fold", "entries", "prose", "stem"];
  const [names, { Searcher }] = await Promise.all([
    get("nama"), ...modules.map((name) => import(`./assets/search/${name}.js`)),
    ...drawn.map((name) => fetch(`assets/${name}.js`).then((answer) => answer.text())),
  ]);
  const searcher = new Searcher(names);
  return async (text) => {
    if (searcher.hasNumber(text) && !searcher.numbers) searcher.addNumbers(await get("nomor"));
    const hits = searcher.search(text, 20);
    return hits.map((hit) => (hit.match === "same" ? `+${hit.id}` : hit.id));
  };
}
