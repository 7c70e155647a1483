-- An assessment of nothing, to which a choice of controls belongs while they are listed. Its time is never read.
insert into assessment (as_of, as_of_from, generated_at, tool_version, catalog_version, catalog_digest)
select '1970-01-01T00:00:00.000Z', 'option', '1970-01-01T00:00:00.000Z', '-', version, digest
from catalog;
