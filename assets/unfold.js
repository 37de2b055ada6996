/* Opens what the address names: the folds inside the part with that id, else the folds around it.
   In: the fragment of the address. Out: open <details>. Without script each opens by a tap. */
function unfold() {
  const named = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (!named) return;
  const around = named.closest("details");
  const fold = around || named.querySelector("details");
  if (!fold) return;
  fold.open = true;
  named.scrollIntoView();
}

window.addEventListener("hashchange", unfold);
unfold();
