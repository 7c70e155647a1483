-- The files that an observation rests on. Grain: one row per file. Order: path, hash.
select 'source ' || s.sha256 as source_name, coalesce(f.path, s.path) as source, sum(e.total) as results
from temp.oscal_evidence e
join source s on s.id = e.source_id
left join source_fact f on f.source_id = s.id
where e.control_id = :control_id and e.reason_id = :reason_id and (e.waiver_row is not null) = :is_waived
group by s.id
order by coalesce(f.path, s.path), s.sha256;
