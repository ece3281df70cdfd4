// The demo: three phones of one shop, and its clock.
import { get } from "./api.js";
import { Clock } from "./clock.js";
import { make } from "./dom.js";
import { Line } from "./line.js";
import { Phone } from "./phone.js";
import { language, say, showSwitch, speak, wantedLanguage, whenSpoken } from "./words.js";

const tabs = document.querySelector(".tabs");
const line = new Line(document.querySelector(".line"));

await speak(wantedLanguage());
whenSpoken(() => {
  document.title = say("title.demo");
  tabs.setAttribute("aria-label", say("phones.label"));
});
showSwitch(document.querySelector(".languages"));
new Clock(document.querySelector(".clock"), (sentence, bad) => line.tell(sentence, bad, 6000));
await open();

async function open() {
  try {
    const { phones } = await get("/demo/phones");
    phones.forEach(add);
    show(tabs.firstElementChild);
  } catch (fault) {
    line.tell(fault.message, true);
    setTimeout(open, 3000);
  }
}

function add(entry) {
  const tab = make("button", { type: "button", role: "tab", "aria-selected": "false", onclick: () => show(tab) });
  const dot = make("span", { class: "dot", role: "img", hidden: true });
  const hooks = {
    onNews: () => (dot.hidden = tab.getAttribute("aria-selected") === "true"),
    onLine: (phone, up) => line.changed(phone, up),
    onGone: () => location.reload(),
    tourOf: async () => (await get(`/demo/tour?language=${language()}`))[entry.phone] ?? [],
  };
  whenSpoken(() => {
    tab.replaceChildren(entry.name || say(`who.${entry.who}`), dot);
    dot.setAttribute("aria-label", say("phone.unread"));
  });
  tabs.append(tab);
  tab.phone = new Phone(document.querySelector(".phones"), entry, hooks);
}

function show(tab) {
  for (const other of tabs.children) {
    other.setAttribute("aria-selected", String(other === tab));
    other.phone.root.classList.toggle("shown", other === tab);
  }
  tab.querySelector(".dot").hidden = true;
  tab.phone.down();
}
