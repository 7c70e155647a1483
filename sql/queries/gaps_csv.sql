-- The rows of gaps.csv: what the evidence of the newest assessment does not hold, all of it, and what to ask for. Grain:
-- one row per gap. Order: what weighs most first, as in the report; kind, account, Region, type, resource, number.
select g.kind as gap_kind, t.text as title, g.account_id, g.region, g.resource_type, g.resource, g.detail, g.expected,
  coalesce(v.source, f.path, s.path) as source, v.record, d.text as message
from gap g
left join message t on t.lang = :lang and t.key = 'gap.' || g.kind
left join message d on d.lang = :lang and d.key = 'gap_text.' || g.kind
left join v_record v on v.record_id = g.record_id
left join source s on s.id = g.source_id
left join source_fact f on f.source_id = g.source_id
where g.assessment_id = cast(:assessment as integer)
order by case g.kind when 'not_in_period' then 0 when 'file_refused' then 1 when 'records_rejected' then 2 when 'pages_left' then 3
  when 'listed_not_described' then 4 when 'describe_failure' then 5 when 'only_in_aws' then 6 when 'newer_only' then 7
  when 'missing_from_newest' then 8 when 'capture_too_old' then 9 else 10 end,
  g.kind, g.account_id, g.region, g.resource_type, g.resource, g.id;
