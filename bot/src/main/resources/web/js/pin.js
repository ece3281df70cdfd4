// A keypad by itself, opened from a chat that would show the keys.
import { newId, post } from "./api.js";
import { make } from "./dom.js";
import { keypad } from "./keypad.js";
import { Line } from "./line.js";
import { say, speak } from "./words.js";

const line = new Line(document.querySelector(".line"));
const main = document.querySelector("main");
const code = location.hash.slice(1);
let broken = false;

function done() {
  if (!broken) main.replaceChildren(make("p", { class: "said" }, say("pin.done")));
}

async function press(choice) {
  try {
    await post("/api/pin/keys", { code, token: choice.token, id: newId() });
  } catch (fault) {
    broken = true;
    line.tell(fault.message, true);
  }
}

await speak("zh");
try {
  const pad = await post("/api/pin", { code });
  await speak(pad.language);
  document.title = say("pin.title");
  document.querySelector("h1").textContent = say("pin.title");
  main.replaceChildren(make("p", { class: "said" }, pad.text), keypad(pad, press, done));
} catch (fault) {
  line.tell(fault.message, true);
}
