-- Fill difference_case: the test cases of diff.junit.xml, suite by suite. What did not change is none; a suite without any has
-- one that says so.
delete from temp.difference_case;
insert into temp.difference_case (place, control_id, number, outcome)
select row_number() over (order by k.position, d.number), k.id, d.number, coalesce(d.outcome, 'skipped')
from temp.difference_pair p
join control k on exists (select 1 from assessment_control x
                          where x.assessment_id in (p.from_id, p.to_id) and x.control_id = k.id)
left join temp.difference d on d.control_id = k.id and d.outcome is not null;
