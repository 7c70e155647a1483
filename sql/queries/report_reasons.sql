-- The reasons that computed controls can give. Grain: one row per status × reason, with its controls. A reason without
-- short words (one of the user's own controls may have none) is told by its sentence, with … for what results fill in.
-- Order: status as in lists, reason.
with known as (
  select q.reason, q.status, q.control_id,
    group_concat(c.id, ', ') over (partition by q.status, q.reason order by c.position
      rows between unbounded preceding and unbounded following) as controls,
    row_number() over (partition by q.status, q.reason order by c.position) as place
  from reason q
  join control c on c.id = q.control_id
)
select k.reason,
  coalesce(l.text, replace(replace(replace(replace(x.text,
    '{name}', '…'), '{subject}', '…'), '{actual}', '…'), '{expected}', '…'), k.reason) as reason_label,
  t.chip_class, t.status_icon,
  t.status_label, t.status_code, k.controls
from known k
join v_status_text t on t.status = k.status and t.lang = :lang
left join message l on l.lang = :lang and l.key = 'reason.' || k.reason
left join reason_text x on x.control_id = k.control_id and x.reason = k.reason and x.lang = :lang
where k.place = 1
order by t.status_position, k.reason;
