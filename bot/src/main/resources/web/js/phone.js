// One phone: a conversation with the shop, for one person.
import { newId, post } from "./api.js";
import { bubble, greyOut, sleep, ungrey } from "./bubble.js";
import { Composer } from "./composer.js";
import { make } from "./dom.js";
import { Outgoing } from "./outgoing.js";
import { Stream } from "./stream.js";
import { Tour } from "./tour.js";
import { language, say, whenSpoken } from "./words.js";

const mostEvents = 400;
const lookFirst = 1700;
const largestFile = 5 * 1024 * 1024;

export class Phone {
  // entry: {session, who, name, zone, shop}; hooks: {onNews, onLine, onGone, tourOf}
  constructor(place, entry, hooks = {}) {
    this.entry = entry;
    this.hooks = hooks;
    this.events = [];
    this.pending = new Map();
    this.title = make("h2");
    this.head = make("header", { class: "phone-head" }, this.title);
    if (entry.who !== "customer") this.head.append((this.stop = this.stopButton()));
    this.log = make("ol", { class: "log", "aria-live": "polite" });
    this.typing = make("div", { class: "typing", hidden: true }, make("i"), make("i"), make("i"), make("span"));
    this.newer = make("button", { class: "newer", type: "button", hidden: true, onclick: () => this.down() });
    this.alas = make("p", { class: "alas", role: "alert", hidden: true });
    this.composer = new Composer(entry.session, (text) => this.text(text), (file) => this.file(file));
    this.tour = new Tour(hooks.tourOf, (text) => this.composer.put(text));
    this.root = make("section", { class: "phone", "data-phone": entry.phone ?? entry.who });
    this.root.append(this.head, this.log, this.newer, this.typing, this.tour.root, this.alas, this.composer.root);
    place.append(this.root);
    this.log.addEventListener("scroll", () => (this.newer.hidden ||= this.atEnd()));
    new ResizeObserver(() => this.resized()).observe(this.log);
    this.outgoing = new Outgoing(entry.session, (message, state, sentence) => this.moved(message, state, sentence));
    const gone = (sentence) => (hooks.onGone ? hooks.onGone() : this.complain(sentence));
    this.stream = new Stream(entry.session, (event) => this.came(event), (up) => this.lined(up), gone);
    whenSpoken(() => this.spoken());
  }

  spoken() {
    const who = say(`who.${this.entry.who}`);
    this.title.replaceChildren(this.entry.name || who);
    if (this.entry.name) this.title.append(make("span", { class: "who" }, who));
    if (this.stop) {
      this.stop.textContent = say("stop");
      this.stop.title = say("stop.about");
    }
    this.newer.textContent = say("newer");
    this.typing.lastChild.textContent = say("typing");
    this.tour.load();
    if (this.language && this.language !== language()) {
      post("/api/language", { language: language() }, this.entry.session).catch(() => {});
    }
    this.language = language();
    this.redraw();
  }

  redraw() {
    this.log.replaceChildren(this.welcome());
    for (const event of this.events) this.draw(event);
    for (const waiting of this.pending.values()) this.log.append(waiting.item);
    this.down();
  }

  welcome() {
    const key = this.entry.who === "customer" ? "welcome.customer" : "welcome.owner";
    const text = say(key, { shop: this.entry.shop ?? "" });
    return bubble({ author: "shop", kind: "notice", text, buttons: [] }, this.entry.zone, null);
  }

  came(event) {
    const end = this.atEnd();
    this.tour.fold();
    this.events.push(event);
    if (this.events.length > mostEvents) {
      this.events.shift();
      this.log.children[1]?.remove();
    }
    if (event.mine) this.arrived(event.id);
    else {
      this.typing.hidden = true;
      this.hooks.onNews?.(this);
    }
    const item = this.draw(event);
    if (event.kind === "card") sleep(item, lookFirst);
    for (const waiting of this.pending.values()) this.log.append(waiting.item);
    if (end || event.mine || event.kind === "keypad") this.down();
    else this.newer.hidden = false;
  }

  draw(event) {
    if (event.mine) this.usedUp(event.id);
    // Only the newest keypad is open.
    else this.log.querySelectorAll(".keypad button").forEach((key) => (key.disabled = true));
    const item = bubble(event, this.entry.zone, (choice, row, button) =>
      row ? this.tap(choice, row, button) : this.press(choice));
    this.log.append(item);
    return item;
  }

  // The transcript remembers which buttons were tapped.
  usedUp(id) {
    const [tap] = /^tap-of-\d+-\d+/.exec(id ?? "") ?? [];
    const button = [...this.log.querySelectorAll("button[data-tap]")].find((one) => one.dataset.tap === tap);
    if (button) greyOut(button.parentElement, button);
  }

  text(text, first = false) {
    if ([...text].length > 4000) {
      this.complain(say("error.long"));
      return false;
    }
    this.tour.fold();
    this.outgoing.add({ path: "/api/messages", body: { id: newId(), text }, shown: text }, first);
    return true;
  }

  stopButton() {
    return make("button", { class: "stop", type: "button", onclick: () => this.text(say("stop.text"), true) });
  }

  async file(file) {
    if (file.size > largestFile) return this.complain(say("error.file"));
    const readable = file.size <= 20000 && /^text\/|json|csv/.test(file.type);
    const body = { id: newId(), name: file.name, type: file.type, size: file.size };
    body.caption = this.composer.box.value.trim();
    if (readable) body.text = await file.text();
    this.outgoing.add({ path: "/api/files", body, shown: body.caption || say("done.file", { name: file.name }) });
    this.composer.put("");
  }

  // A key of a PIN leaves nothing behind: neither a grey button nor a line of one's own.
  async press(key) {
    try {
      await post("/api/taps", { id: newId(), ...key }, this.entry.session);
      this.complain(null);
      this.watch();
    } catch (fault) {
      this.complain(fault.status ? fault.message : say("tap.lost"));
    }
  }

  // The same tap keeps its number until the shop has it, so that trying again counts once.
  async tap(choice, row, button) {
    if (row.dataset.busy) return;
    row.dataset.busy = "yes";
    greyOut(row, button);
    this.typing.hidden = false;
    const id = (button.dataset.id ??= `${button.dataset.tap}-${newId().slice(0, 8)}`);
    try {
      await post("/api/taps", { id, line: choice.line, token: choice.token, label: choice.label }, this.entry.session);
      delete button.dataset.id;
      this.complain(null);
      this.watch();
      setTimeout(() => delete row.dataset.busy, lookFirst);
    } catch (fault) {
      this.typing.hidden = true;
      this.complain(fault.status ? fault.message : say("tap.lost"));
      ungrey(row, button, choice.label);
      delete row.dataset.busy;
    }
  }

  moved(message, state, sentence) {
    const id = message.body.id;
    if (state === "sending" || state === "waiting") this.hold(message, state);
    if (state === "taken") {
      this.complain(null);
      this.mark(id, "");
    }
    if (state === "refused") {
      this.arrived(id);
      if (message.body.text && message.path === "/api/messages") {
        const written = this.composer.box.value;
        this.composer.put(written ? `${message.body.text}\n${written}` : message.body.text);
      }
    }
    if (sentence) this.complain(sentence);
  }

  hold(message, state) {
    const id = message.body.id;
    if (!this.pending.has(id)) {
      const item = bubble({ mine: true, kind: "text", text: message.shown }, this.entry.zone, null);
      item.classList.add("unsent");
      item.append(make("span", { class: "state" }));
      this.pending.set(id, { item });
      this.log.append(item);
    }
    this.mark(id, say(`sent.${state}`));
    this.typing.hidden = state === "waiting";
    this.watch();
    this.down();
  }

  mark(id, words) {
    const waiting = this.pending.get(id);
    if (waiting) waiting.item.querySelector(".state").textContent = words;
  }

  arrived(id) {
    this.pending.get(id)?.item.remove();
    this.pending.delete(id);
  }

  watch() {
    clearTimeout(this.patience);
    this.patience = setTimeout(() => (this.typing.hidden = true), 45000);
  }

  lined(up) {
    if (up) this.outgoing.push();
    this.hooks.onLine?.(this, up);
  }

  complain(sentence) {
    this.alas.hidden = !sentence;
    this.alas.textContent = sentence ?? "";
  }

  atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80;
  }

  // To the end, or to the beginning of the last message where it is taller than the view.
  down() {
    this.newer.hidden = true;
    const last = this.log.lastElementChild;
    const tall = last && last.offsetHeight > this.log.clientHeight;
    this.log.scrollTop = tall ? last.offsetTop - this.log.offsetTop : this.log.scrollHeight;
    this.height = this.log.clientHeight;
  }

  // When the view shrinks, what was at its end stays there.
  resized() {
    const shrunk = (this.height ?? 0) - this.log.clientHeight;
    this.height = this.log.clientHeight;
    if (shrunk > 0 && this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80 + shrunk) this.down();
  }
}
