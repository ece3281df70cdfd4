// A keypad of the gate: dots for what was pressed. Which keys they were stays nowhere on the page.
import { make } from "./dom.js";
import { say } from "./words.js";

const digits = 6;

export function keypad(event, onPress, onClosed = () => {}) {
  const dots = make("div", { class: "dots", role: "status" });
  const keys = make("div", { class: "keys", role: "group" });
  let pressed = 0;
  let last = Promise.resolve();
  const show = () => {
    dots.textContent = "●".repeat(pressed) + "○".repeat(digits - pressed);
    dots.setAttribute("aria-label", say("keypad.pressed", { count: pressed }));
  };
  const close = () => keys.querySelectorAll("button").forEach((key) => (key.disabled = true));
  event.buttons.forEach((choice) => {
    const digit = /^\d$/.test(choice.label);
    const key = make("button", { type: "button", class: digit ? "" : "word" }, choice.label);
    key.addEventListener("click", () => {
      if (digit && pressed === digits) return;
      const back = choice === event.buttons.at(-1);
      const cancel = !digit && !back;
      pressed = digit ? pressed + 1 : back ? Math.max(0, pressed - 1) : pressed;
      show();
      const over = cancel || pressed === digits;
      if (over) close();
      // One after the other: the order of the keys is what counts.
      last = last.then(() => onPress({ token: choice.token, label: "", line: event.seq }));
      if (over) last = last.then(onClosed);
    });
    keys.append(key);
  });
  show();
  return make("div", { class: "keypad" }, dots, keys);
}
