// One strip above the phones: the line to the shop is lost, or back.
import { say } from "./words.js";

export class Line {
  constructor(strip) {
    this.strip = strip;
    this.down = new Set();
  }

  changed(phone, up) {
    const was = this.down.size;
    if (up) this.down.delete(phone);
    else this.down.add(phone);
    if (this.down.size) this.tell(say("line.lost"), true);
    else if (was) this.tell(say("line.back"), false, 4000);
  }

  tell(sentence, bad, forMillis) {
    clearTimeout(this.timer);
    this.strip.hidden = !sentence;
    this.strip.textContent = sentence ?? "";
    this.strip.classList.toggle("bad", Boolean(bad));
    if (forMillis) this.timer = setTimeout(() => this.tell(null), forMillis);
  }
}
