-- Run once per connection. A rollback journal, not WAL: an audit's database is one file that people
-- copy, and WAL would leave two more beside it. Sorting spills to temporary files, so that memory stays
-- flat. full: a power cut never costs evidence. Pages of 16 KB (of new files; one that is there keeps its own): an assessment
-- of many resources looks up by key all the time, and its trees are one level lower.
pragma page_size = 16384;
pragma foreign_keys = on;
pragma journal_mode = delete;
pragma synchronous = full;
pragma cache_size = -16384;
