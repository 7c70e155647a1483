-- Every parameter with the default of the assessment's day: the newest at or before it, or, for a day
-- before the first one known, that first one.
insert into assessment_parameter (assessment_id, control_id, name, value, origin)
select :assessment, control_id, name, value, 'default'
from (select p.control_id, p.name, p.value,
        row_number() over (partition by p.control_id, p.name
          order by p.since <= a.as_of_date desc,
            case when p.since <= a.as_of_date then p.since end desc, p.since) as place
      from control_parameter p, v_assessment a)
where place = 1;
