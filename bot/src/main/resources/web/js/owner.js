// The owner's page, entered once by a pairing link.
import { single } from "./single.js";
import { say, whenSpoken } from "./words.js";

const statement = document.querySelector(".statement-link");
await single("owner-session", "title.owner", false, (entry) => {
  statement.hidden = entry.who !== "owner";
  whenSpoken(() => (statement.textContent = say("statement.link")));
});
