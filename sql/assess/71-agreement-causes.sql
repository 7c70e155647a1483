-- Why a verdict of AWS's differs from ours. One row per result that is compared and differs.
update result
set agreement_cause = case
  when agreement = 'stale' then 'aws_before_change'
  when exists (select 1
               from security_hub_fact h
               join finding_parameter p on p.finding_id = h.finding_id
               join assessment_parameter mine on mine.assessment_id = :assessment
                 and mine.control_id = result.control_id and mine.name = p.name
               where h.control_id = result.control_id and h.resource_id = result.resource_id
                 and p.value <> mine.value) then 'other_parameters'
  when status = 'INSUFFICIENT_DATA' then 'inventory_incomplete'
  when coalesce((select meaning from v_verdict_meaning m where m.status = security_hub_status), '')
         not in ('pass', 'fail')
    and coalesce((select meaning from v_verdict_meaning m where m.status = config_rule_status), '')
          not in ('pass', 'fail') then
    iif(exists (select 1 from service s where s.record_id = result.record_id
                  and s.launch_type is null and s.capacity_provider_strategy <> '[]'),
        'behind_capacity_provider', 'aws_not_evaluated')
  when (select meaning from v_verdict_meaning m where m.status = security_hub_status)
    <> (select meaning from v_verdict_meaning m where m.status = config_rule_status) then 'aws_sources_differ'
  else 'unexplained'
end
where assessment_id = :assessment and agreement in ('stale', 'disagrees');
