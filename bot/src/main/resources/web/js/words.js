// What the page says: one file of words per language, and a switch between them.
export const languages = { zh: "中文", en: "English" };

let words = {};
let spoken = "zh";
const listeners = [];

export function language() {
  return spoken;
}

export function say(key, values = {}) {
  const sentence = words[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (slot, name) => values[name] ?? slot);
}

// Runs now and again whenever the language changes.
export function whenSpoken(listener) {
  listeners.push(listener);
  listener();
}

export async function speak(wanted) {
  const answer = await fetch(`/words/${wanted}.json`);
  words = await answer.json();
  spoken = wanted;
  document.documentElement.lang = words.lang;
  localStorage.setItem("language", wanted);
  for (const listener of listeners) listener();
}

// The language that was chosen before, or asked for in the address, or the browser's own.
export function wantedLanguage() {
  const asked = new URLSearchParams(location.search).get("language");
  const known = asked ?? localStorage.getItem("language") ?? navigator.language;
  return known.startsWith("zh") ? "zh" : "en";
}

export function showSwitch(place) {
  place.setAttribute("aria-label", say("switch.label"));
  for (const [code, name] of Object.entries(languages)) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.lang = code;
    button.addEventListener("click", () => speak(code));
    whenSpoken(() => button.setAttribute("aria-pressed", String(code === language())));
    place.append(button);
  }
}
