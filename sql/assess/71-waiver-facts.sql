-- Every waiver as of this assessment. Its number: in reading order, those that a later file of waivers took the
-- place of last. Its state: superseded (a later import run brought other waivers, so it is withdrawn), unknown_control (it
-- names a control that nothing is computed for), expired, in_use, no_resource (its pattern and account name no resource
-- of its control's type), not_yet (approved later), overlapped (it holds, and other waivers cover all that it names),
-- unused (it holds, and nothing that fails needs it). One row per waiver.
insert into waiver_fact (waiver_row, number, state, superseded, expired, not_yet, known, finds_resource, covered,
  matching, failing)
with named as materialized (
  select m.waiver_row, count(*) as matching, sum(e.waiver_id is m.waiver_row) as covered,
    sum(e.status = 'FAILED') as failing
  from waiver_match m
  join v_result_by_id e on e.id = m.result_id
  group by m.waiver_row
), counted as (
  select w.id, w.waiver_id, w.control_id, w.resource, s.path, s.sha256, r.byte_offset,
    s.run < (select max(run) from source where kind = 'waivers') as superseded,
    w.expires_at < a.as_of as expired, w.approved_at > a.as_of as not_yet,
    exists (select 1 from control c where c.id = w.control_id and c.view is not null) as known,
    k.waiver_row is not null
      or exists (select 1 from control c cross join resource o on o.type = c.resource_type
                 where c.id = w.control_id and o.arn glob w.resource
                   and (w.account_id is null or w.account_id = o.account_id)) as finds_resource,
    coalesce(k.covered, 0) as covered, coalesce(k.matching, 0) as matching, coalesce(k.failing, 0) as failing
  from waiver w
  join record r on r.id = w.record_id
  join source s on s.id = r.source_id
  join assessment a on a.id = :assessment
  left join named k on k.waiver_row = w.id
)
select id,
  row_number() over (order by superseded, waiver_id, control_id, resource, path, sha256, byte_offset, id),
  case when superseded then 'superseded'
       when not known then 'unknown_control'
       when expired then 'expired'
       when covered > 0 then 'in_use'
       when not finds_resource then 'no_resource'
       when not_yet then 'not_yet'
       when matching > 0 and failing = 0 then 'overlapped'
       else 'unused' end,
  superseded, expired, not_yet, known, finds_resource, covered, matching, failing
from counted;
