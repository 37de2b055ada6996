/* Reads the page aloud. In: the buttons of "Dengarkan" and a function that returns the voice. Out:
   speech, one sentence at a time: Chrome falls silent in the middle of long ones. Pausing is
   stopping and beginning the same sentence again, since phones do not pause reliably. */
import { sentences } from "./text.js";

const WORDS = { still: "Dengarkan", reading: "Jeda", paused: "Lanjutkan" };
const { speechSynthesis: speech } = window;

export class Reader {
  constructor(place, voice) {
    Object.assign(this, { place, voice, state: "still", at: 0, parts: [], utterance: null });
    this.bar = place.closest("[data-reach]");
    this.top = this.bar.parentElement;
    this.find("stop").addEventListener("click", () => this.stop());
    window.addEventListener("pagehide", () => this.stop());
  }

  find(name) {
    return this.place.querySelector(`[data-listen-${name}]`);
  }

  /** The one button: begin, pause, go on. */
  go() {
    if (this.state === "reading") this.pause();
    else this.read();
  }

  read() {
    if (this.state === "still") {
      this.parts = sentences(document.querySelector("main"));
      this.at = 0;
    }
    speech.cancel(); // another page may have left something behind
    this.show("reading");
    this.next();
  }

  next() {
    if (this.at >= this.parts.length) {
      this.stop();
      return;
    }
    const spoken = new SpeechSynthesisUtterance(this.parts[this.at]);
    Object.assign(spoken, { voice: this.voice() || null, lang: "id-ID", rate: 0.95 });
    // Kept here: Chrome forgets an utterance that nobody holds, and never says that it ended.
    this.utterance = spoken;
    spoken.onend = () => this.ended(spoken);
    spoken.onerror = () => this.failed(spoken);
    speech.speak(spoken);
  }

  /* What was cancelled also "ends"; only the current sentence leads on. */
  ended(spoken) {
    if (this.utterance !== spoken) return;
    this.at += 1;
    this.next();
  }

  failed(spoken) {
    if (this.utterance !== spoken) return;
    this.stop();
    this.find("said").textContent = "Suara ponsel ini tidak bisa dipakai.";
  }

  pause() {
    this.silence();
    this.show("paused");
  }

  stop() {
    this.silence();
    const held = document.activeElement === this.find("stop");
    this.show("still");
    if (held) this.find("go").focus();
  }

  silence() {
    this.utterance = null;
    speech.cancel();
  }

  /* While it reads, the bar stays in sight; what has focus keeps clear of it. */
  show(state) {
    this.state = state;
    this.find("word").textContent = WORDS[state];
    this.find("stop").hidden = state === "still";
    this.find("said").textContent = "";
    const stays = state !== "still";
    this.top.classList.toggle("top--reading", stays);
    this.top.style.top = stays ? `-${this.bar.offsetTop}px` : "";
    document.documentElement.style.scrollPaddingTop = stays ? `${this.bar.offsetHeight + 8}px` : "";
  }
}
