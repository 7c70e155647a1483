-- Fill report_bound: how much of each list is shown where a report is split (:most; -1: all of it), and how many are left
-- out. The last source and the last waiver that are listed tell which links lead somewhere.
insert into temp.report_bound
with most as (
  select cast(:most as integer) as most
), n as (
  select
    (select count(*) from source) as sources,
    (select count(*) from rejected_source) as refused,
    (select count(*) from rejected_source where forgiven = 0) as warned,
    (select count(*) from passed_over where reason <> 'not_an_export') as passed_over,
    (select count(*) from v_waiver_state) as waivers,
    (select count(*) from v_waiver_issue where rejection_id is not null) as waiver_rejections,
    (select count(*) from v_waiver_state where state in ('unknown_control', 'no_resource')) as idle_waivers,
    (select count(*) from v_missing_service) as missing,
    (select count(*) from v_source where rejected > 0) as rejecting,
    (select count(*) from v_newest_failure) as describe_failures,
    (select count(*) from (select distinct account_id from resource)) as accounts,
    (select count(*) from (select distinct account_id, region from v_coverage)) as places,
    (select count(*) from (select control_id from v_security_hub_verdict union select control_id from v_config_verdict)) as others,
    (select count(*) from (select 1 from finding where issuer <> 'aws/securityhub' group by issuer, control_id, compliance_status))
      as issuers,
    (select count(*) from temp.report_page) as pages
  where (select most from most) >= 0
)
select m.most, iif(m.most < 0, -1, max(m.most / 4, 1)),
  (select path from source where :most >= 0 order by path, sha256 limit 1 offset :most - 1),
  (select sha256 from source where :most >= 0 order by path, sha256 limit 1 offset :most - 1),
  iif(m.most < 0, null, m.most),
  nullif(max(n.sources - m.most, 0), 0), nullif(max(n.refused - m.most, 0), 0), nullif(max(n.warned - m.most, 0), 0),
  nullif(max(n.passed_over - m.most, 0), 0), nullif(max(n.waivers - m.most, 0), 0),
  nullif(max(n.waiver_rejections - m.most, 0), 0), nullif(max(n.idle_waivers - m.most, 0), 0),
  nullif(max(n.missing - m.most, 0), 0), nullif(max(n.rejecting - m.most, 0), 0),
  nullif(max(n.describe_failures - m.most, 0), 0), nullif(max(n.accounts - m.most, 0), 0),
  nullif(max(n.places - m.most, 0), 0), nullif(max(n.others - m.most, 0), 0), nullif(max(n.issuers - m.most, 0), 0)
from most m
left join n;
