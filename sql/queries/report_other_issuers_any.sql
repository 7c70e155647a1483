-- Whether other products issued findings on ECS controls. Grain: one row where they did, else none. Order:
-- none is needed for one row.
select count(*) as other_findings
from finding
where issuer <> 'aws/securityhub'
having count(*) > 0
order by other_findings;
