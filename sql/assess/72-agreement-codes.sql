-- The cause's code beside the agreement it explains: one per result that differs from AWS's verdicts, or has none
-- because those that are there do not count.
update result
set agreement_cause = c.cause
from result_cause c
where c.assessment_id = :assessment and result.id = c.result_id and result.agreement is not 'agrees';
