-- Findings that other products issued on ECS controls. Grain: one row per issuer × control × status.
-- Order: issuer, control, status.
select f.issuer, f.control_id, coalesce(f.compliance_status, '—') as given_status, count(*) as findings
from finding f
where f.issuer <> 'aws/securityhub'
group by f.issuer, f.control_id, f.compliance_status
order by f.issuer, f.control_id, f.compliance_status
limit :most;
