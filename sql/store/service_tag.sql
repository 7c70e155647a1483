-- One tag of a service; of a key that stands twice the first counts.
insert into service_tag (service_id, key, value) values (:service, :key, :value)
on conflict do nothing;
