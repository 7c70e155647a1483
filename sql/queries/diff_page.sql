-- The two assessments that are compared, and the sums. Grain: one row. Order: none is needed for one row.
select a.label as from_name, a.as_of as from_as_of, b.label as to_name, b.as_of as to_as_of, b.generated_at, b.tool_version,
  b.catalog_version, cast(julianday(b.as_of) - julianday(a.as_of) + 1e-6 as integer) as days,
  d.failing, d.new_failures, d.fixed, nullif(n.left_out, 0) as left_out, :most as most, iif(d.new_failures > 0, 'brief failed', 'brief none') as verdict_class
from temp.difference_pair p
join assessment a on a.id = p.from_id
join assessment b on b.id = p.to_id
join (select coalesce(sum(failing), 0) as failing, coalesce(sum(new_failure), 0) as new_failures,
        coalesce(sum(class = 'fixed'), 0) as fixed
      from temp.difference) d
join (select coalesce(sum(max(0, results - :most)), 0) as left_out
      from (select count(*) as results
            from temp.difference x
            join v_difference_class k on k.class = x.class and k.listed
            group by x.class)) n
order by b.as_of;
