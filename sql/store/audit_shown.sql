-- Whether the attached audit, of schema 7 or newer, has a newest assessment: 1, or 0 where it was withdrawn. One row.
select count(*)
from audit.assessment a
where a.id = (select iif(max(id) in (select assessment_id from audit.withdrawal),
  (select shown_id from audit.withdrawal order by number desc limit 1), max(id)) from audit.assessment);
