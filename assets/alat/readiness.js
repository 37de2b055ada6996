/* The readiness check. In: boxes with what to do about each, written by portal/render/tools.py.
   Out: what is not ticked, in the order of the page. Nothing is kept; nothing is sent. */
import { filled, start } from "./tool.js";

class Readiness {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.items = Array.from(root.querySelectorAll("[data-tick]"));
    root.classList.add("tool--live");
    this.find("bar").hidden = false;
    root.addEventListener("change", () => this.count());
    this.find("go").addEventListener("click", () => this.show());
    this.find("clear").addEventListener("click", () => this.clear());
    this.count();
  }

  find(name) {
    return this.root.querySelector(`[data-${name}]`);
  }

  missing() {
    return this.items.filter((one) => !one.querySelector("input").checked);
  }

  count() {
    const left = this.missing().length;
    const values = { left, all: this.items.length, done: this.items.length - left };
    this.find("bar").querySelector("p").textContent = filled(this.words.count, values);
    this.find("headline").textContent = filled(
      left ? this.words.missing : this.words.complete, values,
    );
    this.list();
  }

  list() {
    const list = this.find("missing-list");
    list.textContent = "";
    this.missing().forEach((one) => {
      const item = document.createElement("li");
      const words = document.createElement("strong");
      words.textContent = one.querySelector("label").textContent;
      item.append(words, one.querySelector(".tick__more").cloneNode(true));
      list.append(item);
    });
  }

  show() {
    this.find("result").hidden = false;
  }

  clear() {
    this.items.forEach((one) => { one.querySelector("input").checked = false; });
    this.count();
    this.find("result").hidden = true;
    this.root.querySelector("input").focus();
  }
}

start("readiness", (root) => new Readiness(root));
