-- AWS Config's verdict on each resource that counts; as for Security Hub's.
-- A word of AWS's that is not known says that something was judged, not what.
insert into aws_fact (control_id, resource_id, rule_record_id, rule_status, rule_meaning, rule_at)
select control_id, counted_id, record_id, t.status, iif(t.status is null, null, coalesce(m.meaning, 'unknown')), captured_at
from (select f.*, x.counted_id,
        row_number() over (partition by f.control_id, x.counted_id
          order by f.captured_at desc, x.place) as choice
      from v_config_verdict f
      join resource_fact x on x.resource_id = f.resource_id) t
left join v_verdict_meaning m on m.status = t.status
where t.choice = 1;
