-- Why AWS's verdict differs. Key: the assessment, the control and the resource.
insert into temp.redo_row (side, key, twin, said)
select '{view}', 'assessment ' || a.number || ' ' || k.control_id || ' ' || coalesce(x.arn, 'a resource that is not there'),
  row_number() over (partition by k.base, x.arn order by c.result_id),
  json_object('cause', c.cause, 'judge', c.judge, 'aws_at', c.aws_at, 'our_at', c.our_at, 'parameter', c.parameter,
    'aws_value', c.aws_value, 'our_value', c.our_value, 'detail', c.detail, 'annotation', c.annotation)
from {view}.result_cause c
join (select id, row_number() over (order by id) as number from {view}.assessment) a on a.id = c.assessment_id
join {view}.assessment_control k on k.assessment_id = c.assessment_id and c.result_id > k.base
  and c.result_id < k.base + 10000000000
left join {view}.resource x on x.id = c.result_id - k.base;
