-- The records of one file that could not be used. Grain: one row per record. Order: place in the file.
select pointer, byte_offset, byte_length, reason, detail
from rejection
where source_id = :source_id
order by byte_offset, pointer, reason, detail
limit :most_inside;
