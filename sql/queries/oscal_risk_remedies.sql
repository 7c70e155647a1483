-- What the catalogue recommends against a risk. Grain: one row per countermeasure. Order: position.
select :risk || ' response ' || p.position as response, p.title as remedy_title, p.text as remedy_text
from control_point p
where p.control_id = :control_id and p.lang = :lang and p.kind = 'countermeasure'
order by p.position;
