/* Folded parts of a page: a link to what lies inside opens it; on paper everything is open.
   Newer browsers open the folds around a target by themselves, but not the target itself. */
const CLOSED = ".clauses details:not([open])";
let printed = [];

function showTarget() {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (!target || !target.closest(".clauses")) return;
  for (let one = target; one; one = one.parentElement) {
    if (one.localName === "details") one.open = true;
  }
  target.scrollIntoView();
}

window.addEventListener("hashchange", showTarget);
window.addEventListener("beforeprint", () => {
  printed = [...document.querySelectorAll(CLOSED)];
  for (const one of printed) one.open = true;
});
window.addEventListener("afterprint", () => {
  for (const one of printed) one.open = false;
  printed = [];
});
showTarget();
