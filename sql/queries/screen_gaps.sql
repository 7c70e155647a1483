-- Gaps in the evidence, for the screen. Grain: one row per kind. Order: kind.
select 'gap: ' || m.text || ': ' || count(*) as line
from gap g
join v_assessment a on a.assessment_id = g.assessment_id
join message m on m.lang = 'en' and m.key = 'gap.' || g.kind
group by g.kind
order by g.kind;
