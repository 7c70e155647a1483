-- The differences of one class, the first :most. Grain: one row per control × resource. Order: their number, in which they
-- come by themselves.
select d.control_id, r.name, r.arn, coalesce(r.account_id, '-') as account, coalesce(r.region, '-') as region_name,
  coalesce(r.cluster, '-') as cluster_name, r.cluster, a.status_label as from_label, 'chip ' || a.status_class as from_class,
  a.status_icon as from_icon, b.status_label as to_label, 'chip ' || b.status_class as to_class, b.status_icon as to_icon,
  u.text as cause_label, coalesce(s.text, c.severity) as severity_label,
  'severity ' || lower(c.severity) as severity_class, (select m.message from v_result_message m where m.result_id = coalesce(d.to_result, d.from_result) and m.lang = :lang)
    as message
from temp.difference d
join resource r on r.id = d.resource_id
left join control c on c.id = d.control_id
left join message s on s.lang = :lang and s.key = 'severity.' || c.severity
left join v_status_text a on a.status = d.from_status and a.lang = :lang
left join v_status_text b on b.status = d.to_status and b.lang = :lang
left join message u on u.lang = :lang and u.key = 'diff.cause.' || d.cause
where d.class = :class and d.number < (select min(number) from temp.difference where class = :class) + :most
order by d.number;
