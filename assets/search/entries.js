/* Index files to entries. In: what portal/search/files.py wrote; out: lists of entries with kind,
   id, title, url, names and places, agencies with their timelines. */

/** Return the agencies of cari/nama.json. */
export function agencies(file) {
  const places = lines(file.at);
  const found = lines(file.names);
  return known(found.map((line, at) => new Agency(file, at, line.split("|"), places[at])), file);
}

/* Let a list of entries tell all places they may have. */
function known(entries, file) {
  entries.places = file.places;
  return entries;
}

/* What few queries ask for is worked out when asked. */
class Agency {
  constructor(file, at, names, numbers) {
    this.file = file;
    this.at = at;
    this.names = names;
    this.numbers = numbers;
    this.kind = "agency";
    this.title = names[0];
  }

  get places() {
    return placesOf(this.file, this.numbers);
  }

  /* Where it sits, in words: `Kantor pusat di Kota Medan`; empty where that is not known. */
  get place() {
    const { seats = [], sits = [] } = this.file; // a file kept from an older build has none
    const seat = seats[sits[this.at]];
    return seat && `${seat} ${this.places[0]}`;
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
  const numbers = file.at.split("\n");
  return known(lines(file.names).map((line, at) => {
    const names = line.split("|");
    const title = file.titles[at] || names[0];
    const places = placesOf(file, numbers[at]);
    return { kind: file.kinds[at], id: file.ids[at], title, url: file.urls[at], names, places };
  }), file);
}

function placesOf(file, numbers) {
  return numbers ? numbers.split(" ").map((number) => file.places[number]) : [];
}

function lines(text) {
  return text ? text.split("\n") : [];
}

/* As in portal/search/files.py. */
function slug(title) {
  const words = title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return words.replace(/^pt-/, "");
}
