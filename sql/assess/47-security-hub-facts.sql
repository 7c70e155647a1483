-- Security Hub's verdict on each resource that counts: one on any ARN of a service is one on the service,
-- and of several the newest counts.
insert into security_hub_fact (control_id, resource_id, finding_id, record_id, status, updated_at, kept_out)
select control_id, counted_id, finding_id, record_id, status, updated_at, kept_out
from (select h.*, x.counted_id,
        row_number() over (partition by h.control_id, x.counted_id
          order by h.kept_out is not null, h.updated_at desc, x.place) as choice
      from v_security_hub_verdict h
      join resource_fact x on x.resource_id = h.resource_id)
where choice = 1;
