-- The same bytes under another name; once per name.
insert into source_alias (source_id, path)
select id, :path from source where id = :id and path <> :path
on conflict do nothing;
