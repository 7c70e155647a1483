-- What is compared, for the screen: a word and what it says. Grain: one row per line. Order: as they are read.
with word (key, text) as (
  select key, text from message where lang = :lang
), a as (
  select p.*, coalesce(a.label || '  ', '') || replace(substr(a.as_of, 1, 19), 'T', ' ') || ' UTC' as from_text,
    coalesce(b.label || '  ', '') || replace(substr(b.as_of, 1, 19), 'T', ' ') || ' UTC' as to_text,
    cast(julianday(b.as_of) - julianday(a.as_of) + 1e-6 as integer) as days
  from temp.difference_pair p
  join assessment a on a.id = p.from_id
  join assessment b on b.id = p.to_id
)
select w.text as word, a.from_text as text, 0 as alarm, 1 as position, '' as detail
from a
join word w on w.key = 'diff.from'
union all
select w.text, a.to_text || replace(t.text, '{days}', a.days), 0, 2, ''
from a
join word w on w.key = 'diff.to'
join word t on t.key = iif(a.days = 1, 'diff.day_later', 'diff.days_later')
union all
select iif(row_number() over (order by n.position, n.control_id, n.name) = 1, w.text, null), n.told, 1, 3,
  format('%02d', n.position) || n.control_id || n.name
from v_difference_rule n
join a
join word w on w.key = 'diff.rules'
where n.lang = :lang and n.from_id = a.from_id and n.to_id = a.to_id
union all
select iif(row_number() over (order by s.account_id, s.region) = 1, w.text, null),
  coalesce(s.account_id, '-') || ' / ' || coalesce(s.region, '-') || iif(:lang = 'ja', '：', ': ') || t.text, 1, 4,
  coalesce(s.account_id, '') || ' ' || coalesce(s.region, '')
from temp.difference_place s
join word w on w.key = 'diff.scope'
join word t on t.key = 'diff.' || s.scope
order by position, detail;
