-- The rows of waivers.csv: the waivers handed over with their state and what they cover, then the rows that could not be
-- used. `covered` counts the results that it makes WAIVED, `covered_resources` names the first 200 of their resources;
-- `matching` counts the failures that it names, `failing` those of them that count as FAILED all the same. Grain: one
-- row per waiver, and per row that could not be used. Order: the waiver's number; path, place in the file.
select w.waiver_id, w.control_id, w.resource, w.account_id, w.reason, w.owner, w.requester, w.approver,
  w.approved_at, w.expires_at, w.ticket,
  w.state as waiver_state, w.live as in_force, w.covered,
  (select group_concat(arn, ' ')
   from (select r.arn
         from waiver_match m
         join v_result_by_id e on e.id = m.result_id and e.waiver_id = m.waiver_row
         join resource r on r.id = e.resource_id
         where m.waiver_row = w.id
         order by r.arn
         limit 200)) as covered_resources,
  w.matching, w.failing,
  (select group_concat(code, ', ')
   from (select i.code from v_waiver_issue i where i.waiver_row = w.id order by i.code_position)) as issues,
  (select group_concat(sentence, ' ')
   from (select i.sentence from v_waiver_issue_text i
         where i.waiver_row = w.id and i.lang = :lang
         order by i.code_position)) as message,
  v.source, v.record, w.line, 0 as part, w.number as place, v.sha256, v.byte_offset
from v_waiver_state w
join v_record v on v.record_id = w.record_id
union all
select null, null, null, null, null, null, null, null, null, null, null, 'rejected', 0, 0, null, null, null, i.code,
  i.sentence, i.path, i.pointer, i.line, 1, null, s.sha256, i.byte_offset
from v_waiver_issue_text i
join source s on s.id = i.source_id
where i.rejection_id is not null and i.lang = :lang
order by part, place, source, sha256, byte_offset;
