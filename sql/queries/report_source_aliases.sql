-- Other names under which the same bytes were handed over, each with its capture time, and whether that one
-- counts. Grain: one row per name. Order: path.
select h.path as alias, h.captured_at, coalesce(m.text, h.captured_from) as captured_origin,
  h.captured_from = 'content' as not_before, h.counts and h.kind <> 'waivers' as counts
from v_handover h
join source_alias l on l.source_id = h.source_id and l.path = h.path
left join message m on m.lang = :lang and m.key = 'captured.' || h.captured_from
where h.source_id = :source_id
order by h.path
limit :most_inside;
