-- What the user chose by. Grain: one row per kind of choice that was made, with its words; of several severities the
-- mildest, because it takes the graver ones too. Order: controls, frameworks, severity.
with word (kind, kind_position, position, text) as (
  select s.kind, 1, c.position, c.id
  from assessment_selection s
  join control c on c.id = s.value
  where s.assessment_id = :assessment_id and s.kind = 'control'
  union all
  select s.kind, 2, row_number() over (order by f.name, f.version, f.id), f.name || ' ' || f.version
  from assessment_selection s
  join framework f on f.id = s.value
  where s.assessment_id = :assessment_id and s.kind = 'framework'
  union all
  select h.kind, 3, 1, replace(g.text, '{severity}', coalesce(m.text, h.value))
  from (select kind, value, row_number() over (order by instr('LOW MEDIUM HIGH CRITICAL', value)) as place
        from assessment_selection
        where assessment_id = :assessment_id and kind = 'severity') h
  join message g on g.lang = :lang and g.key = 'selection.graver'
  left join message m on m.lang = :lang and m.key = 'severity.' || h.value
  where h.place = 1
)
select l.text as kind_label, w.words
from (select distinct kind, kind_position,
        group_concat(text, ', ') over (partition by kind order by position
          rows between unbounded preceding and unbounded following) as words
      from word) w
join message l on l.lang = :lang and l.key = 'selection.' || w.kind
order by w.kind_position;
