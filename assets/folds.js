/* Opens what is folded away when it is asked for. In: an address that ends in #id, or a print.
   Out: every <details> around or inside that place is open; on paper all of them, closed again after.
   Without script the place is still found: the id stands outside of its fold. */

function reveal() {
  const id = decodeURIComponent(window.location.hash.slice(1));
  const place = id && document.getElementById(id);
  if (!place) return;
  const own = place.querySelector("details[data-fold]");
  if (own) own.open = true;
  for (let one = place.closest("details"); one; one = one.parentElement.closest("details")) {
    one.open = true;
  }
  place.scrollIntoView();
}

window.addEventListener("hashchange", reveal);
reveal();

let opened = [];
window.addEventListener("beforeprint", () => {
  opened = Array.from(document.querySelectorAll("details[data-fold]:not([open])"));
  opened.forEach((one) => { one.open = true; });
});
window.addEventListener("afterprint", () => opened.forEach((one) => { one.open = false; }));
