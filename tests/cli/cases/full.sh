# A disk that is full: a clear message, nothing half-loaded, and the next run goes on. A limit on file sizes stands in for it.
i=0
mkdir in
while [ $i -lt 40 ]; do
  i=$((i + 1))
  printf '{"services":[' >"in/$i.json"
  for n in 0 1 2 3 4 5 6 7 8 9; do
    service_object "s$i-$n" 1.3.0
    printf ,
  done >>"in/$i.json"
  service_object "s$i" 1.3.0 >>"in/$i.json"
  printf ']}' >>"in/$i.json"
done
fg 0 import in --db whole.db
blocks=$(($(wc -c <whole.db) / 512))
count='select count(*), count(distinct source_id) from record'
whole=$("$ASK" whole.db "$count")

for percent in 1 20 60 90 97; do
  rm -f small.db small.db-journal
  (
    ulimit -f $((blocks * percent / 100 + 1))
    exec "$FARGAUGE" import in --db small.db >"$out" 2>"$err"
  )
  status=$?
  exited 4 "an import with room for $percent %"
  says 'small.db'
  says_like '^hint: .'
  ok "nothing half-loaded with room for $percent %" [ "$("$ASK" small.db \
    "select count(*) from sqlite_schema where name = 'record'" | sed "s/^1$/$("$ASK" small.db \
    'select count(*) from record where source_id not in (select id from source where size > 0)' 2>/dev/null)/")" = 0 ]
  fg 0 import in --db small.db
  asks small.db "$count" "$whole"
  asks small.db 'pragma integrity_check' ok
done
