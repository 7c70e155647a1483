-- A word that chooses what to list, computed or not. Nothing is inserted where the catalogue has no such.
insert or ignore into assessment_selection (assessment_id, kind, value)
select a.assessment_id, w.kind, w.value
from v_choice w, v_assessment_id a
where w.kind = :kind and w.value = iif(:kind = 'severity', upper(:value), :value);
