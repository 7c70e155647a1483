-- The newest assessment as the pages of a split report need it: what report_assessment has of it without going through
-- everything. Grain: one row. Order: none is needed for one row.
select a.assessment_id, a.as_of, a.generated_at, a.tool_version, 1 as judged
from v_assessment a
order by a.assessment_id;
