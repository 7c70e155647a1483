-- The user's own rules, catalogue rows before views. One row per file. Order: path.
select path, text from own_rule order by path;
