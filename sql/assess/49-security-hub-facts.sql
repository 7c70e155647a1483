-- Security Hub's verdict on each resource that counts, beside that of AWS Config: one on any ARN of a service is one on
-- the service, and of several the newest counts.
-- A word of AWS's that is not known says that something was judged, not what.
insert into aws_fact (control_id, resource_id, hub_finding_id, hub_record_id, hub_status, hub_meaning, hub_at, kept_out)
select control_id, counted_id, finding_id, record_id, t.status, iif(t.status is null, null, coalesce(m.meaning, 'unknown')),
  updated_at, kept_out
from (select h.*, x.counted_id,
        row_number() over (partition by h.control_id, x.counted_id
          order by h.kept_out is not null, h.updated_at desc, x.place) as choice
      from v_security_hub_verdict h
      join resource_fact x on x.resource_id = h.resource_id) t
left join v_verdict_meaning m on m.status = t.status
where t.choice = 1
on conflict (control_id, resource_id) do update
set hub_finding_id = excluded.hub_finding_id, hub_record_id = excluded.hub_record_id, hub_status = excluded.hub_status,
  hub_meaning = excluded.hub_meaning, hub_at = excluded.hub_at, kept_out = excluded.kept_out;
