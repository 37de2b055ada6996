/* "Pelatihan dekat Anda" for one kabupaten. In: the box of a page (templates/macros/training.j2) and
   what near.js loaded, or null. Out: the trainings of the kabupaten, then of its province, in place
   of the examples. Every sentence was written by the build (portal/render/nearby.py). */
const MOST = { work: 2, business: 1 };

/** Fill the box; with null it shows the examples again. */
export function fill(box, found, root) {
  const rows = found ? nearest(found.learn, found.code) : [];
  const find = (name) => box.querySelector(`[data-learn-${name}]`);
  find("near").hidden = !rows.length;
  if (find("examples")) find("examples").hidden = rows.length > 0;
  // Only said where it is true: readers of the bare text should not meet it.
  find("none").textContent = found && !rows.length ? find("none").dataset.learnNone : "";
  find("none").hidden = !find("none").textContent;
  find("choose").hidden = Boolean(found);
  find("place").textContent = found ? `Yang terdekat dari ${found.name}` : "";
  const list = find("list");
  list.textContent = "";
  for (const one of rows) list.append(item(one, root));
}

/* The build sorted them for the province; those of the kabupaten come first. */
function nearest(all, code) {
  const sorted = [...all.filter((one) => one.code === code), ...all.filter((one) => one.code !== code)];
  const first = (track) => sorted.filter((one) => one.track === track).slice(0, MOST[track]);
  return Object.keys(MOST).reduce((rows, track) => rows.concat(first(track)), []);
}

function item({ name, page, says }, root) {
  const made = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { textContent: name });
  link.href = new URL(page, root).href;
  made.append(link, Object.assign(document.createElement("span"), { textContent: says, className: "quiet" }));
  return made;
}
