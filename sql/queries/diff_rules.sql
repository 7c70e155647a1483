-- In what the rules of the two assessments differ. Grain: one row per difference. Order: kind, control, parameter.
select n.told
from temp.difference_pair p
join v_difference_rule n on n.from_id = p.from_id and n.to_id = p.to_id and n.lang = :lang
order by n.position, n.control_id, n.name;
