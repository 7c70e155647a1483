-- What the assessments over time tell of one resource. Grain: one row where there was more than one, else none. Order: none is
-- needed for one row.
select moments, first_seen_at, absent_since_at, gone and inactive as is_inactive,
  gone and not inactive and absent_since_at is not null as is_gone, gone and not inactive and absent_since_at is null as is_gone_undated,
  unseen and absent_since_at is not null as is_unseen, unseen and absent_since_at is null as is_unseen_undated
from (select max(h.moments) as moments, min(h.first_seen_at) as first_seen_at, max(h.absent_since_at) as absent_since_at,
        max(h.presence = 'gone') as gone, max(h.presence = 'not_seen') as unseen,
        exists (select 1 from v_assessment a
                cross join assessment_control k on k.assessment_id = a.assessment_id
                cross join result e on e.id = k.base + :resource_id
                cross join assessment_reason q on q.id = e.reason_id and q.reason = 'inactive') as inactive
      from temp.history h
      where h.resource_id = :resource_id and h.status is not null
      having count(*) > 0)
order by moments;
