-- Of one resource every control that it failed at some moment: since when, how long, how often again. Grain: one row per
-- control. Order: reading order.
select h.control_id, h.status, h.failing_since_at, iif(h.failing_since_at is null, h.open_since_at, null) as open_since_at, h.days_open,
  iif(h.open_since_at is null, h.first_failed_at, null) as first_failed_at, h.reopened, h.reopened = 1 as reopened_once,
  h.reopened > 1 as reopened_often, h.changed_at
from temp.history h
join control c on c.id = h.control_id
where h.resource_id = :resource_id and h.status is not null and h.first_failed_at is not null
order by c.position;
