-- The waivers that were handed over last, in short. Grain: one row per waiver. Order: reading order.
select w.waiver_id, w.control_id as waived_control, w.resource as waived_resource, w.approver, w.expires_at,
  coalesce(m.text, w.state) as waiver_state
from v_waiver_state w
left join message m on m.lang = :lang and m.key = 'waiver_state.' || w.state
where not w.superseded
order by w.number;
