-- What failed, the first 100. Grain: one row per control and resource.
-- :assessment and :lang come from the program; a column of an enclosing row would be named the same way.
-- Every query ends in an order that tells any two rows apart, so that a report comes out the same each time.
select v.control_id, c.url, v.resource_name, m.message,
  v.account_id || ', ' || v.region || coalesce(', ' || v.cluster, '') as place
from v_placed_result v
join control c on c.id = v.control_id
join v_result_message m on m.result_id = v.result_id and m.lang = :lang
where v.assessment_id = cast(:assessment as integer) and v.status = 'FAILED'
order by v.position, v.place
limit 100;
