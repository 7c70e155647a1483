-- Files that were refused whole, as SARIF's notifications. Grain: one row per file. Order: path, hash.
select r.path as source, r.reason, r.line,
  r.path not glob '/*' and '/' || r.path || '/' not glob '*/../*' as is_below
from rejected_source r
where not r.forgiven
order by r.path, r.sha256;
