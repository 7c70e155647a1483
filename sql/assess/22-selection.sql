-- What the user chose: a control that is computed, a framework or a severity. Nothing is inserted where there is no such.
insert or ignore into assessment_selection (assessment_id, kind, value)
select :assessment, w.kind, w.value
from v_choice w
where w.kind = :kind and w.value = iif(:kind = 'severity', upper(:value), :value)
  and (:kind <> 'control' or exists (select 1 from control c where c.id = w.value and c.view is not null));
