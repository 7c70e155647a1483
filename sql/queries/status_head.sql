-- What the newest assessment is, for the screen: a word and what it says; nothing here is an alarm. Grain: one row per line. Order: as they are
-- read.
with word (key, text) as (
  select key, text from message where lang = :lang
), a as materialized (
  select * from v_assessment
), chosen as (
  -- of several severities the mildest, because it takes the graver ones too
  select group_concat(text, '; ') as words
  from (select l.text || ': ' || group_concat(value, ', ') as text
        from (select kind, value
              from assessment_selection
              where assessment_id = (select assessment_id from v_assessment_id)
                and (kind <> 'severity' or instr('LOW MEDIUM HIGH CRITICAL', value) =
                  (select min(instr('LOW MEDIUM HIGH CRITICAL', value))
                   from assessment_selection
                   where assessment_id = (select assessment_id from v_assessment_id) and kind = 'severity'))
              order by kind, value) s
        join word l on l.key = 'selection.' || s.kind
        group by s.kind
        order by s.kind)
)
select w.text as word, a.label as text, 0 as alarm, 1 as position
from a
join word w on w.key = 'screen.status.label'
where a.label is not null
union all
select w.text, replace(replace(t.text, '{as_of}', replace(substr(a.as_of, 1, 19), 'T', ' ') || ' UTC'),
  '{origin}', coalesce(o.text, a.as_of_from)), 0, 2
from a
join word w on w.key = 'screen.status.as_of'
join word t on t.key = 'screen.status.as_of_text'
left join word o on o.key = 'as_of.' || a.as_of_from
union all
select w.text, replace(replace(replace(t.text,
  '{generated_at}', replace(substr(a.generated_at, 1, 19), 'T', ' ') || ' UTC'),
  '{tool_version}', a.tool_version), '{catalog_version}', a.catalog_version), 0, 3
from a
join word w on w.key = 'screen.status.generated'
join word t on t.key = 'screen.status.generated_text'
union all
select w.text, replace(replace(replace(replace(replace(replace(replace(t.text,
  '{accounts}', s.accounts), '{regions}', s.regions), '{clusters}', s.clusters), '{services}', s.services),
  '{task_definitions}', s.task_definitions), '{resources}', s.resources),
  '{sources}', (select count(*) from source)), 0, 4
from v_scope s
join word w on w.key = 'screen.status.scope'
join word t on t.key = 'screen.status.scope_text'
union all
select w.text, replace(replace(replace(t.text,
  '{judged}', (select count(*) from v_judged_control)),
  '{computed}', (select count(*) from control where view is not null)), '{words}', c.words), 0, 5
from chosen c
join word w on w.key = 'screen.status.selection'
join word t on t.key = 'screen.status.selection_text'
where c.words is not null
order by position;
