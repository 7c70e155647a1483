-- What was asked for and not described: of each the newest answer. Grain: one row per ARN; without one, per entry of a describe
-- call's failures. Order: ARN, reason, path, place in the file.
select f.arn, f.reason, f.detail, v.source as path, v.record as pointer,
  (select '#source-' || l.sha256 from source l
   where l.sha256 = v.sha256 and (:last_path is null or (l.path, l.sha256) <= (:last_path, :last_hash))) as href
from v_newest_failure n
join describe_failure f on f.id = n.failure_id
join v_record v on v.record_id = f.record_id
order by f.arn, f.reason, v.source, v.sha256, v.byte_offset, f.detail
limit :most;
