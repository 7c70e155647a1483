-- Files that were refused whole. Grain: one row per file. Order: path, hash.
select path, nullif(sha256, '') as sha256, size, line, byte_offset, reason, nullif(hint, '') as hint
from rejected_source
order by path, sha256;
