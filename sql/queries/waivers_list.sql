-- The waivers of an audit as lines for the screen; `alarm` is 1 where something is to be mended. Grain: one row per
-- line. Order: those that a later file took the place of last; the waiver's number, part, place.
with word (key, text) as (
  select key, text from message where lang = :lang
), w as materialized (
  select w.*, v.source as path, v.record as pointer, coalesce(t.text, w.state) as state_label
  from v_waiver_state w
  join v_record v on v.record_id = w.record_id
  left join word t on t.key = 'waiver_state.' || w.state
), lines (number, part, place, line, alarm) as (
  select number, 1, '', waiver_id || '  ' || control_id || '  ' || state_label || '  (' || path || ':'
      || ifnull(line, pointer) || ')', 0
  from w
  union all
  select number, 2, '', '  ' || h.text || ': ' || resource || ifnull(' (' || account_id || ')', ''), 0
  from w join word h on h.key = 'waivers.resources'
  union all
  select number, 3, '', '  ' || h.text || ': ' || reason, 0 from w join word h on h.key = 'sources.reason'
  union all
  select number, 4, '', '  ' || o.text || ': ' || owner || ifnull('; ' || q.text || ': ' || requester, '') || '; '
      || p.text || ': ' || approver || ' (' || replace(substr(approved_at, 1, 19), 'T', ' ') || ' UTC)', 0
  from w
  join word o on o.key = 'waivers.owner' join word q on q.key = 'waivers.requester'
  join word p on p.key = 'waivers.approver'
  union all
  select number, 5, '', '  ' || x.text || ': ' || replace(substr(expires_at, 1, 19), 'T', ' ') || ' UTC'
      || ifnull('; ' || t.text || ': ' || ticket, ''), 0
  from w join word x on x.key = 'waivers.expires' join word t on t.key = 'waivers.ticket'
  union all
  select w.number, 6, r.arn, '  ' || h.text || ': ' || r.arn, 0
  from w
  join word h on h.key = 'waivers.covers'
  join v_result e on e.assessment_id = w.assessment_id and e.control_id = w.control_id and e.waiver_id = w.id
  join resource r on r.id = e.resource_id
  union all
  select w.number, 7, i.code_position, '  ' || h.text || ': ' || i.sentence, i.level_position < 3
  from w
  join v_waiver_issue_text i on i.waiver_row = w.id and i.lang = :lang
  join word h on h.key = 'waiver_level.' || i.level
  union all
  -- rows that could not be used stand last
  select 1 + (select count(*) from w), 8, i.path || printf('%012d', i.byte_offset),
    i.path || ':' || ifnull(i.line, i.pointer) || ': ' || i.sentence, 1
  from v_waiver_issue_text i
  where i.rejection_id is not null and i.lang = :lang
)
select line, alarm, 0 as issue
from lines
order by number, part, place, line;
