-- Where to look for the bytes of every file. One row per hash × path. Order: as they were handed over, then the first path
-- to try first.
select p.sha256, i.size, p.path
from temp.pack_path p
join temp.pack_input i on i.sha256 = p.sha256
order by i.number, p.rank;
