-- What a suite's properties say: what it stands for, what was judged, when, and by which rules; and where a status counts as
-- something else than usual, what. :kind is the suite's; 'waivers' of that of the waivers. Grain: one row per property.
-- Order: number, name.
with property (number, name, value) as (
  select 10, 'title', t.title from control_text t where t.control_id = :control_id and t.lang = :lang
  union all
  select 10, 'title', t.text from message t where t.lang = :lang and t.key = 'junit.suite.' || :kind
  union all
  select 11, 'severity', c.severity from control c where c.id = :control_id
  union all
  select n.column1, n.column2, case n.column1 when 12 then r.account_id when 13 then r.region else r.cluster end
  from (values (12, 'account_id'), (13, 'region'), (14, 'cluster')) n
  join resource_fact x on x.place = :first and (:kind = 'cluster' or (:kind = 'account' and n.column1 = 12))
  join resource r on r.id = x.resource_id
  union all
  select 15, 'part', :part
  union all
  select n.column1, n.column2, case n.column1 when 19 then a.label when 20 then replace(a.as_of, '.000Z', 'Z') when 21 then a.tool_version
    when 22 then a.catalog_version when 23 then a.catalog_digest when 24 then :inputs_digest
    when 25 then a.latest_linux else a.latest_windows end
  from v_assessment a
  join (values (19, 'label'), (20, 'as_of'), (21, 'tool_version'), (22, 'catalog_version'), (23, 'catalog_digest'),
    (24, 'inputs_digest'), (25, 'latest_linux'), (26, 'latest_windows')) n
  union all
  select 30, p.control_id || '.' || p.name, p.value
  from v_parameter p
  where p.control_id = :control_id or :kind in ('account', 'cluster')
  union all
  select 40, 'selected_' || s.kind, group_concat(s.value, ', ')
  from (select e.kind, e.value from assessment_selection e join v_assessment_id a on a.assessment_id = e.assessment_id
        order by e.kind, e.value) s
  group by s.kind
  union all
  select 50, 'status_' || n.column1, n.column2
  from (values ('PASSED', :as_passed), ('FAILED', :as_failed), ('INSUFFICIENT_DATA', :as_insufficient_data),
    ('NOT_APPLICABLE', :as_not_applicable), ('WAIVED', :as_waived)) n
  join v_junit_outcome o on o.status = n.column1
  where n.column2 <> o.usual and :kind <> 'waivers'
)
select name, value from property where value is not null order by number, name;
