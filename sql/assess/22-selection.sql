-- What the user chose: a control, a framework or a severity. Nothing is inserted where the catalogue has no such.
insert or ignore into assessment_selection (assessment_id, kind, value)
select :assessment, :kind, s.value
from (select 'control' as kind, id as value from control where view is not null and id = :value
      union all
      select 'framework', id from framework where id = :value
      union all
      select 'severity', column1 from (values ('LOW'), ('MEDIUM'), ('HIGH'), ('CRITICAL')) where column1 = upper(:value)) s
where s.kind = :kind;
