/* Index files to entries. In: what portal/search/files.py wrote; out: lists of entries with kind,
   id, title, url, names and places, agencies with their timelines. */

/** Return the agencies of cari/nama.json. */
export function agencies(file) {
  const places = placesOf(file);
  return lines(file.names).map((line, at) => new Agency(file, at, line.split("|"), places[at]));
}

/* What few queries ask for is worked out when asked. */
class Agency {
  constructor(file, at, names, places) {
    Object.assign(this, { file, at, names, places, kind: "agency", title: names[0] });
  }

  get id() {
    return this.file.ids[this.at] || slug(this.title);
  }

  get url() {
    return `/p3mi/${this.id}/`;
  }

  get former() {
    return this.file.former[this.at] || [];
  }

  get timeline() {
    return this.file.timelines[this.file.standings[this.at]];
  }
}

/** Return the training providers, offices and regions of cari/lain.json. */
export function others(file) {
  const places = placesOf(file);
  return lines(file.names).map((line, at) => {
    const names = line.split("|");
    const title = file.titles[at] || names[0];
    return { kind: file.kinds[at], id: file.ids[at], title, url: file.urls[at], names, places: places[at] };
  });
}

function placesOf(file) {
  const known = (number) => file.places[number];
  return file.at.split("\n").map((line) => (line ? line.split(" ").map(known) : []));
}

function lines(text) {
  return text ? text.split("\n") : [];
}

/* As in portal/search/files.py. */
function slug(title) {
  const words = title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return words.replace(/^pt-/, "");
}
