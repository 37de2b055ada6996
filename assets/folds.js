/* Opens what is folded away when it is asked for. In: an address that ends in #id, or a print. Out:
   every fold around that place is open, and the one that is all of it; on paper each fold that is
   part of the page (data-fold), closed again after. Without script each opens by a tap. */

function named() {
  try {
    return document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  } catch (broken) { // a % that stands for nothing
    return null;
  }
}

function reveal() {
  const place = named();
  if (!place) return;
  const inside = place.querySelectorAll(":scope > details");
  if (inside.length === 1) inside[0].open = true;
  for (let one = place.closest("details"); one; one = one.parentElement.closest("details")) {
    one.open = true;
  }
  if (place.closest("details") || inside.length === 1) place.scrollIntoView();
}

let opened = [];
window.addEventListener("beforeprint", () => {
  opened = Array.from(document.querySelectorAll("details[data-fold]:not([open])"));
  opened.forEach((one) => { one.open = true; });
});
window.addEventListener("afterprint", () => opened.forEach((one) => { one.open = false; }));
window.addEventListener("hashchange", reveal);
reveal();
