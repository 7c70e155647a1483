-- What a suite's properties say: the control, the two assessments, what counts. Grain: one row per property. Order: number,
-- name.
with property (number, name, value) as (
  select 10, 'title', t.title from control_text t where t.control_id = :control_id and t.lang = :lang
  union all
  select 11, 'severity', c.severity from control c where c.id = :control_id
  union all
  select 12, 'part', cast(:part as text)
  union all
  select n.column1, n.column2, case n.column1 when 20 then a.label when 21 then replace(a.as_of, '.000Z', 'Z') when 22 then b.label
    when 23 then replace(b.as_of, '.000Z', 'Z') when 24 then a.catalog_digest when 25 then b.catalog_digest
    else iif(p.only_new, 'new', 'all') end
  from temp.difference_pair p
  join assessment a on a.id = p.from_id
  join assessment b on b.id = p.to_id
  join (values (20, 'from_label'), (21, 'from_as_of'), (22, 'to_label'), (23, 'to_as_of'), (24, 'from_catalog_digest'),
    (25, 'to_catalog_digest'), (26, 'failures_that_count')) n
  union all
  select 40 + c.position, 'count_' || c.class, count(*)
  from temp.difference d
  join v_difference_class c on c.class = d.class
  where d.control_id = :control_id
  group by c.class
)
select name, value from property where value is not null order by number, name;
