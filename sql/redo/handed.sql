-- What the packed audit says was handed over. One row per file, each time it was. Order: run, position.
select run, position, path, sha256, size, is_archive, captured_at, as_waivers
from audit.handed_over
order by run, position;
