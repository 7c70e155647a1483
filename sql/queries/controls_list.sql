-- The chosen part of the catalogue as lines for the screen: the controls, then the frameworks that ask for one of
-- them, by the IDs that choose them. No line where the choice leaves nothing. Order: as they are read.
with chosen as (
  select c.id, c.position, c.severity, c.retired_on, c.view
  from v_chosen_control k
  join v_assessment_id a on a.assessment_id = k.assessment_id
  join control c on c.id = k.control_id
), lines (part, position, line) as (
  select 1, 0, printf('%-8s %-9s %-9s %s', 'control', 'severity', 'computed', 'title')
  where exists (select 1 from chosen)
  union all
  select 2, c.position,
    printf('%-8s %-9s %-9s %s', c.id, lower(c.severity),
      case when c.retired_on is not null then 'retired' when c.view is null then 'no' else 'yes' end,
      t.title)
  from chosen c
  join control_text t on t.control_id = c.id and t.lang = :lang
  union all
  select 3, column1, column2
  from (values (1, ' '), (2, printf('%-18s %s', 'framework', 'name')))
  where exists (select 1 from chosen c join control_requirement q on q.control_id = c.id)
  union all
  select 4, row_number() over (order by f.name, f.version, f.id), printf('%-18s %s %s', f.id, f.name, f.version)
  from framework f
  where exists (select 1 from chosen c join control_requirement q on q.control_id = c.id and q.framework_id = f.id)
)
select line from lines order by part, position;
