-- Run once per connection. A rollback journal, not WAL: an audit's database is one file that people
-- copy, and WAL would leave two more beside it. Sorting spills to temporary files, so that memory stays
-- flat. full: a power cut never costs evidence.
pragma foreign_keys = on;
pragma journal_mode = delete;
pragma synchronous = full;
pragma cache_size = -16384;
