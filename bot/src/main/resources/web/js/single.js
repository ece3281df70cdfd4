// A page with one phone: opens its session again after a reload, or begins one.
import { post, Refused } from "./api.js";
import { Line } from "./line.js";
import { Phone } from "./phone.js";
import { language, say, showSwitch, speak, wantedLanguage, whenSpoken } from "./words.js";

// entered: what else the page does once it knows who is there
export async function single(key, title, begin, entered) {
  const line = new Line(document.querySelector(".line"));
  await speak(wantedLanguage());
  showSwitch(document.querySelector(".languages"));
  const enter = async () => {
    let entry;
    try {
      entry = await session(key, begin);
    } catch (fault) {
      line.tell(fault.message, true);
      if (!(fault instanceof Refused) || fault.passing) setTimeout(enter, 3000);
      return;
    }
    line.tell(null);
    entered?.(entry);
    whenSpoken(() => {
      document.title = entry.shop || say(title);
      document.querySelector(".top h1").textContent = entry.shop || say(title);
    });
    new Phone(document.querySelector(".phones"), entry, { onLine: (phone, up) => line.changed(phone, up) });
  };
  await enter();
}

async function session(key, begin) {
  const pairing = new URLSearchParams(location.search).get("code");
  const kept = localStorage.getItem(key);
  if (kept && !pairing) {
    try {
      return await post("/api/session", { session: kept, language: language() });
    } catch (fault) {
      if (!(fault instanceof Refused) || fault.passing || !begin) throw fault;
      localStorage.removeItem(key);
    }
  }
  if (!pairing && !begin) throw new Refused(401, say("error.session"));
  const entry = await post("/api/session", { pairing, language: language() });
  localStorage.setItem(key, entry.session);
  // The code is used up: out of the address, so that a reload does not try it again.
  if (pairing) history.replaceState(null, "", "/owner");
  return entry;
}
