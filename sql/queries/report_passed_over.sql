-- What was met in folders and archives and not followed, though it may hide evidence. What is no export stands
-- in the table only: among it are reports of earlier runs. Grain: one row per path. Order: path.
select p.path, m.text as reason
from passed_over p
join message m on m.lang = :lang and m.key = 'passed_over.' || p.reason
where p.reason <> 'not_an_export'
order by p.path
limit :most;
