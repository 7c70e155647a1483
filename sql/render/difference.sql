-- Fill difference from difference_pair and difference_presence. Order: class, the gravest controls first, reading order,
-- account, Region, cluster, name, ARN.
--
-- A difference is of the resource where what was found differs (v_told_result.found, or the record's tags), of the rules where
-- the same was found and the control's parameters or the catalogue differ. What the later period's evidence does not hold is
-- gone or not_seen, never fixed.
insert into temp.difference (number, class, cause, control_id, resource_id, from_result, to_result, from_status, to_status,
  from_presence, to_presence, failing, new_failure, outcome)
with pair as materialized (
  select p.from_id, p.to_id, p.only_new, a.as_of as from_as_of, b.as_of as to_as_of, a.catalog_digest <> b.catalog_digest as other_rules
  from temp.difference_pair p
  join assessment a on a.id = p.from_id
  join assessment b on b.id = p.to_id
), other_parameter as materialized (
  select distinct x.control_id
  from (select control_id, name, value, assessment_id from assessment_parameter
        where assessment_id in (select from_id from pair union all select to_id from pair)) x
  group by x.control_id, x.name, x.value
  having count(*) = 1
), judged as materialized (
  -- ECS.10's parameters say what LATEST means to the controls of fargauge's own too
  select c.id as control_id, c.position, instr('LOW MEDIUM HIGH CRITICAL', c.severity) as gravity,
    exists (select 1 from other_parameter o
            where o.control_id = c.id or (o.control_id = 'ECS.10' and c.issuer = 'fargauge')) as other_parameters,
    exists (select 1 from assessment_control k where k.assessment_id = p.from_id and k.control_id = c.id) as judged_from,
    exists (select 1 from assessment_control k where k.assessment_id = p.to_id and k.control_id = c.id) as judged_to
  from pair p
  cross join control c
), both as (
  -- one pass over the two: 1 is the earlier, 2 the later one
  select control_id, resource_id, max(iif(side = 1, result_id, null)) as from_result,
    max(iif(side = 2, result_id, null)) as to_result, max(iif(side = 1, status, null)) as a,
    max(iif(side = 2, status, null)) as b, max(iif(side = 1, original_status, null)) as a_original,
    max(iif(side = 2, original_status, null)) as b_original,
    max(iif(side = 1, found, null)) as a_found, max(iif(side = 2, found, null)) as b_found,
    max(iif(side = 1, record_id, null)) as a_record, max(iif(side = 2, record_id, null)) as b_record
  from (select 1 as side, e.* from pair p cross join v_told_result e on e.assessment_id = p.from_id
        union all
        select 2, e.* from pair p cross join v_told_result e on e.assessment_id = p.to_id)
  group by control_id, resource_id
), place as materialized (
  select distinct json_array(r.account_id, r.region) as name
  from (select distinct resource_id from both where a is not null) o
  cross join resource r on r.id = o.resource_id
), moment as materialized (
  select p.assessment_id, p.as_of from v_moment p cross join pair x where p.counts and p.as_of < x.to_as_of
), outcome as materialized (
  -- what the moments before the later one told of it, as v_history counts them
  select p.as_of, k.control_id, e.id - k.base as resource_id, q.status
  from (select control_id, resource_id from both where a = 'INSUFFICIENT_DATA' and b = 'FAILED') o
  cross join moment p
  cross join assessment_control k on k.assessment_id = p.assessment_id and k.control_id = o.control_id
  cross join result e on e.id = k.base + o.resource_id
  cross join assessment_reason q on q.id = e.reason_id and q.status <> 'INSUFFICIENT_DATA'
), still_open as materialized (
  -- what nobody could judge had failed, and nothing closed it since: neither passed nor did not apply
  select o.control_id, o.resource_id
  from outcome o
  cross join pair p
  group by o.control_id, o.resource_id
  having max(iif(o.status = 'FAILED' and o.as_of < p.from_as_of, o.as_of, null)) > max(iif(o.status = 'FAILED', '', o.as_of))
), beside as (
  select o.*, (o.control_id, o.resource_id) in (select control_id, resource_id from still_open) as open_before,
    j.gravity, j.position, j.other_parameters, p.other_rules, j.judged_from, j.judged_to, p.from_as_of = p.to_as_of as same_moment,
    coalesce((select v.presence from temp.difference_presence v
              where v.assessment_id = p.from_id and v.resource_id = o.resource_id and v.presence <> 'not_seen'),
      iif(o.a is null, null, 'not_seen')) as a_presence,
    coalesce((select v.presence from temp.difference_presence v
              where v.assessment_id = p.to_id and v.resource_id = o.resource_id and v.presence <> 'not_seen'),
      iif(o.b is null, null, 'not_seen')) as b_presence,
    json_array(r.account_id, r.region) in (select name from place) as place_known,
    r.account_id, r.region, r.cluster, r.name, r.arn,
    -- what parameters leave out of `found`, or bring into it, is looked up where it matters: which tags are missing
    o.a_record = o.b_record or o.a_found = o.b_found
      or (j.other_parameters and json_remove(o.a_found, '$[3]', '$[3]') = json_remove(o.b_found, '$[3]', '$[3]')
        and (select json_group_array(json_array(t.key, t.value)) from (select key, value from tag where record_id = o.a_record order by 1, 2) t)
          is (select json_group_array(json_array(t.key, t.value)) from (select key, value from tag where record_id = o.b_record order by 1, 2) t))
      as same_found
  from pair p
  cross join both o
  cross join judged j on j.control_id = o.control_id
  cross join resource r on r.id = o.resource_id
), marked as (
  select *,
    case when b = 'WAIVED' and a = b_original then 'waiver_began'
      when a = 'WAIVED' and b = a_original then 'waiver_ended'
      when not same_found then 'evidence'
      when other_parameters then 'parameters'
      when other_rules then 'catalogue'
      else 'time' end as why,
    b is not null and b_presence = 'not_seen' and not same_moment as unseen,
    b_presence is 'gone' and not same_moment as is_gone
  from beside
), classed as (
  select *,
    case
      when a is null and b = 'FAILED' and not is_gone then 'new_failure'
      when (a is null and not judged_from) or (b is null and not judged_to) then 'not_judged'
      when is_gone and a_presence is not 'gone' then 'gone'
      when is_gone then 'unchanged'
      when b is null then 'not_seen'
      when a is null then iif(place_known, 'new', 'not_seen')
      when a <> b and why in ('parameters', 'catalogue') then 'rules_changed'
      when b = 'FAILED' and open_before then iif(unseen, 'not_seen', 'still_failing')
      when b = 'FAILED' and a <> 'FAILED' and a <> 'WAIVED'
        and exists (select 1
                    from v_standing_assessment s
                    cross join assessment_control k on k.assessment_id = s.id and k.control_id = m.control_id
                    cross join result e on e.id = k.base + m.resource_id
                    cross join assessment_reason q on q.id = e.reason_id and q.status = 'FAILED'
                    where s.as_of < (select from_as_of from pair)) then 'reopened'
      when b = 'FAILED' and a <> 'FAILED' then 'new_failure'
      when a = b and unseen then 'not_seen'
      when b = 'FAILED' then 'still_failing'
      when a_original = 'FAILED' and b = 'PASSED' and not unseen then 'fixed'
      when a <> b then 'changed'
      when not same_found then 'evidence_changed'
      else 'unchanged' end as class
  from marked m
)
select row_number() over (order by t.position, c.gravity desc, c.position, c.account_id, c.region, c.cluster, c.name, c.arn), c.class,
  case when c.class in ('not_judged', 'gone', 'not_seen', 'unchanged', 'new') then null
    when c.a is null and not c.judged_from then 'selection'
    when c.a is null and not c.place_known then 'scope'
    when c.a is null then 'new_resource'
    when c.class = 'evidence_changed' then null
    when c.class = 'still_failing' then iif(c.same_found, null, 'evidence')
    else c.why end,
  c.control_id, c.resource_id, c.from_result, c.to_result, c.a, c.b, c.a_presence, c.b_presence,
  c.failing, c.failing and c.a is not 'FAILED' and not c.open_before,
  case when not t.listed then null
    when c.class in ('gone', 'not_judged') then 'skipped'
    when c.failing and not (only_new and (c.a is 'FAILED' or c.open_before)) then 'failure'
    when c.failing or c.b is null or c.b = 'WAIVED' or c.class = 'not_seen' then 'skipped'
    when c.b = 'INSUFFICIENT_DATA' then iif(only_new, 'skipped', 'error')
    else 'pass' end
from (select d.*, coalesce(d.b = 'FAILED' and not d.is_gone, 0) as failing, p.only_new from classed d, pair p) c
join v_difference_class t on t.class = c.class;
