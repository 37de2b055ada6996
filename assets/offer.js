/* Shows what the chosen answers mean. In: answers with data-rank, data-weight and their sign, all
   written by portal/render/offer.py, where the weighing is done. Out: the signs of the chosen
   answers by rank under the headline of the first. Nothing is sent; nothing is kept. */

/** Return the chosen of all answers, in the order of the ranks that the build wrote. */
export function inOrder(answers) {
  const chosen = answers.filter((one) => one.querySelector("input").checked);
  return chosen.sort((one, other) => Number(one.dataset.rank) - Number(other.dataset.rank));
}

/** Return a sentence with its {places} filled in. */
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => String(values[name]));
}

function count(answers, weight) {
  return answers.filter((one) => one.dataset.weight === weight).length;
}

class Offer {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.answers = Array.from(root.querySelectorAll("[data-rank]"));
    this.all = root.querySelectorAll("fieldset").length;
    root.classList.add("offer--live");
    this.find("bar").hidden = false;
    this.find("clear").addEventListener("click", () => this.clear());
    root.addEventListener("change", () => this.show());
    this.offerSharing(this.find("share-button"));
    this.show();
  }

  find(name) {
    return this.root.querySelector(`[data-${name}]`);
  }

  show() {
    const chosen = inOrder(this.answers);
    const numbers = { danger: count(chosen, "danger"), warning: count(chosen, "warning") };
    const left = this.all - chosen.length;
    this.find("result").hidden = this.find("go").hidden = !chosen.length;
    this.head(chosen.length ? chosen[0].dataset.weight : "");
    this.find("status").textContent = this.said({ ...numbers, done: chosen.length, all: this.all });
    this.find("bar").classList.toggle("offer__bar--danger", numbers.danger > 0);
    this.find("left-line").hidden = !left;
    this.find("left-line").textContent = filled(this.words.left, { left });
    this.list(chosen);
  }

  /* One danger is enough for the verdict; none, so far, must not sound like one. */
  said(numbers) {
    if (!numbers.done) return this.words.unsaid;
    if (!numbers.danger) return filled(this.words.calm, numbers);
    return `${this.verdict()} ${filled(this.words.said, numbers)}`;
  }

  verdict() {
    return this.root.querySelector("[data-headline]:not([hidden])").textContent;
  }

  head(weight) {
    this.root.querySelectorAll("[data-headline]").forEach((one) => {
      one.hidden = one.dataset.headline !== weight;
    });
  }

  list(chosen) {
    const list = this.find("signs");
    list.textContent = "";
    chosen.forEach((one) => {
      const item = document.createElement("li");
      item.className = `offer__found offer__found--${one.dataset.weight}`;
      item.append(one.querySelector("[data-sign]").cloneNode(true));
      list.append(item);
    });
  }

  clear() {
    this.answers.forEach((one) => {
      one.querySelector("input").checked = false;
    });
    this.show();
    this.root.querySelector("input").focus();
  }

  /** Offer to pass the result on as text: through the phone, else by copying, else not at all. */
  offerSharing(button) {
    const copies = navigator.clipboard && navigator.clipboard.writeText;
    if (!navigator.share && !copies) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const done = navigator.share
        ? navigator.share({ text: this.text() })
        : navigator.clipboard.writeText(this.text()).then(() => this.copied());
      done.catch(() => {}); // the reader changed their mind
    });
  }

  copied() {
    this.find("status").textContent = this.words.copied;
  }

  /** Return the result as text: the day, the headline, the signs, the link; nothing of the reader. */
  text() {
    const today = { day: "numeric", month: "long", year: "numeric" };
    const date = new Date().toLocaleDateString("id-ID", today);
    const title = document.querySelector("h1").textContent;
    const head = this.verdict();
    const signs = Array.from(this.find("signs").children).map((one) => {
      const word = one.querySelector("[data-weight-word]").textContent;
      return `- ${word}: ${one.querySelector("[data-says]").textContent}`;
    });
    const link = window.location.href.split("#")[0];
    return [filled(this.words.share, { title, date }), head, ...signs, link].join("\n");
  }
}

if (typeof document !== "undefined") {
  document.querySelectorAll("[data-offer]").forEach((root) => new Offer(root));
}
