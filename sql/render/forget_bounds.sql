-- Before other bounds are set.
delete from temp.report_bound;
