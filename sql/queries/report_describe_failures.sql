-- What was asked for and not described. Grain: one row per entry of a describe call's failures. Order:
-- ARN, reason, path, place in the file.
select f.arn, f.reason, f.detail, v.source as path, v.record as pointer,
  '#source-' || v.sha256 as href
from describe_failure f
join v_record v on v.record_id = f.record_id
order by f.arn, f.reason, v.source, v.sha256, v.byte_offset, f.detail;
