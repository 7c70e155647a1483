-- The withdrawal of an assessment. Which one reports show then: the same as before; where it is that which is withdrawn, the one
-- made last before it, as long as nothing was imported and no rule changed since, so that its working rows come out as they
-- were.
insert into withdrawal (assessment_id, label, reason, withdrawn_by, withdrawn_at, tool_version, run, after_id, shown_id)
select a.id, a.label, :reason, :withdrawn_by, :withdrawn_at, :tool_version, coalesce((select max(run) from import_run), 0),
  (select max(id) from assessment),
  iif(a.id <> s.assessment_id, s.assessment_id,
    (select b.id
     from v_standing_assessment b
     join catalog c on c.digest = b.catalog_digest
     where b.id = (select max(o.id) from v_standing_assessment o where o.id <> a.id)
       and b.run is (select max(run) from import_run)))
from assessment a
join v_assessment_id s
where a.id = :assessment;
