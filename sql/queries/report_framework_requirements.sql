-- The requirements of one framework with their status. Grain: one row per requirement. Order: position, requirement.
select r.requirement, t.title as requirement_title, r.failed, r.insufficient_data, r.waived, r.passed, r.not_applicable,
  coalesce(s.chip_class, 'chip na') as chip_class, coalesce(s.status_icon, '#i-na') as status_icon,
  coalesce(s.status_label, m.text) as status_label, s.status_code
from v_requirement r
left join requirement_text t on t.framework_id = r.framework_id and t.requirement = r.requirement and t.lang = :lang
left join v_status_text s on s.status = r.status and s.lang = :lang
left join message m on m.lang = :lang and m.key = 'requirement.' || r.status
where r.framework_id = :framework_id
order by r.position is null, r.position, r.requirement;
