-- The files that were imported, as SARIF's artifacts. Grain: one row per file. Order: path, hash.
select s.path as source, s.sha256, s.size, s.kind,
  s.path not glob '/*' and '/' || s.path || '/' not glob '*/../*' as is_below
from source s
order by s.path, s.sha256;
