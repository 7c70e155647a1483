-- AWS Config's verdict on each resource that counts; as for Security Hub's.
insert into config_rule_fact (control_id, resource_id, record_id, status, captured_at)
select control_id, counted_id, record_id, status, captured_at
from (select f.*, x.counted_id,
        row_number() over (partition by f.control_id, x.counted_id
          order by f.captured_at desc, x.place) as choice
      from v_config_verdict f
      join resource_fact x on x.resource_id = f.resource_id)
where choice = 1;
