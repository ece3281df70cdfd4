// The statement of a month: read, printed, or taken along as a table.
import { get } from "./api.js";
import { Line } from "./line.js";
import { say, showSwitch, speak, wantedLanguage, whenSpoken } from "./words.js";

const one = (name) => document.querySelector(name);
const line = new Line(one(".line"));
const month = one(".month");
const session = localStorage.getItem("owner-session") ?? "";
let csv = "";

async function show() {
  one(".csv").disabled = true;
  let answer;
  try {
    answer = await get(`/api/statement?month=${encodeURIComponent(month.value)}`, session);
  } catch (fault) {
    one(".sheet").replaceChildren();
    line.tell(fault.message, true);
    return;
  }
  line.tell(null);
  month.value = answer.month;
  csv = answer.csv;
  const sheet = new DOMParser().parseFromString(answer.page, "text/html");
  one(".sheet").replaceChildren(...sheet.body.childNodes);
  document.title = one(".sheet h1").textContent;
  one(".csv").disabled = false;
}

function take() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
  link.download = `statement-${month.value}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

await speak(wantedLanguage());
showSwitch(one(".languages"));
month.addEventListener("change", show);
one(".print").addEventListener("click", () => print());
one(".csv").addEventListener("click", take);
whenSpoken(() => {
  one(".month-label").textContent = say("statement.month");
  one(".print").textContent = say("statement.print");
  one(".csv").textContent = say("statement.csv");
  show();
});
