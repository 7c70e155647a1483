-- Who made the packed audit. One row per version of fargauge and ruleset that judged. Order: first assessment.
select tool_version, catalog_digest, count(*) as assessments
from audit.assessment
group by tool_version, catalog_digest
order by min(id);
