-- One tag of what a record describes; of a key that stands twice the first counts.
insert into tag (record_id, key, value) values (:record, :key, :value)
on conflict do nothing;
