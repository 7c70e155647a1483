-- How many waivers an audit has, as a line for the screen. Grain: one row. Order: none is needed for one row.
select replace(replace(replace(m.text, '{waivers}', (select count(*) from v_waiver_state where not superseded)),
    '{live}', (select count(*) from v_waiver_state where live)),
    '{covered}', (select ifnull(sum(covered), 0) from v_waiver_state)) as line,
  0 as alarm, 0 as issue
from message m
where m.lang = :lang and m.key = 'screen.waivers.list'
order by line;
