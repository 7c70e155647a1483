-- The files that go into the pack. One row per hash that was found. Order: number.
select f.path, i.name, i.sha256
from temp.pack_found f
join temp.pack_input i on i.sha256 = f.sha256
where f.path is not null
order by i.number;
