-- A file of the user's own controls that names an account of this audit, or an ARN. At most one row.
select r.path
from own_rule r
where instr(r.text, 'arn:aws') > 0
  or exists (select 1 from (select distinct account_id from resource where account_id glob '[0-9]*') a
             where instr(r.text, a.account_id) > 0)
order by r.path
limit 1;
