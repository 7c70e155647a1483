# The packed database: what an honest audit gives comes out again byte for byte, however it came about, and nothing else may lie in it.
. "$here/tampering.sh"
make_audit

# ---- audits that came about in every way
"$FARGAUGE" assess --db audit.db --label third --quiet # a second time of the same
"$FARGAUGE" import given --db owned.db --captured-at 2026-10-01T00:00:00Z --quiet 2>/dev/null
cp -R "$here/own" other
chmod -R u+w other
for file in other/*.sql other/*/*.sql; do
  [ ! -e "$file" ] || echo '-- changed' >>"$file"
done
cp owned.db changed.db
cp owned.db added.db
"$FARGAUGE" assess --db added.db --label before --quiet
"$FARGAUGE" assess --db added.db --controls "$here/own" --label after --quiet
"$FARGAUGE" assess --db owned.db --controls "$here/own" --quiet
"$FARGAUGE" assess --db changed.db --controls "$here/own" --quiet
"$FARGAUGE" assess --db changed.db --controls other --quiet
"$FARGAUGE" import given/good.json given/old.json --db one.db --quiet
"$FARGAUGE" assess --db one.db --quiet
"$FARGAUGE" import given/inner.tar later_20261101T000000Z.json --db two.db --quiet
"$FARGAUGE" merge one.db two.db --into merged.db --quiet
"$FARGAUGE" assess --db merged.db --quiet
cp two.db into.db
"$FARGAUGE" assess --db into.db --quiet
"$FARGAUGE" merge one.db merged.db --into into.db --quiet
"$FARGAUGE" assess --db into.db --quiet
cp audit.db vacuumed.db
"$ASK" vacuumed.db 'pragma page_size = 4096; vacuum'
cp audit.db deleted.db
"$ASK" deleted.db "create table more (x); insert into more select hex(randomblob(1000)) from record; drop table more"
cp audit.db analyzed.db
"$ASK" analyzed.db analyze
for db in audit owned added changed merged into vacuumed deleted analyzed; do
  fg 0 pack --db $db.db --out $db --quiet
  fg 0 verify $db
  prints 'byte for byte'
  ok "$db: no word of other bytes" fails in_file "$out" -F 'not the same bytes'
  fg 0 pack --db $db.db --out $db.hashes --no-inputs --quiet
  fg 0 verify $db.hashes
done
fg 0 verify added
ok 'what was assessed before own controls came is made again without them' fails in_file "$out" -F 'by other rules'
ok 'however its file lay, the same audit is the same pack' diff -r audit vacuumed
ok 'and with free pages' diff -r audit deleted
ok 'and with what ANALYZE found out' diff -r audit analyzed
fg 0 pack --db analyzed.db --out redacted --redact --redact-key key --quiet
fg 0 pack --db audit.db --out redacted-too --redact --redact-key key --quiet
ok 'redacted, too' diff -r redacted redacted-too
fg 0 verify redacted
gunzip -c "$SOURCE_ROOT/tests/cli/upgrade/schema-5.db.gz" >old.db
fg 0 pack --db old.db --out old --no-inputs --quiet
fg 0 verify old

# ---- what no row has
# hide DIR: write a text into the first gap between the cells of a page that has room for it
hide() {
  size=16384
  page=1
  pages=$(($(wc -c <"$1/data/fargauge.db") / size))
  while [ $page -lt $pages ]; do
    at=$((page * size))
    set -- "$1" $(od -An -v -t u1 -j $at -N 8 "$1/data/fargauge.db")
    gap=$((at + 8 + 2 * ($5 * 256 + $6)))
    used=$((at + $7 * 256 + $8))
    if { [ "$2" = 13 ] || [ "$2" = 10 ]; } && [ $((used - gap)) -gt 200 ]; then
      printf 'written where no row is' | dd of="$1/data/fargauge.db" bs=1 seek=$((gap + 100)) conv=notrunc 2>/dev/null
      return 0
    fi
    page=$((page + 1))
  done
  return 1
}
spoilt() {
  rm -rf bad
  cp -R "$1" bad
  ok "$1: a text is hidden" hide bad
  seal bad
  asks bad/data/fargauge.db 'pragma integrity_check' ok
  found 'changed: data/fargauge.db: '
}
spoilt audit
prints 'changed: data/fargauge.db: its rows come out, but not its bytes'
ok 'nothing else is named' in_file "$out" -F 'bad: NOT AS IT SHOULD BE, 1 finding, not signed, results made again'
spoilt owned
spoilt audit.hashes
spoilt redacted

mv audit good
changed_db 'insert into catalog select * from catalog'
found 'another: table catalog: 1 rows are there once more than they come out'
ok 'what follows from its size is not named' fails in_file "$out" -F 'bag-info.txt'

changed_db 'create table more (x); insert into more select hex(zeroblob(1000)) from record; drop table more'
found 'changed: data/fargauge.db: its rows come out, but not its bytes'
ok 'nothing else is named' in_file "$out" -F 'bad: NOT AS IT SHOULD BE, 1 finding, not signed, results made again'

changed_db 'analyze'
found 'schema: data/fargauge.db: added: the table sqlite_stat1'

# what another build wrote cannot be known to be the same bytes
changed_db 'vacuum'
tool=$(sha256sum "$FARGAUGE" | cut -d ' ' -f 1)
for file in pack.json STATEMENT.txt STATEMENT.ja.txt; do
  edit "bad/data/$file" "s/$tool/$(printf '%064d' 7)/"
done
seal bad
fg 0 verify bad
prints 'not the same bytes: another build of fargauge or another SQLite wrote it'
