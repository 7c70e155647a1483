-- The test suites of one file, of which :junit_parts says which they are (junit_step.sql). A suite that is spread over
-- files carries its part's number from the second on: readers drop or merge suites of one name. An account's ID alone
-- some take for a number and lose its leading zeros. Grain: one row per suite. Order: as in :junit_parts.
with part as (
  select p.key as suite_id, p.value ->> 'kind' as kind, p.value ->> 'position' as position, p.value ->> 'first' as first,
    p.value ->> 'last' as last, p.value ->> 'from_key' as from_key, p.value ->> 'to_key' as to_key,
    p.value ->> 'part' as number, p.value ->> 'cut' as cut, p.value ->> 'empty' as empty, p.value ->> 'tests' as tests,
    p.value ->> 'failures' as failures, p.value ->> 'errors' as errors, p.value ->> 'skipped' as skipped
  from json_each(:junit_parts) p
)
select p.suite_id, p.kind, p.position, p.first, p.last, p.from_key, p.to_key, p.empty,
  case p.kind when 'control' then c.id when 'nothing_in_scope' then p.kind
      when 'account' then 'account ' || coalesce(r.account_id, '-') else coalesce(r.account_id, '-') end
    || iif(p.kind = 'cluster', '/' || coalesce(r.region, '-') || '/' || coalesce(r.cluster, '-'), '')
    || iif(p.kind = 'cluster' and (r.account_id || r.region || r.cluster glob '*[^A-Za-z0-9_-]*' or r.cluster = '-'),
      ' (' || p.first || ')', '')
    || iif(p.number > 1, ' (' || p.number || ')', '') as name,
  iif(p.number > 1 or p.cut, p.number, null) as part, c.id as control_id, a.as_of, p.tests, p.failures, p.errors,
  p.skipped
from part p
join v_assessment a
left join control c on p.kind = 'control' and c.position = p.position
left join resource_fact x on p.kind in ('account', 'cluster') and x.place = p.first
left join resource r on r.id = x.resource_id
order by p.suite_id;
