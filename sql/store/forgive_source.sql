-- A file that was refused once and whose bytes, or a file of whose name, are taken now is refused no more.
update rejected_source set forgiven = 1
where (sha256 = :sha256 and sha256 <> '') or path = :path;
