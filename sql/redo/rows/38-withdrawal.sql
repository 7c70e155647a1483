-- Withdrawals. Key: how many there were with this one. Which assessment reports show since is told by what they show.
insert into temp.redo_row (side, key, twin, said)
select '{view}', 'withdrawal ' || row_number() over (order by w.number), 0,
  json_object('number', w.number, 'assessment', w.assessment_id, 'label', w.label, 'reason', w.reason, 'by', w.withdrawn_by, 'at', w.withdrawn_at,
    'run', w.run, 'after', w.after_id)
from {view}.withdrawal w;
