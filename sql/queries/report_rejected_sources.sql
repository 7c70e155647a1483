-- Files that were refused whole; last those that a later file took the place of. Grain: one row per file.
-- Order: those, path, hash.
select path, nullif(sha256, '') as sha256, size, line, byte_offset, reason, nullif(hint, '') as hint, forgiven,
  iif(forgiven, 'source refused forgiven', 'source refused') as source_class,
  iif(forgiven, 'chip', 'chip failed') as refused_class
from rejected_source
order by forgiven, path, rejected_source.sha256
limit :most;
