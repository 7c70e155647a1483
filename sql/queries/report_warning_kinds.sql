-- The warnings that name files, with their texts. Grain: one row per warning that there is. Order: as they
-- are read.
select column2 as warning, t.text as title, m.text as sentence
from (values (1, 'more_pages'), (2, 'not_before'), (3, 'later')) w
join message t on t.lang = :lang and t.key = 'warning.' || w.column2 || '.title'
join message m on m.lang = :lang and m.key = 'warning.' || w.column2
where case w.column2 when 'more_pages' then exists (select 1 from source where more_pages = 1)
        when 'not_before' then exists (select 1 from source where captured_from = 'content')
        else exists (select 1 from source where captured_at > :as_of) end
order by w.column1;
