-- Which version and which rules imported and judged, and from which database a run was merged: nothing can make that again, so it is taken from the packed audit, and what
-- comes out is compared all the same.
update main.assessment as m
set tool_version = p.tool_version, catalog_version = p.catalog_version, catalog_digest = p.catalog_digest
from audit.assessment p
where p.id = m.id and (p.tool_version <> m.tool_version or p.catalog_version <> m.catalog_version
  or p.catalog_digest <> m.catalog_digest);
update main.source as m set tool_version = p.tool_version
from audit.source p
where p.sha256 = m.sha256 and p.tool_version <> m.tool_version;
update main.import_run as m set tool_version = p.tool_version, merged_from = p.merged_from
from audit.import_run p
where p.run = m.run and (p.tool_version <> m.tool_version or p.merged_from is not m.merged_from);
