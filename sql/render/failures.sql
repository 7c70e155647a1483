-- Fill failure_fix. Order: reading order, in which the rows come by themselves.
insert into temp.failure_fix (place, position, control_id, resource_id, result_id, reason, gravity, variant, remedy_control,
  fix_control, since_at)
select f.place, f.position, f.control_id, f.resource_id, f.result_id, f.reason, f.gravity, f.variant, f.remedy_control,
  f.fix_control, (select s.since_at from v_result_since s where s.result_id = f.result_id)
from v_failure_fix f
where f.lang = :lang;
