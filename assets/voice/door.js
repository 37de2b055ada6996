/* The door to "Dengarkan". In: the phone's voices, which may come late. Out: the button, once there
   is an Indonesian voice that speaks on the phone itself; a voice that would send the page's words
   to somebody's server does not count. assets/voice/reader.js comes at the first tap. */
const place = document.querySelector("[data-listen]");
const speech = window.speechSynthesis;
const INDONESIAN = /^(id|ind|in)([-_]|$)/i; // "in" is what older Androids call it
let reader = null;

function voice() {
  return speech.getVoices().find((one) => INDONESIAN.test(one.lang) && one.localService);
}

function offer() {
  place.hidden = !voice();
}

async function tapped() {
  const { Reader } = reader ? {} : await import("./reader.js");
  reader = reader || new Reader(place, voice);
  reader.go();
}

function failed() {
  place.querySelector("[data-listen-said]").textContent = "Belum bisa dibacakan. Coba lagi.";
}

if (place && speech && window.SpeechSynthesisUtterance) {
  offer();
  if (speech.addEventListener) speech.addEventListener("voiceschanged", offer);
  place.querySelector("[data-listen-go]").addEventListener("click", () => tapped().catch(failed));
}
