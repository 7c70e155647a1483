-- What is wrong with one waiver, and what to know about it. Grain: one row per issue. Order: the heaviest first.
select i.code, 'chip issue issue-' || i.level as level_class, coalesce(m.text, i.level) as level_label, i.sentence
from v_waiver_issue_text i
left join message m on m.lang = :lang and m.key = 'waiver_level.' || i.level
where i.waiver_row = :waiver_row and i.lang = :lang
order by i.code_position;
