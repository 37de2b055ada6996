/* "Bagikan halaman ini". In: the text as it stands in the page. Out: that text, with the address
   where it is read now, by the phone's own means (assets/share.js). Asks nothing of the network. */
import { offerText } from "./share.js";

const place = document.querySelector("[data-pass]");
const line = (node) => (node.nodeName === "BR" ? "\n" : node.textContent);

if (place) {
  const find = (name) => place.querySelector(`[data-pass-${name}]`);
  find("address").textContent = location.href.split("#")[0];
  const text = () => Array.from(find("text").childNodes, line).join("");
  offerText(place, text, () => { find("said").hidden = false; });
}
