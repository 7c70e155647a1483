-- The hash of the program that made a pack, as its pack.json tells it. One row.
select json_extract(:text, '$.tool.sha256');
