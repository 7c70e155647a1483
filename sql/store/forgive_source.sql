-- A file that was refused once and is taken now (by a later version, say) is refused no more.
delete from rejected_source where sha256 = :sha256 and sha256 <> '';
