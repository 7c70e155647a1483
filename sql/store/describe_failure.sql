-- One entry of `failures`: asked for and not described.
insert into describe_failure (record_id, arn, reason, detail) values (:record, :arn, :reason, :detail);
