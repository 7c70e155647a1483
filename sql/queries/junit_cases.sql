-- The test cases of one suite, :control_id. Order: account, region, cluster, name, ARN (resource_fact.place).
select j.classname, j.name, j.failed, j.errored, j.skipped, j.reason, m.message, j.resource_arn,
  j.source, j.record, j.captured_at, j.waiver_id, j.waiver_expires
from v_junit_case j
join v_result_message m on m.result_id = j.result_id and m.lang = :lang
where j.control_id = :control_id
order by j.place;
