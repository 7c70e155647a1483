-- The controls that were judged, as SARIF's rules. `security_severity` is the number that GitHub sorts alerts by, in the
-- middle of its ranges. Grain: one row per control. Order: reading order.
select c.id as rule_id, t.title, t.description, c.url, c.severity, c.category, c.config_rule,
  case c.severity when 'LOW' then 'note' when 'MEDIUM' then 'warning' else 'error' end as level,
  case c.severity when 'LOW' then '2.0' when 'MEDIUM' then '5.5' when 'HIGH' then '8.0' else '9.5' end
    as security_severity,
  t.description
    || coalesce((select char(10, 10) || m.text || ':' || char(10) || group_concat('- ' || p.title || ': ' || p.text, char(10))
       from (select title, text from control_point
             where control_id = c.id and lang = :lang and kind = 'risk' order by position) p
       join message m on m.lang = :lang and m.key = 'screen.risks'), '')
    || coalesce((select char(10, 10) || m.text || ':' || char(10) || group_concat('- ' || p.title || ': ' || p.text, char(10))
       from (select title, text from control_point
             where control_id = c.id and lang = :lang and kind = 'countermeasure' order by position) p
       join message m on m.lang = :lang and m.key = 'screen.countermeasures'), '') as help
from v_judged_control c
join control_text t on t.control_id = c.id and t.lang = :lang
order by c.position;
