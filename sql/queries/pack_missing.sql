-- The files that were handed over and could not be packed. Grain: one row per hash. Order: number.
select i.sha256 as missing_sha256, i.size as missing_size, p.path as missing_path, f.reason as missing_reason,
  m.text as missing_words
from temp.pack_found f
join temp.pack_input i on i.sha256 = f.sha256
join temp.pack_path p on p.sha256 = f.sha256 and p.rank = 1
left join message m on m.lang = :lang and m.key = 'pack.missing.' || f.reason
where f.path is null
order by i.number;
