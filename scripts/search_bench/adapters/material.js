/* Material's own search: its worker, run in the page, so that the throttle reaches it too. */
export async function start() {
  const [code, data] = await Promise.all([
    fetch("worker.js").then((answer) => answer.text()),
    fetch("search_index.json").then((answer) => answer.json()),
  ]);
  let receive = null;
  let answered = null;
  const listen = (_, handler) => { receive = handler; };
  const answer = (message) => answered(message);
  new Function("addEventListener", "postMessage", code)(listen, answer);
  const send = (type, content) => new Promise((resolve) => {
    answered = resolve;
    receive({ data: { type, data: content } });
  });
  await send(0, { ...data, options: { suggest: false } });
  return async (text) => {
    const { data: found } = await send(2, text);
    return found.items.slice(0, 20).map((group) => group[0].location);
  };
}
