-- What is known of one account and Region. Grain: one row per kind of evidence, those that are missing too. Order: kinds
-- as the report names them.
select m.text as kind_label, coalesce(c.resources, 0) as resources, c.oldest_at, c.newest_at,
  iif(c.oldest_at <> c.newest_at, 1, null) as spread
from (values (1, 'service'), (2, 'task_definition'), (3, 'cluster'), (4, 'capacity_provider'), (5, 'task_set'), (6, 'task'),
  (7, 'listing'), (8, 'finding'), (9, 'config_evaluation')) k
join message m on m.lang = :lang and m.key = 'evidence.' || k.column2
left join v_coverage c on c.kind = k.column2 and c.account_id is :account_id and c.region is :region
where c.resources is not null or k.column1 in (1, 2, 3, 8)
order by k.column1;
