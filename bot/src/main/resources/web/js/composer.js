// The box to write in. Enter sends, Shift+Enter makes a new line, and choosing a Chinese word sends nothing.
import { make } from "./dom.js";
import { say, whenSpoken } from "./words.js";

export class Composer {
  constructor(session, onText, onFile) {
    this.key = `draft:${session}`;
    this.onText = onText;
    this.box = make("textarea", { rows: "1", enterkeyhint: "send" });
    this.box.value = sessionStorage.getItem(this.key) ?? "";
    this.send = make("button", { class: "send", type: "button", onclick: () => this.submit() });
    this.file = make("input", { type: "file", hidden: true });
    this.attach = make("button", { class: "attach", type: "button", onclick: () => this.file.click() }, "＋");
    this.root = make("div", { class: "write" }, this.box, this.file, this.attach, this.send);
    this.box.addEventListener("keydown", (key) => this.pressed(key));
    this.box.addEventListener("input", () => this.changed());
    this.file.addEventListener("change", () => {
      if (this.file.files.length) onFile(this.file.files[0]);
      this.file.value = "";
    });
    whenSpoken(() => {
      this.box.placeholder = say("box.hint");
      this.box.setAttribute("aria-label", say("box.label"));
      this.send.textContent = say("box.send");
      this.attach.setAttribute("aria-label", say("box.file"));
      this.attach.title = say("box.file");
    });
  }

  pressed(key) {
    if (key.key !== "Enter" || key.shiftKey) return;
    // Safari reports the Enter that ends a composition after it, with keyCode 229.
    if (key.isComposing || key.keyCode === 229) return;
    key.preventDefault();
    this.submit();
  }

  submit() {
    const text = this.box.value.trim();
    if (!text) return this.box.focus();
    if (this.onText(text)) this.put("");
  }

  put(text) {
    this.box.value = text;
    this.changed();
    this.box.focus({ preventScroll: true });
  }

  changed() {
    sessionStorage.setItem(this.key, this.box.value);
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight + 4, 160)}px`;
  }
}
