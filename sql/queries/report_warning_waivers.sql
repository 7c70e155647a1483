-- Waivers in force that can cover nothing in this audit. Grain: one row per waiver. Order: id, control,
-- pattern, path, place in the file.
select w.waiver_id, w.control_id, w.resource, w.account_id, iif(:last_waiver is null or w.number <= :last_waiver, '#waiver-' || w.number, null) as href,
  coalesce(m.text, w.state) as state_label
from v_waiver_state w
left join message m on m.lang = :lang and m.key = 'waiver_state.' || w.state
where w.state in ('unknown_control', 'no_resource')
order by w.number
limit :most;
