-- Files that were refused whole, and that nothing has taken the place of since. Grain: one row per file.
-- Order: path, hash.
select path, reason
from rejected_source
where forgiven = 0
order by path, sha256
limit :most;
