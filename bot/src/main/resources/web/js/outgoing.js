// Messages on their way: kept in the browser until the shop has taken them, sent one by one in order.
import { Lost, post, Refused } from "./api.js";

export class Outgoing {
  // onState(message, "sending" | "waiting" | "taken" | "refused", sentence)
  constructor(session, onState) {
    this.session = session;
    this.onState = onState;
    this.key = `unsent:${session}`;
    this.queue = JSON.parse(localStorage.getItem(this.key) ?? "[]");
    this.wait = 1000;
    for (const message of this.queue) onState(message, "waiting");
    if (this.queue.length) this.push();
  }

  // Stop words go to the front.
  add(message, first = false) {
    if (first) this.queue.unshift(message);
    else this.queue.push(message);
    this.keep();
    this.onState(message, "sending");
    this.push();
  }

  async push() {
    clearTimeout(this.timer);
    if (this.busy) return;
    this.busy = true;
    while (this.queue.length) {
      const message = this.queue[0];
      try {
        await post(message.path, message.body, this.session);
        this.drop(message);
        this.onState(message, "taken");
        this.wait = 1000;
      } catch (fault) {
        if (fault instanceof Refused && !fault.passing) {
          this.drop(message);
          this.onState(message, "refused", fault.message);
          continue;
        }
        this.onState(message, "waiting", fault instanceof Lost ? null : fault.message);
        this.timer = setTimeout(() => this.push(), this.wait);
        this.wait = Math.min(this.wait * 2, 15000);
        break;
      }
    }
    this.busy = false;
  }

  drop(message) {
    this.queue = this.queue.filter((other) => other.body.id !== message.body.id);
    this.keep();
  }

  keep() {
    localStorage.setItem(this.key, JSON.stringify(this.queue));
  }
}
