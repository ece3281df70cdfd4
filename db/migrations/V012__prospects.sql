-- How much an asker looks like a buyer, and by what signs: which of those who wait needs a person
-- first.
ALTER TABLE tasks ADD COLUMN worth INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tasks ADD COLUMN signs TEXT NOT NULL DEFAULT '';
