/* The choice of a kabupaten. In: a place made by templates/macros/locks.j2, and cari/wilayah.json.
   Out: the code of the chosen one, kept on this device only and forgotten at a touch. */
import { CHANGED, keep, remembered } from "../help/door.js";

export class District {
  /** `changed` is called whenever another kabupaten is chosen or forgotten. */
  constructor(place, root, changed) {
    Object.assign(this, { place, root, changed, file: null });
    this.select = place.querySelector("select");
    place.hidden = false;
    this.select.addEventListener("change", () => this.chosen());
    this.find("forget").addEventListener("click", () => this.forget());
    window.addEventListener(CHANGED, (event) => this.follow(event.detail));
  }

  find(name) {
    return this.place.querySelector(`[data-${name}]`);
  }

  get code() {
    return this.select.value;
  }

  get name() {
    const { selectedIndex, options } = this.select;
    return this.code ? options[selectedIndex].textContent : "";
  }

  /** Fetch and show the choices, once; return the file, or null where there is no network. */
  async load() {
    if (this.file) return this.file;
    try {
      const answer = await fetch(new URL("cari/wilayah.json", this.root));
      this.file = await answer.json();
      this.fill();
    } catch (error) {
      this.file = null;
    }
    this.find("failed").hidden = Boolean(this.file);
    return this.file;
  }

  fill() {
    for (const [province, districts] of this.file.provinces) {
      const group = document.createElement("optgroup");
      group.label = province;
      for (const [code, name] of districts) group.append(new Option(name, code));
      this.select.append(group);
    }
    const kept = remembered();
    this.select.value = kept;
    if (!this.select.value) this.select.value = "";
    this.find("kept").hidden = !this.code;
  }

  chosen() {
    keep(this.code);
    this.told();
  }

  /* Another place on this page chose or forgot one. */
  async follow(code) {
    if (code === this.code || !(await this.load())) return;
    this.select.value = code;
    this.told();
  }

  told() {
    this.find("kept").hidden = remembered() !== this.code || !this.code;
    this.changed();
  }

  forget() {
    this.select.value = "";
    this.chosen();
    this.select.focus();
  }
}
