-- The counts by control as lines for the screen; `alarm` marks those with failures. Order: a heading,
-- then reading order.
select line, alarm
from (select 0 as position, 0 as alarm,
        printf('%-8s %-9s %7s %7s %7s %7s %7s', 'control', 'severity', 'failed', 'passed', 'no data',
          'n/a', 'waived') as line
      union all
      select position, failed,
        printf('%-8s %-9s %7d %7d %7d %7d %7d', control_id, lower(severity), failed, passed,
          insufficient_data, not_applicable, waived)
      from v_control_counts)
order by position;
