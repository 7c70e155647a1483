-- The words that this report uses. Grain: one row per term. Order: as they are explained.
select t.text as term, m.text as meaning
from (values (1, 'control'), (2, 'resource'), (3, 'result'), (4, 'evidence'), (5, 'as_of'), (6, 'scope'), (7, 'waiver'), (8, 'gap'),
  (9, 'insufficient'), (10, 'platform_version'), (11, 'latest'), (12, 'agreement'), (13, 'requirement')) w
join message t on t.lang = :lang and t.key = 'term.' || w.column2
join message m on m.lang = :lang and m.key = 'term.' || w.column2 || '.text'
order by w.column1;
