-- The controls of NIST SP 800-53 that a control answers, by OSCAL's ids. Grain: one row per control of NIST's. Order: id.
select replace(replace(lower(q.requirement), '(', '.'), ')', '') as catalog_control
from control_requirement q
where q.control_id = :control_id and q.framework_id = 'nist-800-53-r5'
order by q.requirement;
