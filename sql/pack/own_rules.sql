-- The user's own controls, as they go into the pack. One row per file; `name` is its path below the folder they came from.
-- Order: path.
select path, substr(path, length('sql/own/') + 1) as name, text from own_rule order by path;
