-- The test cases of one suite, :control_id. Order: place, name, ARN.
select j.classname, case when j.twin > 1 then j.resource_name || ' (' || j.twin || ')' else j.resource_name end as name,
  j.failed, j.errored, j.skipped, j.reason, m.message, j.resource_arn, j.source, j.record,
  j.captured_at, j.waiver_id, j.waiver_expires
from v_junit_case j
join v_result_message m on m.result_id = j.result_id and m.lang = :lang
where j.control_id = :control_id
order by j.account_id, j.region, j.cluster, j.resource_name, j.resource_arn;
