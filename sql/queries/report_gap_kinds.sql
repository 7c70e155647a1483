-- Kinds of gaps in the evidence of the newest assessment. Grain: one row per kind. Order: what weighs most first, kind.
select g.kind as gap_kind, count(*) as gaps, t.text as gap_title, coalesce(d.text, '') as gap_text,
  nullif(max(count(*) - iif(:most + 0 >= 0, :most, 200), 0), 0) as not_shown
from gap g
join message t on t.lang = :lang and t.key = 'gap.' || g.kind
left join message d on d.lang = :lang and d.key = 'gap_text.' || g.kind
where g.assessment_id = :assessment_id
group by g.kind
order by case g.kind when 'not_in_period' then 0 when 'file_refused' then 1 when 'records_rejected' then 2 when 'pages_left' then 3
  when 'listed_not_described' then 4 when 'describe_failure' then 5 when 'only_in_aws' then 6 when 'newer_only' then 7
  when 'missing_from_newest' then 8 when 'capture_too_old' then 9 else 10 end, g.kind;
