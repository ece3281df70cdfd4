// The owner's page, entered once by a pairing link.
import { single } from "./single.js";

await single("owner-session", "title.owner", false);
