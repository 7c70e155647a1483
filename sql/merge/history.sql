-- What was handed over to a database up to a run.
insert into merged_history (side, run, history) values (:side, :run, :history);
