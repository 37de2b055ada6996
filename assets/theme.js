/* Light or dark: the reader's choice, else the system's. Runs before the page is drawn, so that a
   chosen theme never flashes. In: localStorage; out: data-theme on <html>, a working button. */
(function () {
  "use strict";
  var root = document.documentElement;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");

  function stored() {
    try {
      return localStorage.getItem("theme");
    } catch (error) {
      return null; // storage may be forbidden; the system's theme then holds
    }
  }

  function store(theme) {
    try {
      localStorage.setItem("theme", theme);
    } catch (error) {
      /* the choice then lasts for this page only */
    }
  }

  function current() {
    return root.dataset.theme || (dark.matches ? "dark" : "light");
  }

  function bind() {
    var button = document.querySelector("[data-theme-toggle]");
    if (!button) return;
    button.hidden = false;
    button.setAttribute("aria-pressed", String(current() === "dark"));
    button.addEventListener("click", function () {
      root.dataset.theme = current() === "dark" ? "light" : "dark";
      store(root.dataset.theme);
      button.setAttribute("aria-pressed", String(current() === "dark"));
    });
  }

  if (stored() === "light" || stored() === "dark") root.dataset.theme = stored();
  document.addEventListener("DOMContentLoaded", bind);
})();
