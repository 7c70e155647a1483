-- Every assessment for the screen, withdrawn ones too: its number, label, moment and results, and what is to be known of it.
-- `part` is 0 for the heading. Grain: one row per line. Order: the heading, as they were made.
with word (key, text) as (
  select key, text from message where lang = :lang
), chosen as (
  select k.assessment_id, group_concat(k.text, '; ') as words
  from (select s.assessment_id, l.text || ': ' || group_concat(s.value, ', ') as text
        from (select assessment_id, kind, value from assessment_selection order by assessment_id, kind, value) s
        join word l on l.key = 'selection.' || s.kind
        group by s.assessment_id, s.kind
        order by s.assessment_id, s.kind) k
  group by k.assessment_id
), counted as (
  select assessment_id, sum(failed) as failed, sum(insufficient_data) as insufficient_data, sum(waived) as waived, sum(total) as total
  from assessment_control
  group by assessment_id
)
select (select text from word where key = 'screen.assessments.number') as number,
  (select text from word where key = 'screen.status.label') as label,
  (select text from word where key = 'screen.status.as_of') as as_of,
  (select text from word where key = 'screen.status.failed') as failed,
  (select text from word where key = 'screen.status.insufficient_data') as insufficient_data,
  (select text from word where key = 'screen.status.waived') as waived,
  (select text from word where key = 'screen.assessments.results') as results,
  (select text from word where key = 'screen.assessments.notes') as notes, 0 as part, 0 as id
union all
select a.id, coalesce(a.label, w.label, '-'), replace(substr(a.as_of, 1, 19), 'T', ' ') || ' UTC', coalesce(n.failed, 0),
  coalesce(n.insufficient_data, 0), coalesce(n.waived, 0), coalesce(n.total, 0),
  trim(coalesce((select text from word where key = 'screen.assessments.newest' and a.id = (select assessment_id from v_assessment_id)), '')
    || coalesce(' ' || (select replace(replace(replace(text, '{by}', w.withdrawn_by),
         '{at}', replace(substr(w.withdrawn_at, 1, 19), 'T', ' ') || ' UTC'), '{reason}', w.reason)
       from word where key = 'screen.assessments.withdrawn' and w.assessment_id is not null), '')
    || coalesce(' ' || c.words, '')), 1, a.id
from assessment a
left join withdrawal w on w.assessment_id = a.id
left join chosen c on c.assessment_id = a.id
left join counted n on n.assessment_id = a.id
order by part, id;
