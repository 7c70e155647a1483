-- Whether an assessment judged nothing, and no inventory proves that there is nothing: no export of ECS or of AWS Config's
-- resources counted, empty or not. Grain: one row. Order: none is needed for one row.
select not exists (select 1 from assessment_control k cross join result e on e.id > k.base and e.id < k.base + 10000000000
                   where k.assessment_id = :assessment)
  and not exists (select 1 from source_fact f cross join source s on s.id = f.source_id
                  where s.kind glob 'ecs_*' or s.kind in ('config_items', 'config_query', 'config_messages')) as is_nothing
order by 1;
