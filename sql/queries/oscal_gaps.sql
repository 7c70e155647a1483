-- What the evidence does not hold, as observations. Grain: one row per kind of gap. Order: what weighs most first, kind.
select g.kind as gap_kind, :audit || ' gap ' || g.kind as observation, count(*) as gaps, coalesce(t.text, g.kind) as gap_title,
  coalesce(d.text, t.text, g.kind) as gap_text
from gap g
left join message t on t.lang = :lang and t.key = 'gap.' || g.kind
left join message d on d.lang = :lang and d.key = 'gap_text.' || g.kind
where g.assessment_id = cast(:assessment as integer)
group by g.kind
order by case g.kind when 'not_in_period' then 0 when 'file_refused' then 1 when 'records_rejected' then 2 when 'pages_left' then 3
  when 'listed_not_described' then 4 when 'describe_failure' then 5 when 'only_in_aws' then 6 when 'newer_only' then 7
  when 'missing_from_newest' then 8 when 'capture_too_old' then 9 else 10 end, g.kind;
