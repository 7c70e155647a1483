-- Files of which some records could not be used. Grain: one row per such file. Order: path, hash.
select s.path, s.rejected, (select '#source-' || l.sha256 from source l
   where l.sha256 = s.sha256 and (:last_path is null or (l.path, l.sha256) <= (:last_path, :last_hash))) as href
from v_source s
where s.rejected > 0
order by s.path, s.sha256
limit :most;
