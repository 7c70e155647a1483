-- What the assessments over time tell of one resource. Grain: one row where there was more than one, else none. Order: none is
-- needed for one row.
select max(h.moments) as moments, min(h.first_seen_at) as first_seen_at, max(h.absent_since_at) as absent_since_at,
  max(h.presence = 'gone') as is_gone, max(h.presence = 'not_seen') as is_unseen
from temp.history h
where h.resource_id = :resource_id and h.status is not null
having count(*) > 0
order by moments;
