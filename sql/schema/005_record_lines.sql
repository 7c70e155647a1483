-- Schema 5: the line in which a record begins, for readers that show a file and a line.
pragma user_version = 5;

-- 1-based, in the decoded text; null: imported by an older fargauge. Of a record inside JSON that is held as text, where
-- that text begins. `rejection.line` is now known for every record too, not only for a CSV's rows.
alter table record add column line integer;
