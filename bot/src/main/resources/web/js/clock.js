// The demo shop's clock, which can be moved on.
import { get, post } from "./api.js";
import { make } from "./dom.js";
import { language, say, whenSpoken } from "./words.js";

const steps = { "plus-1h": "clock.hour", "next-morning": "clock.morning", "plus-1d": "clock.day" };

export class Clock {
  constructor(root, onTold) {
    this.now = root.querySelector(".clock-now");
    this.onTold = onTold;
    const label = root.querySelector(".clock-label");
    const buttons = root.querySelector(".clock-buttons");
    for (const [to, key] of Object.entries(steps)) {
      const button = make("button", { type: "button", "data-to": to, onclick: () => this.move(to, buttons) });
      whenSpoken(() => (button.textContent = say(key)));
      buttons.append(button);
    }
    whenSpoken(() => {
      label.textContent = say("clock.label");
      if (this.at) this.show(this.at);
    });
    this.refresh();
    setInterval(() => this.refresh(), 30000);
  }

  async refresh() {
    try {
      this.show(await get("/demo/clock"));
    } catch {
      // The strip about the lost line says it already.
    }
  }

  async move(to, buttons) {
    for (const button of buttons.children) button.disabled = true;
    try {
      this.show(await post("/demo/clock", { to }));
      this.onTold(say("clock.moved", { time: this.now.textContent }), false);
    } catch (fault) {
      this.onTold(fault.message, true);
    }
    for (const button of buttons.children) button.disabled = false;
  }

  show(at) {
    this.at = at;
    const tag = language() === "zh" ? "zh-CN" : "en-GB";
    const format = { month: "short", day: "numeric", weekday: "short", hour: "2-digit", minute: "2-digit", hour12: false };
    this.now.textContent = new Intl.DateTimeFormat(tag, { ...format, timeZone: at.zone }).format(new Date(at.now));
    this.now.dateTime = at.now;
  }
}
