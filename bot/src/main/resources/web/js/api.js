// The page's way to the shop. A refusal carries the shop's own sentence; a lost line is a Lost.
import { language, say } from "./words.js";

export class Lost extends Error {}

export class Refused extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }

  // Trying the same again later may work.
  get passing() {
    return this.status === 429 || this.status >= 500;
  }
}

export function get(path, session) {
  const headers = { "X-Language": language() };
  if (session) headers["X-Session"] = session;
  return ask(path, { headers });
}

export function post(path, body, session) {
  const headers = { "Content-Type": "application/json", "X-Language": language() };
  if (session) headers["X-Session"] = session;
  return ask(path, { method: "POST", headers, body: JSON.stringify(body) });
}

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, { ...options, signal: AbortSignal.timeout(20000) });
  } catch {
    throw new Lost(say("line.lost"));
  }
  const data = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, data.error ?? say("error.inside"));
  return data;
}

export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}
