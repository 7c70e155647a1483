-- What is wrong with controls that the user's rules added. One row per fault. Order: control, fault.
with own as (
  select * from control where id not in (select id from temp.program_control)
)
select id, fault
from (select id, 'its issuer is the program''s or AWS; name your organisation' as fault from own
        where issuer in ('aws', 'fargauge')
      union all
      select id, 'its position is not 1000 to 999999' from own where position not between 1000 and 999999
      union all
      select o.id, 'its ID is that of ' || c.id || ' but for dots and underscores, and readers of JUnit cannot tell them apart'
      from own o
      join control c on c.id <> o.id and replace(c.id, '.', '_') = replace(o.id, '.', '_')
      union all
      select o.id, 'no title and description in ' || l.column1
      from own o, (values ('en'), ('ja')) l
      where not exists (select 1 from control_text t where t.control_id = o.id and t.lang = l.column1)
      union all
      select id, 'no reason that passes, or none that fails' from own o
      where (select count(distinct status) from reason r where r.control_id = o.id and r.status in ('PASSED', 'FAILED')) < 2
      union all
      select r.control_id, 'no sentence in ' || l.column1 || ' for the reason ' || r.reason
      from reason r, (values ('en'), ('ja')) l
      where r.control_id in (select id from own)
        and not exists (select 1 from reason_text t
                        where t.control_id = r.control_id and t.reason = r.reason and t.lang = l.column1))
order by id, fault;
