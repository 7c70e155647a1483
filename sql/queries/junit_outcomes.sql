-- What each status counts as unless the user says otherwise. Grain: one row per status. Order: its name.
select status, usual
from v_junit_outcome
order by status;
