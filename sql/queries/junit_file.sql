-- One file: its totals, for the readers of the extended profile; null in the default one, which has no place for them.
-- Grain: one row. Order: none is needed for one row.
with suite as (
  select p.value ->> 'tests' as tests, p.value ->> 'failures' as failures, p.value ->> 'errors' as errors,
    p.value ->> 'skipped' as skipped
  from json_each(:junit_parts) p
  union all
  select 1, failed, errored, skipped from v_waiver_case where :junit_last = '1'
)
select e.extended, iif(e.extended, 'fargauge', null) as name, iif(e.extended, '0.000', null) as time,
  iif(e.extended, sum(s.tests), null) as tests, iif(e.extended, sum(s.failures), null) as failures,
  iif(e.extended, sum(s.errors), null) as errors, iif(e.extended, sum(s.skipped), null) as skipped
from (select :junit_profile = 'extended' as extended) e
left join suite s on e.extended
order by 1;
