-- The test cases of the waivers' suite: the waivers handed over last, then the rows that could not be used. `message`
-- is all that is wrong. Grain: one row per waiver and per such row. Order: reading order.
select c.waiver_row, c.classname, c.name, c.failed, c.errored, c.skipped, c.code,
  (select group_concat(i.sentence, iif(:lang = 'ja', '', ' '))
   from (select sentence from v_waiver_issue_text
         where lang = :lang and waiver_row is c.waiver_row and rejection_id is c.rejection_id
         order by code_position) i) as message,
  w.control_id, w.resource, w.owner, w.approver, w.expires_at,
  coalesce(v.source, s.path) as source, coalesce(v.record, j.pointer) as record,
  :junit_profile = 'extended' as extended, iif(:junit_profile = 'extended', coalesce(v.source, s.path), null) as file,
  iif(:junit_profile = 'extended', coalesce(w.line, j.line), null) as line
from v_waiver_case c
left join waiver w on w.id = c.waiver_row
left join v_record v on v.record_id = w.record_id
left join rejection j on j.id = c.rejection_id
left join source s on s.id = j.source_id
order by c.case_position, c.place;
