/* The family card. Out: buttons to print and to empty it. What is typed is neither kept nor sent. */
import { start } from "./tool.js";

start("card", (root) => {
  const find = (name) => root.parentElement.querySelector(`[data-${name}]`);
  const clear = find("clear");
  clear.hidden = false;
  clear.addEventListener("click", () => {
    root.querySelectorAll("[data-fill]").forEach((one) => { one.value = ""; });
    find("state").textContent = root.dataset.cleared;
    root.querySelector("[data-fill]").focus();
  });
});
