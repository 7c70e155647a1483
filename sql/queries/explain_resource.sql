-- Why there is no result on a resource, as lines for the screen. Grain: one row per line. Order: part.
select line, 0 as alarm
from (select 1 as part, w.text || ': ' || r.arn || coalesce(' (' || r.type || ')', '') as line
      from resource r
      join message w on w.lang = :lang and w.key = 'explain.resource'
      where r.id = :resource_id
      union all
      select 2, '  ' || m.text
      from message m
      where m.lang = :lang
        and m.key = iif(exists (select 1 from assessment), 'explain.no_result', 'explain.not_assessed'))
order by part;
