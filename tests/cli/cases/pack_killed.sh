# A run that is killed leaves no unredacted copy behind, and what it leaves goes with the next one.
. "$here/tampering.sh"
make_audit
"$FARGAUGE" pack --db audit.db --out good.zip --quiet
mkdir tmp
TMPDIR=$PWD/tmp
export TMPDIR
count() { find tmp -mindepth 1 -maxdepth 1 | wc -l | tr -d ' '; }
is_count() { [ "$(count)" = "$1" ] || { ls -la tmp; return 1; }; }

# ---- verify
"$KILL_AFTER" 0 "$FARGAUGE" verify good.zip --quiet >elapsed 2>"$err"
ok 'nothing is left' is_count 0
run=$(cat elapsed)
left=0
for part in 2 3 4 5 6 7 8; do
  "$KILL_AFTER" $((run * part / 10)) "$FARGAUGE" verify good.zip --quiet >"$scratch/took" 2>&1
  left=$((left + $(count)))
  ok "at most one is left, killed after $part tenths" [ "$(count)" -le 1 ]
done
ok "killed runs left some: $left" [ "$left" -gt 0 ]

# what is not ours stays: other names, files, links, and what a living process holds
mkdir tmp/fargauge-scratch-backups tmp/fargauge-backup kept
echo mine >tmp/fargauge-scratch-backups/file
echo mine >tmp/fargauge-scratch-abcdef
echo mine >kept/file
ln -s ../kept tmp/fargauge-scratch-ghijkl
"$FARGAUGE" verify good.zip --quiet
holds tmp fargauge-backup fargauge-scratch-abcdef fargauge-scratch-backups fargauge-scratch-ghijkl
holds kept file
rm -rf tmp/*
n=0
while [ $n -lt 4 ]; do
  n=$((n + 1))
  { "$FARGAUGE" verify good.zip >"said.$n" 2>&1; echo $? >"status.$n"; } &
done
wait
ok 'four at a time are in nobody'"'"'s way' [ "$(cat status.1 status.2 status.3 status.4 | tr '\n' ' ')" = '0 0 0 0 ' ]
ok 'nothing is left' is_count 0

# ---- pack --redact: what it leaves names nobody
"$KILL_AFTER" 0 "$FARGAUGE" pack --db audit.db --out all --redact --redact-key key --quiet >elapsed 2>"$err"
run=$(cat elapsed)
mkdir out
left=0
for part in 1 2 3 4 5 6 7 8 9; do
  rm -rf out/* out/.[!.]*
  "$KILL_AFTER" $((run * part / 10)) "$FARGAUGE" pack --db audit.db --out out/pack --redact --redact-key key --quiet >"$scratch/took" 2>&1
  [ -z "$(find out tmp -type f)" ] || left=$((left + 1))
  nok "no account, killed after $part tenths" grep -rqa -e 123456789012 -e ann@ -e a@example.org out tmp --exclude-dir=ruleset
done
ok "killed runs left files: $left" [ "$left" -gt 0 ]
ok 'a pack that is not redacted has it' sh -c 'unzip -p good.zip "*/fargauge.db" 2>/dev/null | grep -qa 123456789012 || grep -qa 123456789012 audit.db'

# ---- merge
mkdir merged merged/.part.db.mine.tmp
"$KILL_AFTER" 0 "$FARGAUGE" merge audit.db --into merged/whole.db --quiet >elapsed 2>"$err"
run=$(cat elapsed)
holds merged .part.db.mine.tmp whole.db
for part in 3 5 7 9; do
  "$KILL_AFTER" $((run * part / 10)) "$FARGAUGE" merge audit.db --into merged/part.db --quiet >"$scratch/took" 2>&1
  [ ! -e merged/part.db ] || rm merged/part.db
done
fg 0 merge audit.db --into merged/part.db --quiet
holds merged .part.db.mine.tmp part.db whole.db
