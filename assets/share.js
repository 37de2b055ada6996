/* Passing a text on. In: buttons in a place, and a function that writes the text when asked. Out:
   the phone's own share sheet, else WhatsApp and the clipboard. Nothing is sent by itself. */

/** Return a sentence with its {places} filled in. */
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => String(values[name]));
}

/** Let the buttons in `place` pass on what `text` returns; `copied` is called after copying. */
export function offerText(place, text, copied) {
  const find = (name) => place.querySelector(`[data-${name}]`);
  const [button, chat, copy] = ["share-button", "whatsapp", "copy"].map(find);
  const sheet = Boolean(navigator.share);
  button.hidden = !sheet;
  chat.hidden = sheet;
  copy.hidden = sheet || !(navigator.clipboard && navigator.clipboard.writeText);
  const changed = () => {}; // the reader changed their mind
  button.addEventListener("click", () => navigator.share({ text: text() }).catch(changed));
  copy.addEventListener("click", () => (
    navigator.clipboard.writeText(text()).then(copied).catch(changed)
  ));
  // The address is written at the last moment: nothing is known to WhatsApp before the tap.
  chat.addEventListener("click", () => {
    chat.href = `https://wa.me/?text=${encodeURIComponent(text())}`;
  });
}
