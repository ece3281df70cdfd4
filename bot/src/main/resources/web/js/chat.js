// The shop's chat for customers.
import { single } from "./single.js";

await single("customer-session", "title.chat", true);
