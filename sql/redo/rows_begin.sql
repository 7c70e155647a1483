-- Room for the rows of one kind, as the packed audit has them and as they are made again. `said` is a JSON object.
create temp table if not exists redo_row (
  side text not null check (side in ('main', 'audit')),
  key text not null,
  twin integer not null,             -- tells rows with the same key apart
  said text not null,
  primary key (side, key, twin)
) strict, without rowid;
delete from temp.redo_row;
