// One message as it is seen: who says it, what kind it is, its lines and its buttons.
import { make } from "./dom.js";
import { keypad } from "./keypad.js";
import { say } from "./words.js";

const roles = ["manager", "product", "service", "promotion", "campaign", "gate", "shop"];
const people = ["owner", "staff", "customer"];
// Every card and receipt of the gate says how much in its third line.
const moneyLine = 2;
const framed = ["card", "receipt", "task", "notice", "keypad"];

export function bubble(event, zone, onTap) {
  const gate = event.author === "gate";
  const kind = framed.includes(event.kind) && !event.mine ? event.kind : "text";
  const body = make("div", { class: "bubble" });
  if (kind !== "text" && !(gate && kind !== "card")) body.append(make("span", { class: "kind" }, say(`kind.${kind}`)));
  const lines = event.text.split("\n").map(unlocked);
  lines.forEach((line, at) => {
    // The header stands above the frame already.
    if (at === 0 && gate && line === say("role.gate")) return;
    const p = lineOf(line, kind, gate && at === moneyLine);
    if (kind === "receipt" && at === 0) p.className = "head";
    body.append(p);
  });
  const item = make("li", { class: `${kind} ${event.mine ? "mine" : "theirs"} by-${gate ? "gate" : "other"}` });
  item.append(byline(event, zone), body);
  if (event.buttons?.length && !event.mine) {
    item.append(event.kind === "keypad" ? keypad(event, (key) => onTap(key, null, null)) : choices(event, onTap));
  }
  return item;
}

// The page draws the lock and the receipt itself, the lock only on messages of the gate.
function unlocked(line) {
  return line.replace(/\u{1F512}|\u{1F9FE}/gu, "").replace(/^\s+(?=\S)/, "");
}

function byline(event, zone) {
  const line = make("div", { class: `by ${event.mine ? "me" : event.author}` });
  if (event.mine) line.append(make("span", { class: "name" }, say("who.me")));
  else if (event.author === "gate") {
    line.append(make("span", { class: "badge", role: "img", "aria-label": "🔒" }));
    line.append(make("span", { class: "name" }, say("role.gate")));
  } else if (roles.includes(event.author) || people.includes(event.author)) {
    const key = roles.includes(event.author) ? "role" : "who";
    line.append(make("span", { class: "badge", "aria-hidden": "true" }, say(`glyph.${event.author}`)));
    line.append(make("span", { class: "name" }, say(`${key}.${event.author}`)));
  } else line.append(make("span", { class: "name" }, event.author ?? ""));
  if (event.at) line.append(make("time", { datetime: event.at }, clockTime(event.at, zone)));
  return line;
}

export function clockTime(at, zone) {
  return new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: zone })
    .format(new Date(at));
}

function lineOf(line, kind, money) {
  const pair = kind === "receipt" && /^([^：:]{1,24})(?:：|: )\s*(\S.*)$/.exec(line);
  if (pair) return make("p", { class: "pair" }, make("span", {}, pair[1]), make("b", {}, pair[2]));
  if (money && (kind === "card" || kind === "receipt")) {
    const [, figures, inWords] = /^(.*?)([（(].*)?$/.exec(line.replaceAll("**", ""));
    return make("p", { class: "money" }, figures, inWords && make("small", {}, inWords));
  }
  const parts = line.split(/\*\*(.+?)\*\*/);
  return make("p", {}, ...parts.map((part, at) => (at % 2 ? make("strong", {}, part) : part)));
}

function choices(event, onTap) {
  const long = event.buttons.some((button) => width(button.label) > 14);
  const row = make("div", { class: `choices${long ? " long" : ""}`, role: "group" });
  event.buttons.forEach((choice, at) => {
    const button = make("button", { type: "button", "data-tap": tapOf(event.seq, at) }, choice.label);
    button.addEventListener("click", () => onTap({ ...choice, line: event.seq }, row, button));
    row.append(button);
  });
  return row;
}

// Chinese characters are twice as wide.
function width(text) {
  return [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 2 : 1), 0);
}

// One button of one message.
export function tapOf(seq, at) {
  return `tap-of-${seq}-${at}`;
}

// Greys out the buttons of a message of which one was tapped. They still answer: the shop knows
// better than the page whether a button is used up, and says so.
export function greyOut(row, taken) {
  row.classList.add("used");
  taken.classList.add("taken");
  if (!taken.textContent.startsWith("✓")) taken.prepend("✓ ");
}

export function ungrey(row, taken, label) {
  row.classList.remove("used");
  taken.classList.remove("taken");
  taken.textContent = label;
}

// A card that has just come is looked at first: its buttons sleep for a moment.
export function sleep(item, millis) {
  const buttons = [...item.querySelectorAll(".choices button")];
  for (const button of buttons) button.disabled = true;
  setTimeout(() => buttons.forEach((button) => (button.disabled = false)), millis);
}
