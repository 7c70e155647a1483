-- The reasons that computed controls can give. Grain: one row per status × reason, with its controls. Order:
-- status as in lists, reason.
with known as (
  select q.reason, q.status,
    group_concat(c.id, ', ') over (partition by q.status, q.reason order by c.position
      rows between unbounded preceding and unbounded following) as controls,
    row_number() over (partition by q.status, q.reason order by c.position) as place
  from reason q
  join control c on c.id = q.control_id
)
select k.reason, coalesce(l.text, k.reason) as reason_label, t.chip_class, t.status_icon,
  t.status_label, t.status_code, k.controls
from known k
join v_status_text t on t.status = k.status and t.lang = :lang
left join message l on l.lang = :lang and l.key = 'reason.' || k.reason
where k.place = 1
order by t.status_position, k.reason;
