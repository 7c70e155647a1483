-- A file of the user's own controls that names what may be an account, of this audit or not, or an ARN. At most one row.
select path
from own_rule
where instr(text || path, 'arn:aws') > 0
  or text || path glob '*[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]*'
order by path
limit 1;
