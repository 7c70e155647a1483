-- The catalogue as lines for the screen. One line per control, in reading order after a heading.
select line
from (select -1 as position, printf('%-8s %-9s %-9s %s', 'control', 'severity', 'computed', 'title') as line
      union all
      select c.position,
        printf('%-8s %-9s %-9s %s', c.id, lower(c.severity),
          case when c.retired_on is not null then 'retired' when c.view is null then 'no' else 'yes' end,
          t.title)
      from control c
      join control_text t on t.control_id = c.id and t.lang = :lang)
order by position;
