-- What is wrong with the waivers of files that are checked, as lines for the screen: FILE:LINE: WAIVER: sentence.
-- `alarm` is 1 where something can never hold or does not any more, `issue` 1 where something is to be mended. With an
-- audit (:with_audit) its resources and failures tell what is needed, what overlaps, and what each waiver would cover;
-- without one, patterns that name each other overlap. Grain: one row per line. Order: file, place in it, issue, waiver.
with issue as (
  -- what only an audit can tell is left out without one
  select i.path, i.line, i.pointer, i.byte_offset, coalesce(i.waiver_id, '-') as waiver_id, i.waiver_row,
    i.code_position as position, i.level_position, i.sentence
  from v_waiver_issue_text i
  where i.lang = :lang and (:with_audit or i.code not in ('no_resource', 'unused', 'not_judged'))
), pair as materialized (
  select a.id as waiver_row, x.id as other_row
  from waiver a
  join waiver x on x.id <> a.id and x.control_id = a.control_id
    and (a.account_id is null or x.account_id is null or a.account_id = x.account_id)
    and a.approved_at <= x.expires_at and x.approved_at <= a.expires_at
    and (a.resource = x.resource or a.resource glob x.resource or x.resource glob a.resource)
  where not :with_audit
), overlap as (
  select v.source as path, w.line, v.record as pointer, v.byte_offset, w.waiver_id, w.id as waiver_row,
    c.code_position as position, c.level_position,
    replace(m.text, '{others}',
      (select group_concat(name, ', ')
       from (select x.waiver_id || iif((select count(*) from waiver y where y.waiver_id = x.waiver_id) > 1,
               ' (' || o.source || ':' || x.line || ')', '') as name
             from pair p
             join waiver x on x.id = p.other_row
             join v_record o on o.record_id = x.record_id
             where p.waiver_row = w.id
             order by o.source, o.byte_offset, x.id))) as sentence
  from waiver w
  join v_record v on v.record_id = w.record_id
  join v_waiver_issue_code c on c.code = 'overlapping'
  join message m on m.lang = :lang and m.key = 'waiver_issue.overlapping.pattern'
  where w.id in (select waiver_row from pair)
), cover as (
  -- the first few by name
  select v.source as path, w.line, v.record as pointer, v.byte_offset, w.waiver_id, w.id as waiver_row,
    0 as position, 5 as level_position,
    replace(replace(m.text, '{count}', w.covered), '{names}',
      (select group_concat(arn, ', ')
       from (select r.arn from v_result e join resource r on r.id = e.resource_id
             where e.waiver_id = w.id order by r.arn limit 3)) || iif(w.covered > 3, ', …', '')) as sentence
  from v_waiver_state w
  join v_record v on v.record_id = w.record_id
  join message m on m.lang = :lang and m.key = 'screen.waivers.covers'
  where w.covered > 0
)
select path || ':' || ifnull(line, pointer) || ': ' || waiver_id || ': ' || sentence as line,
  level_position < 3 as alarm, level_position < 4 as issue
from (select * from issue union all select * from overlap union all select * from cover)
order by path, byte_offset, position, waiver_row;
