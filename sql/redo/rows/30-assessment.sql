-- Assessments. Key: how many there were with this one. A run that an older fargauge did not note is not compared.
insert into temp.redo_row (side, key, twin, said)
select '{view}', 'assessment ' || row_number() over (order by a.id), 0,
  json_object('label', a.label, 'as_of', a.as_of, 'as_of_from', a.as_of_from, 'generated_at', a.generated_at,
    'max_age_days', a.max_age_days, 'run', iif(p.run is null, null, a.run))
from {view}.assessment a
left join audit.assessment p on p.id = a.id;
