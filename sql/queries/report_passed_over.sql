-- What lay in folders and archives and was not read: what may hide evidence first. Grain: one row per path.
-- Order: that, path.
select p.path, m.text as reason
from passed_over p
join message m on m.lang = :lang and m.key = 'passed_over.' || p.reason
order by p.reason = 'not_an_export', p.path;
