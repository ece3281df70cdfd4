-- What a phone's channel has to be remembered for: who is reached how, who answers, and how far a
-- line has come.

-- Where a person writes in a group: nothing is decided there, and what is private is not said there.
ALTER TABLE conversations ADD COLUMN shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1));
-- How a customer calls himself, and the number that the platform vouches for.
ALTER TABLE conversations ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE conversations ADD COLUMN phone TEXT;
-- Until when it is free because an ad brought the customer.
ALTER TABLE conversations ADD COLUMN free_until INTEGER NOT NULL DEFAULT 0;
-- The person of the shop who has taken over, or 'app' for the platform's own app, and until when.
ALTER TABLE conversations ADD COLUMN held_by TEXT;
ALTER TABLE conversations ADD COLUMN held_until INTEGER NOT NULL DEFAULT 0;
-- 0: the person has blocked us or left.
ALTER TABLE conversations ADD COLUMN reachable INTEGER NOT NULL DEFAULT 1 CHECK (reachable IN (0, 1));
-- 0: wants no marketing, by the platform's own switch.
ALTER TABLE conversations ADD COLUMN marketing INTEGER NOT NULL DEFAULT 1 CHECK (marketing IN (0, 1));

-- The channel's own id of a line that was sent; whether its choices are answered by numbers.
ALTER TABLE messages ADD COLUMN outer_id TEXT NOT NULL DEFAULT '';
ALTER TABLE messages ADD COLUMN numbered INTEGER NOT NULL DEFAULT 0 CHECK (numbered IN (0, 1));
-- How many of its pieces have been taken, and when the rest may be tried.
ALTER TABLE messages ADD COLUMN pieces INTEGER NOT NULL DEFAULT 0;
ALTER TABLE messages ADD COLUMN not_before INTEGER NOT NULL DEFAULT 0;
-- Since when it has been on its way: what a stop finds on its way may have arrived.
ALTER TABLE messages ADD COLUMN left_at INTEGER NOT NULL DEFAULT 0;
-- '', 'sent', 'delivered', 'read' or 'failed', as the platform tells it, and why not.
ALTER TABLE messages ADD COLUMN progress TEXT NOT NULL DEFAULT '';
ALTER TABLE messages ADD COLUMN why TEXT NOT NULL DEFAULT '';
-- 1: its buttons do nothing any more, and the channel has been told.
ALTER TABLE messages ADD COLUMN faded INTEGER NOT NULL DEFAULT 0 CHECK (faded IN (0, 1));
-- What goes with it, in the shop's own folder.
ALTER TABLE messages ADD COLUMN file TEXT NOT NULL DEFAULT '';

CREATE INDEX messages_by_outer_id ON messages (shop, conversation, outer_id) WHERE outer_id <> '';
CREATE INDEX messages_standing ON messages (shop, seq)
  WHERE direction = 'out' AND author = 'gate' AND faded = 0 AND outer_id <> '';
