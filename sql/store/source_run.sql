-- These bytes were handed over again, in this run.
update source set run = :run where id = :id;
