-- The controls of NIST SP 800-53 that were reviewed, by OSCAL's ids. Grain: one row per control of NIST's. Order: NIST's.
select o.catalog_control
from v_oscal_objective o
where o.framework_id = 'nist-800-53-r5'
order by o.position, o.requirement;
