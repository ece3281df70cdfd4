// What one could say here: a short list, tapped into the box.
import { make } from "./dom.js";
import { say } from "./words.js";

export class Tour {
  // sayings(): the sentences to suggest, in the page's language
  constructor(sayings, onPick) {
    this.sayings = sayings;
    this.onPick = onPick;
    this.root = make("details", { class: "tour", hidden: true });
    this.root.open = true;
  }

  async load() {
    if (!this.sayings) return;
    const asked = (this.asked = Symbol("asked"));
    const list = await this.sayings().catch(() => []);
    if (this.asked !== asked) return;
    const items = list.map((text) => make("li", {}, make("button", { type: "button", onclick: () => this.pick(text) }, text)));
    this.root.replaceChildren(
      make("summary", {}, say("tour.open")), make("p", {}, say("tour.intro")), make("ul", {}, ...items));
    this.root.hidden = !list.length;
  }

  pick(text) {
    this.onPick(text);
    this.fold();
  }

  fold() {
    this.root.open = false;
  }
}
