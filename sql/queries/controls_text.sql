-- One control's whole text as lines for the screen; no line where the catalogue lacks it. Order: as an
-- article has it.
with remedies as (
  -- {name} and {name|filter} are filled per resource in reports; here they are shown as <NAME>
  select r.method, r.position,
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
      r.text,
      '{region}', '<REGION>'),
      '{account_id}', '<ACCOUNT_ID>'),
      '{cluster_ref}', '<CLUSTER>'),
      '{cluster}', '<CLUSTER>'),
      '{name}', '<NAME>'),
      '{resource_arn}', '<RESOURCE_ARN>'),
      '{launch_type}', '<LAUNCH_TYPE>'),
      '{platform_version}', '<PLATFORM_VERSION>'),
      '{latest_version}', '<LATEST_VERSION>'),
      '{task_definition}', '<TASK_DEFINITION>'),
      '{family}', '<FAMILY>'),
      '{actual}', '<ACTUAL>'),
      '{expected}', '<EXPECTED>'),
      '{subject}', '<SUBJECT>') as text
  from (select method, position,
          replace(replace(replace(replace(text, '{{', '{'), '|shell}', '}'), '|hcl_id}', '}'), '|hcl}', '}') as text
        from remedy
        where control_id = :control_id and lang = :lang and variant = 'default') r
), lines (part, position, line) as (
  select 1, 0, c.id || '  ' || t.title from control c
    join control_text t on t.control_id = c.id and t.lang = :lang where c.id = :control_id
  union all
  select 2, 0, lower(c.severity) || ' · ' || c.category || ' · ' || c.resource_type
      || coalesce(' · AWS Config: ' || c.config_rule, '')
      || coalesce(' · ' || (select text from message m where m.lang = :lang and m.key = 'screen.retired_on')
                  || ' ' || c.retired_on, '')
    from control c where c.id = :control_id
  union all
  select 3, 0, (select text from message m where m.lang = :lang and m.key = 'screen.successors') || ' '
      || group_concat(s.successor_id, ', ')
    from (select successor_id from control_successor where control_id = :control_id
          order by cast(substr(successor_id, 5) as integer)) s
    having count(*) > 0
  union all
  select 4, 0, f.name || ' ' || f.version || ': ' || group_concat(q.requirement, ', ')
    from (select q.framework_id, q.requirement
          from control_requirement q
          left join requirement r on r.framework_id = q.framework_id and r.requirement = q.requirement
          where q.control_id = :control_id
          order by q.framework_id, r.position, q.requirement) q
    join framework f on f.id = q.framework_id group by f.id
  union all
  select 5, 0, ' ' from control where id = :control_id
  union all
  select 6, 0, t.description from control_text t where t.control_id = :control_id and t.lang = :lang
  union all
  select distinct case p.kind when 'risk' then 10 else 12 end, 0, ' ' from control_point p
    where p.control_id = :control_id
  union all
  select distinct case p.kind when 'risk' then 10 else 12 end, 1, m.text
    from control_point p join message m on m.lang = :lang and m.key = 'screen.' || p.kind || 's'
    where p.control_id = :control_id
  union all
  select case p.kind when 'risk' then 11 else 13 end, p.position, '  - ' || p.title || ': ' || p.text
    from control_point p where p.control_id = :control_id and p.lang = :lang
  union all
  select distinct 19 + case r.method when 'console' then 1 when 'cli' then 3 else 5 end, 0,
      ' ' from remedy r where r.control_id = :control_id
  union all
  select distinct 19 + case r.method when 'console' then 1 when 'cli' then 3 else 5 end, 1, m.text
    from remedy r join message m on m.lang = :lang and m.key = 'screen.remedy.' || r.method
    where r.control_id = :control_id
  union all
  select case r.method when 'console' then 21 when 'cli' then 23 else 25 end, 2 * r.position,
      case r.method when 'console' then '  ' || r.position || '. ' else '' end || r.text
    from remedies r
  union all
  -- between two listings
  select case r.method when 'cli' then 23 else 25 end, 2 * r.position - 1, ' '
    from remedies r where r.method <> 'console' and r.position > 1
  union all
  select 30, 0, ' ' from control_parameter where control_id = :control_id
  union all
  select 31, row_number() over (order by p.name, p.since), p.name || ' = ' || p.value || '  (' || p.since || ', ' || p.source || ')'
    from control_parameter p where p.control_id = :control_id
)
select distinct line, part, position from lines where line is not null order by part, position, line;
