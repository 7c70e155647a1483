-- The records that one result rests on. Grain: one row per record. Order: the most telling first.
select v.record_id
from v_result_evidence v
join v_record r on r.record_id = v.record_id
where v.result_id = :result_id
group by v.record_id
order by min(v.position), r.sha256, r.byte_offset;
