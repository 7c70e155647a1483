-- What the results follow from, to be hashed. Grain: one row per line. Order: by the line's bytes.
select line from v_input_line order by line;
