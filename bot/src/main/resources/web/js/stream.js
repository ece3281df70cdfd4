import { post, Refused } from "./api.js";

// Events of one conversation, live. Comes back by itself after a lost line, from the last event seen.
// A hidden page holds no connection: browsers allow only six to one shop.
export class Stream {
  // onGone(sentence): the shop does not know this session any more
  constructor(session, onEvent, onLine, onGone) {
    this.session = session;
    this.onEvent = onEvent;
    this.onLine = onLine;
    this.onGone = onGone;
    this.last = 0;
    this.wait = 1000;
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.close();
      else this.open();
    });
    this.open();
  }

  open() {
    if (this.source || document.hidden) return;
    clearTimeout(this.timer);
    const address = `/api/stream?session=${encodeURIComponent(this.session)}&after=${this.last}`;
    this.source = new EventSource(address);
    this.source.addEventListener("open", () => {
      this.wait = 1000;
      this.onLine(true);
    });
    this.source.addEventListener("message", (message) => {
      const event = JSON.parse(message.data);
      if (event.seq <= this.last) return;
      this.last = event.seq;
      this.onEvent(event);
    });
    this.source.addEventListener("error", () => {
      this.close();
      this.onLine(false);
      this.timer = setTimeout(() => this.open(), this.wait);
      this.wait = Math.min(this.wait * 2, 15000);
      this.ask();
    });
  }

  // A stream does not say why it broke; a question does.
  async ask() {
    try {
      await post("/api/session", { session: this.session });
    } catch (fault) {
      if (!(fault instanceof Refused) || fault.passing) return;
      clearTimeout(this.timer);
      this.onGone(fault.message);
    }
  }

  close() {
    this.source?.close();
    this.source = null;
  }
}
