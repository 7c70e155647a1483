insert into service_tag (service_id, key, value) values (:service, :key, :value)
on conflict do nothing;
