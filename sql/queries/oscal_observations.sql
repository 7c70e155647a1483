-- The results of a control that have one reason, as an observation. Where nothing says when the evidence was captured, the moment
-- judged stands for it, and `undated` is 1. Grain: one row per control × reason, waived ones apart. Order: reading order of
-- the controls, status, reason.
select o.number, o.control_id, o.reason_id, o.is_waived, o.status, o.original_status, o.reason, o.total,
  :audit || ' observation ' || o.control_id || ' ' || o.status || ' ' || o.reason as observation,
  c.severity, t.title, coalesce(s.text, o.status) as status_label, coalesce(l.text, o.reason) as reason_label,
  o.oldest_at, o.newest_at, o.oldest_at is null as undated, o.status in ('FAILED', 'WAIVED') as is_finding,
  min(coalesce(o.oldest_at, a.as_of), '2999-12-31T23:59:59.999Z') as collected_at,
  exists (select 1 from temp.oscal_evidence e
          where e.control_id = o.control_id and e.reason_id = o.reason_id and (e.waiver_row is not null) = o.is_waived
            and e.source_id is not null) as has_evidence
from temp.oscal_observation o
join v_assessment a
join control c on c.id = o.control_id
join control_text t on t.control_id = o.control_id and t.lang = :lang
left join message s on s.lang = :lang and s.key = 'status.' || o.status
left join message l on l.lang = :lang and l.key = 'reason.' || o.reason
order by o.number;
