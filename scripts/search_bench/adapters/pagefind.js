/* Pagefind without its worker, so that the throttle reaches it; five results are loaded. */
export async function start() {
  const pagefind = await import("./pagefind/pagefind.js");
  await pagefind.options({ noWorker: true });
  await pagefind.init();
  return async (text) => {
    const found = await pagefind.search(text);
    const pages = await Promise.all(found.results.slice(0, 5).map((one) => one.data()));
    return pages.map((page) => page.meta.id);
  };
}
