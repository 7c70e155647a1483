-- Resources. Key: the ARN.
insert into temp.redo_row (side, key, twin, said)
select '{view}', arn, 0,
  json_object('partition', partition, 'account_id', account_id, 'region', region, 'type', type, 'cluster', cluster,
    'name', name)
from {view}.resource;
