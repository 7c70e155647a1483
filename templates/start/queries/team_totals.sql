-- The counts of all controls together. Grain: one row.
-- v_control_counts and other views are described in sql/README.md of fargauge; a query can only read.
select sum(failed) as failed, sum(insufficient_data) as undecided, sum(passed) as passed,
  nullif(max(sum(failed) - 100, 0), 0) as left_out -- team_failures.sql lists 100
from v_control_counts
order by failed;
