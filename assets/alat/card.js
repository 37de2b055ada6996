/* The family card. Out: buttons to print and to empty it. What is typed is neither kept nor sent. */
import { start } from "./tool.js";

start("card", (root) => {
  const clear = document.querySelector("[data-clear]");
  clear.hidden = false;
  clear.addEventListener("click", () => {
    root.querySelectorAll("[data-fill]").forEach((one) => { one.value = ""; });
    document.querySelector("[data-state]").textContent = root.dataset.cleared;
    root.querySelector("[data-fill]").focus();
  });
});
