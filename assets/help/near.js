/* "Hubungi" for one kabupaten, and the trainings near it. In: its code, the file
   cari/hubungi/<province>.json, the help part of the frame. Out: its offices above the national
   numbers, which always stay. Every sentence was written by the build (portal/render/nearby.py). */
import { District } from "../answer/district.js";
import { CHANGED, keep, remembered } from "./door.js";

export class Near {
  constructor(place, root) {
    Object.assign(this, { place, root, code: "", files: {} });
    this.button = this.find("choose");
    this.box = document.querySelector("[data-learn]");
    this.bar = document.querySelector("[data-reach]");
    this.call = this.bar.querySelector("[data-reach-call]");
    this.national = this.call && { textContent: this.call.textContent, href: this.call.href };
  }

  find(name) {
    return this.place.querySelector(`[data-${name}]`);
  }

  /** Show the offices of a kabupaten, or with "" only the national numbers. */
  async show(code) {
    this.code = code;
    this.button.textContent = code ? "Ganti atau lupakan kabupaten" : "Pilih kabupaten Anda";
    const found = code ? await this.load(code) : null;
    if (this.code !== code) return; // somebody chose another one meanwhile
    this.find("near-failed").hidden = !code || Boolean(found);
    for (const name of ["near", "nation"]) if (this.find(name)) this.find(name).hidden = !found;
    this.tellBar(found);
    if (this.box) import("./learn.js").then(({ fill }) => fill(this.box, found, this.root)).catch(() => null);
    if (!found) return;
    this.find("near-title").textContent = `Di ${found.name}`;
    this.find("near-page").href = new URL(`wilayah/${code}/`, this.root).href;
    const list = this.find("near-list");
    list.textContent = "";
    for (const one of found.offices) list.append(item(one));
  }

  async load(code) {
    const province = code.split(".")[0];
    try {
      if (!this.files[province]) {
        const answer = await fetch(new URL(`cari/hubungi/${province}.json`, this.root));
        this.files[province] = await answer.json();
      }
      return officesOf(this.files[province], code);
    } catch (error) {
      return null;
    }
  }

  /* The bar on top: the district's own number where one is sure, else the national one. */
  tellBar(found) {
    const sure = found && found.offices.find((one) => one.sure && one.calls);
    const call = sure ? { textContent: sure.calls[0][0], href: sure.calls[0][1] } : this.national;
    this.bar.querySelector("[data-reach-place]").textContent = found ? toWhom(found) : "";
    if (this.call) Object.assign(this.call, call);
  }

  /** Open the list of kabupaten. */
  async choose() {
    if (!this.district) {
      const place = this.find("district");
      this.district = new District(place, this.root, () => this.said());
    }
    this.button.hidden = true;
    await this.district.load();
    this.district.select.focus();
  }

  said() {
    const { name } = this.district;
    this.find("near-said").textContent = name ? `Dipilih: ${name}.` : "Kabupaten dilupakan.";
  }

  /** On a page of one kabupaten: let the reader take it for theirs. */
  offer() {
    const place = document.querySelector("[data-take]");
    const [take, leave] = ["take-yes", "take-no"].map((name) => place.querySelector(`[data-${name}]`));
    const tell = (code) => {
      const taken = code === place.dataset.take;
      take.hidden = taken;
      leave.hidden = !taken;
      place.querySelector("[data-taken]").hidden = !taken;
    };
    const pressed = (code, next) => {
      keep(code);
      next.focus();
    };
    window.addEventListener(CHANGED, (event) => tell(event.detail));
    take.addEventListener("click", () => pressed(place.dataset.take, leave));
    leave.addEventListener("click", () => pressed("", take));
    tell(remembered());
  }
}

function officesOf({ names, near, missing, above, learn = [] }, code) {
  if (!names[code]) return null;
  const own = near[code] || [];
  const known = own.some((one) => one.kind === "disnaker");
  return { code, name: names[code], offices: [...(known ? [] : [missing]), ...own, ...above], learn };
}

/* Says "dinas" only where a number of it follows. */
function toWhom({ name, offices }) {
  const reached = offices.some((one) => one.kind === "disnaker" && one.calls);
  return ` ${reached ? "dinas di" : "kantor untuk"} ${short(name)}`;
}

function short(name) {
  return name.replace(/^(Kabupaten|Kota)( Administrasi)? /, "");
}

function item({ name, about, says, calls = [], site }) {
  const made = document.createElement("li");
  made.append(text("strong", name));
  if (about && !name.includes(about.replace(".", ""))) made.append(text("p", about));
  if (says) made.append(text("p", says));
  for (const [shown, href, kind] of calls) {
    made.append(link(kind === "chat" ? `WhatsApp ${shown}` : `Telepon ${shown}`, href));
  }
  if (site) made.append(link(`Buka ${site[0]}`, site[1]));
  return made;
}

function text(tag, words) {
  return Object.assign(document.createElement(tag), { textContent: words });
}

function link(words, href) {
  return Object.assign(text("a", words), { href, rel: "noopener", className: "tap" });
}
