-- Why a pack lacks an input, as its pack.json says. One row per hash. Order: hash.
select json_extract(value, '$.sha256') as sha256, json_extract(value, '$.reason') as reason
from json_each(:text, '$.inputs.missing')
where json_extract(value, '$.sha256') is not null
order by 1;
