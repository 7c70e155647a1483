-- Which handing-over of each source counts: the newest capture of its bytes at or before as_of. Bytes that
-- were captured again later, unchanged, say that nothing had changed by then.
insert into source_fact (source_id, path, captured_at, captured_from)
select source_id, path, captured_at, captured_from
from (select t.*,
        row_number() over (partition by t.source_id order by t.captured_at desc, t.path) as choice
      from (select id as source_id, path, captured_at, captured_from from source
            union all
            select source_id, path, captured_at, captured_from from source_alias) t
      join assessment a on a.id = :assessment
      where t.captured_at is null or t.captured_at <= a.as_of)
where choice = 1;
