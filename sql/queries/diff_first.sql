-- What the screen says where there is nothing yet to compare with. Grain: one row. Order: none is needed for one row.
select null as word, m.text, 0 as alarm
from message m
where m.lang = :lang and m.key = 'diff.first'
order by m.key;
