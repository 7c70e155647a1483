-- How the waivers of files that are checked fare, as a line for the screen. An overlap of patterns is no row of
-- v_waiver_issue; the numbers are those of the lines before. Grain: one row. Order: none is needed for one row.
select replace(replace(replace(replace(m.text, '{waivers}', (select count(*) from waiver)),
    '{rejected}', (select count(*) from v_waiver_issue where rejection_id is not null)),
    '{issues}', :issues), '{notes}', (select count(*) from v_waiver_issue where level = 'note')) as line,
  :issues > 0 as alarm, 0 as issue
from message m
where m.lang = :lang and m.key = 'screen.waivers.lint'
order by line;
