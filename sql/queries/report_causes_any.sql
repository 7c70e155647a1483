-- Whether there is anything to say of how AWS's verdicts and the report's compare (report_causes). Grain: one row where there
-- is, else none. Order: none is needed for one row.
select 1 as any_cause
where exists (select 1
              from v_result e
              join control c on c.id = e.control_id and c.issuer = 'aws'
              left join result_cause k on k.assessment_id = e.assessment_id and k.result_id = e.id
              where e.assessment_id = :assessment_id and (e.agreement <> 'agrees' or k.cause is not null))
order by any_cause;
