-- What one waiver covers, with a link to where the result is shown. Grain: one row per result. Order: account,
-- region, cluster, name, ARN.
select coalesce(r.account_id, '—') as account, coalesce(r.region, '—') as region_name,
  coalesce(r.cluster, '—') as cluster_name, r.name, r.arn,
  (select m.message from v_result_message m where m.result_id = e.id and m.lang = :lang) as message,
  -- of a split report: on its page
  (select coalesce((select 'report/' || p.file from temp.report_page p where p.first_place <= x.place
                    order by p.first_place desc limit 1), '') || '#resource-' || x.place
   from resource_fact x where x.resource_id = e.resource_id) as href
from v_result e
join resource r on r.id = e.resource_id
where e.assessment_id = :assessment_id and e.control_id = :control_id and e.waiver_id = :waiver_row
order by r.account_id, r.region, r.cluster, r.name, r.arn
limit :most_inside;
