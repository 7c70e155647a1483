-- The first lines of remediation.sh (:method is cli) and remediation.tf (terraform): `live` stands as it is, `note` is a
-- comment. Nothing live changes anything. Grain: one row per line. Order: position.
with line (position, live, note) as (
  select 1, iif(:method = 'cli', '#!/bin/sh', null), null
  union all
  select 2, null, replace(m.text, '{as_of}', replace(substr(a.as_of, 1, 19), 'T', ' ') || ' UTC')
  from message m
  join v_assessment a
  where m.lang = :lang and m.key = 'remediation.title'
  union all
  select 3, null, m.text
  from message m
  where m.lang = :lang and m.key = 'remediation.use.' || :method
  union all
  select 4, null, m.text
  from message m
  where m.lang = :lang and m.key = 'remediation.none'
    and not exists (select 1 from assessment_control k where k.assessment_id = (select assessment_id from v_assessment_id)
                      and k.failed > 0)
  union all
  select 5, iif(:method = 'cli', 'set -eu', null), null
)
select live, note
from line
where live is not null or note is not null
order by position;
