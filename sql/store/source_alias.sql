-- The same bytes handed over again. Under another name they are an alias with its own capture time; under the
-- same name only a time given by option says something new, see option_time.sql.
insert into source_alias (source_id, path, captured_at, captured_from, archive_id)
select id, :path, :captured_at, :captured_from, :archive from source where id = :id and path <> :path
on conflict (source_id, path) do update
set captured_at = excluded.captured_at, captured_from = excluded.captured_from
where excluded.captured_from = 'option';
