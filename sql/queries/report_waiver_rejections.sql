-- Rows of the waiver files handed over last that could not be used. Grain: one row per row. Order: path, place in
-- the file.
select i.path || ifnull(':' || i.line, ' ' || i.pointer) as place_in_file, i.sentence,
  'chip issue issue-' || i.level as level_class, coalesce(m.text, i.level) as level_label,
  (select '#source-' || l.sha256 from source l
   where l.sha256 = s.sha256 and (:last_path is null or (l.path, l.sha256) <= (:last_path, :last_hash))) as href
from v_waiver_issue_text i
join source s on s.id = i.source_id
left join message m on m.lang = :lang and m.key = 'waiver_level.' || i.level
where i.rejection_id is not null and i.lang = :lang
order by i.path, s.sha256, i.byte_offset
limit :most;
