-- The counts by control for the screen, as the report has them. `part` is 0 for the heading, 2 for the sum of all.
-- Grain: one row per line. Order: the heading, reading order, the sum.
with word (key, text) as (
  select key, text from message where lang = :lang
)
select (select text from word where key = 'screen.status.control') as control,
  (select text from word where key = 'screen.status.severity') as severity,
  (select text from word where key = 'screen.status.title') as title,
  (select text from word where key = 'screen.status.failed') as failed,
  (select text from word where key = 'screen.status.insufficient_data') as insufficient_data,
  (select text from word where key = 'screen.status.waived') as waived,
  (select text from word where key = 'screen.status.passed') as passed,
  (select text from word where key = 'screen.status.not_applicable') as not_applicable,
  0 as part, 0 as position
union all
select n.control_id, iif(:lang = 'en', lower(n.severity), coalesce(w.text, n.severity)), t.title, n.failed,
  n.insufficient_data, n.waived, n.passed, n.not_applicable, 1, n.position
from v_control_counts n
left join control_text t on t.control_id = n.control_id and t.lang = :lang
left join word w on w.key = 'severity.' || n.severity
union all
select (select text from word where key = 'screen.status.all'), null, null, coalesce(sum(failed), 0),
  coalesce(sum(insufficient_data), 0), coalesce(sum(waived), 0), coalesce(sum(passed), 0),
  coalesce(sum(not_applicable), 0), 2, 0
from v_control_counts
order by part, position;
