-- What the packed audit says was withdrawn, and behind which import run and assessment. One row per withdrawal. Order: as they
-- were made.
select run, after_id, assessment_id, reason, withdrawn_by, withdrawn_at
from audit.withdrawal
order by number;
