-- The assessment in which waiver files are checked, of nothing yet.
insert into assessment (as_of, as_of_from, generated_at, tool_version, catalog_version, catalog_digest)
select :as_of, 'option', :as_of, '-', version, digest
from catalog;
