// One message as it is seen: who says it, what kind it is, its lines and its buttons.
import { make } from "./dom.js";
import { say } from "./words.js";

const roles = ["manager", "product", "service", "promotion", "campaign", "gate", "shop"];
const people = ["owner", "staff", "customer"];
const framed = ["card", "receipt", "task", "notice"];

export function bubble(event, zone, onTap) {
  const gate = event.author === "gate";
  const kind = framed.includes(event.kind) && !event.mine ? event.kind : "text";
  const body = make("div", { class: "bubble" });
  if (kind !== "text") body.append(make("span", { class: "kind" }, say(`kind.${kind}`)));
  for (const line of event.text.split("\n")) body.append(...lineOf(unlocked(line), kind));
  const item = make("li", { class: `${kind} ${event.mine ? "mine" : "theirs"} by-${gate ? "gate" : "other"}` });
  item.append(byline(event, zone), body);
  if (event.buttons?.length && !event.mine) item.append(choices(event, onTap));
  return item;
}

// The page draws the lock itself, and only on messages of the gate.
function unlocked(line) {
  return line.replaceAll("\u{1F512}", "").replace(/^\s+(?=\S)/, "");
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

function lineOf(line, kind) {
  const pair = kind === "receipt" && /^([^：:]{1,24})[：:]\s*(\S.*)$/.exec(line);
  if (pair) {
    return [make("p", { class: "pair" }, make("span", {}, plain(pair[1])), make("b", {}, plain(pair[2])))];
  }
  const whole = /^\*\*(.+)\*\*$/.exec(line);
  if (whole && kind === "card") return [make("p", { class: "money" }, plain(whole[1]))];
  const parts = line.split(/\*\*(.+?)\*\*/);
  return [make("p", {}, ...parts.map((part, at) => (at % 2 ? make("strong", {}, part) : part)))];
}

function plain(text) {
  return text.replaceAll("**", "");
}

function choices(event, onTap) {
  const long = event.buttons.some((button) => width(button.label) > 14);
  const row = make("div", { class: `choices${long ? " long" : ""}`, role: "group" });
  for (const choice of event.buttons) {
    const button = make("button", { type: "button", "data-token": choice.token }, choice.label);
    button.addEventListener("click", () => onTap(choice, row, button));
    row.append(button);
  }
  return row;
}

// Chinese characters are twice as wide.
function width(text) {
  return [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 2 : 1), 0);
}

export function greyOut(row, taken) {
  for (const button of row.querySelectorAll("button")) {
    button.disabled = true;
    if (button === taken || button.dataset.token === taken) {
      button.classList.add("taken");
      if (!button.textContent.startsWith("✓")) button.prepend("✓ ");
    }
  }
}
