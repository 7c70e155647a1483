-- Records of one type that no mapper wants, added to those counted before.
insert into no_interest (source_id, type, count) values (:source, :type, :count)
on conflict (source_id, type) do update set count = count + excluded.count;
