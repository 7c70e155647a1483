-- The first file that was not found, and how many there are. No row: all are there.
select f.reason, p.path, count(*) over () as missing
from temp.pack_found f
join temp.pack_input i on i.sha256 = f.sha256
join temp.pack_path p on p.sha256 = f.sha256 and p.rank = 1
where f.path is null
order by i.number
limit 1;
