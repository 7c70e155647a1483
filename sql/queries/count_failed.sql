-- How many results of the newest assessment FAILED and are not waived: more than none is exit code 1.
select coalesce(sum(failed), 0) from v_control_counts;
