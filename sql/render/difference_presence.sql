-- Fill difference_presence from difference_pair: a statement of its own, since SQLite looks into compound views only where the
-- whole statement has 500 selects at most.
insert into temp.difference_presence (assessment_id, resource_id, presence)
select v.assessment_id, v.resource_id, v.presence
from v_presence v
where v.assessment_id in (select from_id from temp.difference_pair union all select to_id from temp.difference_pair);
