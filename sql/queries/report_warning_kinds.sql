-- The warnings that name files, with their texts. Grain: one row per warning that there is. Order: as they
-- are read.
select column2 as warning, t.text as title, m.text as sentence,
  iif(:most + 0 < 0, null, nullif(max(case column2 when 'more_pages' then (select count(*) from source where more_pages = 1)
    when 'not_before' then (select count(*) from v_handover
      where kind <> 'waivers' and captured_from = 'content' and counts is not 0)
    when 'later' then (select count(*) from v_handover where kind <> 'waivers' and captured_at > :as_of)
    else (select count(*) from v_handover where kind <> 'waivers' and captured_at > :generated_at) end - :most, 0), 0)) as files_left
from (values (1, 'more_pages'), (2, 'not_before'), (3, 'later'), (4, 'future')) w
join message t on t.lang = :lang and t.key = 'warning.' || w.column2 || '.title'
join message m on m.lang = :lang and m.key = 'warning.' || w.column2
where case w.column2 when 'more_pages' then exists (select 1 from source where more_pages = 1)
        when 'not_before' then exists (select 1 from v_handover
          where kind <> 'waivers' and captured_from = 'content' and counts is not 0)
        when 'later' then exists (select 1 from v_handover
          where kind <> 'waivers' and captured_at > :as_of)
        else exists (select 1 from v_handover
          where kind <> 'waivers' and captured_at > :generated_at) end
order by w.column1;
