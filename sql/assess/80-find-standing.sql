-- The assessment that :word names, by its label, else by its number; `withdrawn` says whether it was taken back. Grain: one row at
-- most. Order: none is needed for one row.
select id, withdrawn, told
from (select a.id, 0 as withdrawn, '' as told, 1 as rank from v_standing_assessment a where a.label = :word
      union all
      select a.id, 0, '', 2 from v_standing_assessment a where cast(a.id as text) = :word
      union all
      select w.assessment_id, 1, 'it was withdrawn at ' || substr(w.withdrawn_at, 1, 19) || 'Z by ' || w.withdrawn_by, 3
      from withdrawal w
      where w.label = :word or cast(w.assessment_id as text) = :word)
order by rank, id desc
limit 1;
