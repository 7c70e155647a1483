-- Files of which some records could not be used. Grain: one row per such file. Order: path, hash.
select s.path, s.rejected, '#source-' || s.sha256 as href
from v_source s
where s.rejected > 0
order by s.path, s.sha256;
