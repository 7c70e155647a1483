-- Gaps in the evidence. Key: the assessment and what is concerned.
insert into temp.redo_row (side, key, twin, said)
select '{view}', key, row_number() over (partition by key order by said), said
from (
  select 'assessment ' || a.number || ' ' || g.kind || ' '
      || coalesce(g.resource, g.resource_type || ' in ' || g.account_id || ' ' || g.region, s.path, '') as key,
    json_object('account_id', g.account_id, 'region', g.region, 'resource_type', g.resource_type,
      'source', s.sha256, 'record', r.pointer, 'detail', g.detail, 'expected', g.expected) as said
  from {view}.gap g
  join (select id, row_number() over (order by id) as number from {view}.assessment) a on a.id = g.assessment_id
  left join {view}.record r on r.id = g.record_id
  left join {view}.source s on s.id = coalesce(g.source_id, r.source_id)
);
