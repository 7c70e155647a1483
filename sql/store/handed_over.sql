-- A file that was handed over, and what became of it.
insert into handed_over (run, position, path, sha256, size, is_archive, captured_at, as_waivers, outcome)
select :run, coalesce(max(position), 0) + 1, :path, :sha256, :size, :is_archive, :captured_at, :as_waivers, :outcome
from handed_over
where run = :run;
