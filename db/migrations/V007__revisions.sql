-- How often what customers may be told has changed: whoever keeps something that was made of it looks
-- here first.
CREATE TABLE revisions (
  shop   TEXT NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL
);

CREATE TRIGGER products_insert_revised AFTER INSERT ON products BEGIN
  INSERT INTO revisions (shop, number) VALUES (NEW.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER products_update_revised AFTER UPDATE ON products BEGIN
  INSERT INTO revisions (shop, number) VALUES (NEW.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER products_delete_revised AFTER DELETE ON products BEGIN
  INSERT INTO revisions (shop, number) VALUES (OLD.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER product_attributes_insert_revised AFTER INSERT ON product_attributes BEGIN
  INSERT INTO revisions (shop, number) VALUES (NEW.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER product_attributes_update_revised AFTER UPDATE ON product_attributes BEGIN
  INSERT INTO revisions (shop, number) VALUES (NEW.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER product_attributes_delete_revised AFTER DELETE ON product_attributes BEGIN
  INSERT INTO revisions (shop, number) VALUES (OLD.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER knowledge_sections_insert_revised AFTER INSERT ON knowledge_sections BEGIN
  INSERT INTO revisions (shop, number) VALUES (NEW.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER knowledge_sections_update_revised AFTER UPDATE ON knowledge_sections BEGIN
  INSERT INTO revisions (shop, number) VALUES (NEW.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER knowledge_sections_delete_revised AFTER DELETE ON knowledge_sections BEGIN
  INSERT INTO revisions (shop, number) VALUES (OLD.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER knowledge_lines_insert_revised AFTER INSERT ON knowledge_lines BEGIN
  INSERT INTO revisions (shop, number) VALUES (NEW.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER knowledge_lines_update_revised AFTER UPDATE ON knowledge_lines BEGIN
  INSERT INTO revisions (shop, number) VALUES (NEW.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER knowledge_lines_delete_revised AFTER DELETE ON knowledge_lines BEGIN
  INSERT INTO revisions (shop, number) VALUES (OLD.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;
