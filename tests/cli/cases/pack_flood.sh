# Whatever is done to a pack, the list of what is found stays one that can be read.
. "$here/tampering.sh"
make_audit
"$FARGAUGE" pack --db audit.db --out good --quiet
short() { [ "$(wc -l <"$out")" -le "$1" ] || { wc -l "$out"; return 1; }; }

changed_db "pragma foreign_keys = off; update assessment set id = 9000000000000000000 where id = 2"
found 'dropped: assessments 2 to 8999999999999999999: there are later ones, but not these'
ok 'a short list' short 400

changed_db "pragma foreign_keys = off; with recursive n (i) as (values (1) union all select i + 1 from n where i < 3000)
  insert into assessment_reason (assessment_id, control_id, reason, status) select 7, 'X.' || i, 'none', 'PASSED' from n"
found 'damaged: data/fargauge.db: 3000 rows of assessment_reason point to none of assessment'
ok 'a short list' short 400

fresh
{
  i=0
  while [ $i -lt 500 ]; do
    echo "create table more_$i (x);"
    i=$((i + 1))
  done
} >many.sql
"$ASK" bad/data/fargauge.db "$(cat many.sql)"
seal bad
found 'schema: data/fargauge.db: added: the table more_0'
prints 'schema: data/fargauge.db: and 480 more'
ok 'a short list' short 50

fresh
i=0
while [ $i -lt 300 ]; do
  echo more >"bad/data/more-$i"
  i=$((i + 1))
done
found 'added: data/more-0: '
prints 'added: and 200 more'
ok 'all are counted' in_file "$out" -E '^bad: NOT AS IT SHOULD BE, [0-9]{3} findings'
ok 'a short list' short 250
