# Databases made on several machines become one that holds what importing all files in that order gives.

# Which tables merging fills, which are made anew by the next assessment or with the catalogue, and which stay behind. A table
# that a later schema adds must be put into one of these lists, and `evidence` below then looks at it.
merged='archive capacity_provider cluster config_compliance config_evaluation container container_variable deployment
describe_failure finding finding_parameter finding_resource handed_over import_run listing no_interest own_rule passed_over record
rejected_source rejection resource service service_deployment service_revision source source_alias tag task task_definition task_set
volume waiver'
made_anew='aws_fact catalog control control_parameter control_point control_requirement control_successor control_text framework
message platform_version reason reason_text remedy requirement requirement_text resource_fact service_fact source_fact source_rank
tag_fact version_fact version_number version_standing view_fact waiver_fact waiver_issue waiver_match'
left_behind='assessment assessment_control assessment_parameter assessment_reason assessment_selection assessment_service gap result
result_cause withdrawal'

fg 0 import "$SAMPLES/waivers.csv" --db empty.db --quiet
"$ASK" empty.db "select name from sqlite_schema where type = 'table' order by 1" >tables
printf '%s\n' $merged $made_anew $left_behind | sort >listed
ok 'every table of the schema is merged, made anew or left behind' diff tables listed
for table in $merged; do
  ok "some statement of sql/merge fills $table" grep -q "^insert into main\.$table " -r "$SOURCE_ROOT/sql/merge"
done
for table in $made_anew $left_behind; do
  nok "none fills $table" grep -rqE "(into|update|from) main\.$table( |$)" "$SOURCE_ROOT/sql/merge"
done

# dump DB: every row of every merged table, numbers included; how a run came here is all that may differ.
all_rows=$(for table in $merged; do
  columns=$("$ASK" empty.db "select group_concat(name) from pragma_table_info('$table') where name <> 'merged_from'")
  echo "select '== $table'; select $columns from $table order by $columns;"
done)
dump() {
  "$ASK" "$1" "$all_rows"
}
# alike DB DB: the same evidence, and the same results, to the byte.
alike() {
  dump "$1" >"$scratch/one"
  dump "$2" >"$scratch/two"
  ok "the same evidence: $1, $2" diff "$scratch/one" "$scratch/two"
  for db in "$1" "$2"; do
    cp "$db" judged.db
    "$FARGAUGE" assess --db judged.db --quiet --exit-zero >/dev/null 2>"$err" || cat "$err"
    "$FARGAUGE" render --db judged.db --out "$db.d" --quiet >/dev/null 2>>"$err"
    "$ASK" judged.db 'select * from v_result order by id' >"$db.results"
  done
  ok 'there are results' [ -s "$1.results" ]
  same "$1.results" "$2.results"
  same_reports "$1.d" "$2.d"
}
export SOURCE_DATE_EPOCH=1790812800

# ---- the samples in two and in three parts
find "$SAMPLES" -name '*.md' -prune -o -type f -print | LC_ALL=C sort >files
split() { # PARTS PART
  awk -v n="$1" -v i="$2" 'NR % n == i' files
}
for parts in 2 3; do
  rm -f part*.db all.db
  databases='' part=0
  while [ $part -lt $parts ]; do
    # the third file is in every part, and the waivers with a time of their own
    files=$(split $parts $part; sed -n 3p files)
    "$FARGAUGE" import $files --db part$part.db --quiet >"$err" 2>&1
    "$FARGAUGE" import "$SAMPLES/waivers.csv" --captured-at 2026-10-0$((part + 1)) --db part$part.db --quiet >>"$err" 2>&1
    "$FARGAUGE" import $files --db all.db --quiet >>"$err" 2>&1
    "$FARGAUGE" import "$SAMPLES/waivers.csv" --captured-at 2026-10-0$((part + 1)) --db all.db --quiet >>"$err" 2>&1
    databases="$databases part$part.db"
    part=$((part + 1))
  done
  cp part0.db into.db
  for db in $databases; do cp "$db" "$db.before"; done
  fg 0 merge $databases --into new$parts.db
  says_nothing
  prints "Merged into new$parts.db: 19 new files"
  fg 0 merge ${databases#* part0.db} --into into.db
  alike all.db new$parts.db
  alike all.db into.db
  for db in $databases; do same "$db" "$db.before"; done

  # once more: not a byte of the file changes
  cp new$parts.db before.db
  fg 0 merge $databases --into new$parts.db
  prints "Merged into new$parts.db: 0 new files with 0 records, 19 known; 0 new runs, $((2 * parts)) known"
  same new$parts.db before.db
  for db in $databases; do
    fg 0 merge "$db" --into new$parts.db
    same new$parts.db before.db
  done
  # what was merged is known through what it was merged into
  fg 0 merge new$parts.db part1.db --into third.db
  asks third.db 'select count(*), max(run) from import_run' "$((2 * parts))|$((2 * parts))"
  rm third.db
done

# ---- the same bytes under two names and times, in an archive, refused and later taken, passed over, waivers that change
waivers() { # FILE EXPIRES
  printf 'waiver_id,control_id,resource,reason,owner,approver,approved_at,expires_at\n' >"$1"
  printf 'W-1,ECS.10,arn:aws:ecs:*:*:service/web/*,legacy,Ann,Bob,2026-01-01,%s\n' "$2" >>"$1"
}
mkdir -p one two
service web 1.3.0 >one/web.json
cp one/web.json two/renamed-2026-08-01T00-00-00Z.json
cp one/web.json two/web.json
service api 1.4.0 >two/api.json
printf '{"services":[{"serviceName":"no arn"}]}' >one/rejected.json
cp one/rejected.json two/
printf '{"services":' >one/later.json
service later 1.3.0 >two/later.json
service early 1.3.0 >one/early.json
printf '{"services":' >two/early.json
printf 'not an export' >two/NOTES
ln -s api.json two/link.json
service deep 1.3.0 >packed.json
tar -czf two/packed.tar.gz packed.json one/web.json
cp two/packed.tar.gz one/other.tar.gz
waivers w1.csv 2027-01-01
waivers w2.csv 2026-01-02
waivers w3.csv 2028-01-01
steps_a() {
  echo 'one --captured-at 2026-09-01'
  echo 'w1.csv'
  echo 'two/packed.tar.gz'
  echo 'cp two/early.json fixed.json'
  echo 'cp one/rejected.json seen.json'
  echo 'fixed.json seen.json one/later.json'
}
steps_b() {
  echo 'two'
  echo 'cp one/early.json fixed.json'
  echo 'cp two/api.json seen.json'
  echo 'fixed.json seen.json'
  echo 'one/web.json --captured-at 2026-09-15'
  echo 'w2.csv two/api.json'
}
steps_c() {
  echo 'two/web.json --captured-at 2026-09-20'
  echo 'w3.csv'
  echo 'w1.csv --max-record 1M'
  echo 'one'
}
import_steps() { # DB: of lines, each of them a run, or a file that changes
  while read -r line; do
    case $line in cp\ *) $line; continue ;; esac
    # shellcheck disable=SC2086
    "$FARGAUGE" import $line --db "$1" --quiet >/dev/null 2>&1
  done
}
for db in a b c; do steps_$db | import_steps $db.db; done
in_order() { # DATABASE...: into NAME.db what the steps of these databases give one behind the other
  joined=$(printf %s "$@")
  for db; do steps_$db; done | import_steps "all-$joined.db"
  fg 0 merge $(printf '%s.db ' "$@") --into "$joined.db"
  alike "all-$joined.db" "$joined.db"
  cp "$1.db" "into-$joined.db"
  shift
  fg 0 merge $(printf '%s.db ' "$@") --into "into-$joined.db"
  alike "all-$joined.db" "into-$joined.db"
}
in_order a b
in_order b a
in_order b c
in_order a b c
in_order c b a
asks ab.db 'select path, forgiven from rejected_source order by path' "fixed.json|1
one/later.json|0
two/early.json|0"
asks ba.db "select path, forgiven from rejected_source where path = 'fixed.json'" 'fixed.json|0'
nok 'the newest waivers count: an expired one' grep -q WAIVED ab.db.results
ok 'the newest waivers count: one in force' grep -q WAIVED bc.db.results

# ---- a database that has grown since brings what is new; an older state of it brings nothing
cp a.db grown.db
cp a.db old.db
echo 'w2.csv' | import_steps grown.db
service new 1.3.0 >new.json
echo 'new.json' | import_steps grown.db
fg 0 merge a.db --into merged.db --quiet
fg 0 merge grown.db --into merged.db
prints '2 new files with 2 records'
prints '2 new runs, 4 known'
cp grown.db before.db
fg 0 merge old.db --into grown.db
prints '0 new runs, 4 known'
same grown.db before.db
alike grown.db merged.db

# ---- assessments stay behind, those that are there stay
fg 1 assess --db grown.db --quiet
fg 0 merge b.db --into grown.db --quiet
prints_nothing
asks grown.db 'select count(*) from assessment' 1
fg 0 merge grown.db --into fresh.db
prints '1 assessment stayed behind: it judged other evidence. Next: fargauge assess --db fresh.db'
asks fresh.db 'select count(*) from assessment' 0

# ---- own controls: taken where there are none, kept where they are the same, refused where they are not
own=$SOURCE_ROOT/tests/cli/own
cp a.db owned.db
fg 1 assess --db owned.db --controls "$own" --quiet
asks owned.db 'select count(*) > 0 from own_rule' 1
fg 0 merge owned.db b.db --into both.db
asks both.db "select count(*) > 0 from own_rule" 1
fg 0 assess --db both.db --control ORG.1 --quiet
asks both.db "select control_id, total > 0 from assessment_control" 'ORG.1|1'
cp b.db into.db
fg 0 merge owned.db --into into.db
fg 0 assess --db into.db --control ORG.1 --quiet
asks into.db "select control_id, total > 0 from assessment_control" 'ORG.1|1'
cp -r "$own" changed
chmod -R u+w changed
echo '-- changed' >>"$(find changed -name 'ORG.1.sql' | head -n 1)"
cp b.db other.db
fg 1 assess --db other.db --controls changed --quiet
for given in 'owned.db other.db --into clash.db' 'other.db --into both.db' 'a.db other.db --into both.db'; do
  cp both.db before.db
  # shellcheck disable=SC2086
  fg 2 merge $given
  says 'its own controls are others than those before it: sql/own/'
  says ORG.1.sql
  same both.db before.db
  ok 'nothing is made' [ ! -e clash.db ]
done

# ---- databases of older schemas; what is read stays as it was
for packed in "$SOURCE_ROOT"/tests/cli/upgrade/schema-*.db.gz; do
  version=$(basename "$packed" .db.gz)
  gzip -dc "$packed" >"$version.db"
  cp "$version.db" before.db
  fg 0 merge "$version.db" a.db --into "up-$version.db"
  says_nothing
  same "$version.db" before.db
  cp "$version.db" upgraded.db
  "$FARGAUGE" status --db upgraded.db >/dev/null 2>&1
  case $version in # since schema 6 runs are kept
    schema-[1-5]) unknown=$("$ASK" upgraded.db 'select count(*) from service') ;;
    *) unknown=0 ;;
  esac
  asks "up-$version.db" "select count(*) from service v join record r on r.id = v.record_id join source s on s.id = r.source_id
    join import_run i on i.run = s.run where not i.known" "$unknown"
  asks "up-$version.db" 'select count(*) from pragma_foreign_key_check' 0
  fg 0 merge "$version.db" --into "up-$version.db"
  prints '0 new runs'
done

# ---- one that cannot be merged refuses all, and leaves everything as it was
refuse() { # CODE WHAT DB
  cp a.db target.db
  fg "$1" merge b.db "$3" --into target.db
  says "$2"
  says_like '^hint: .'
  same target.db a.db
  fg "$1" merge "$3" --into target.db
  same target.db a.db
  fg "$1" merge b.db "$3" --into none.db
  ok "nothing is left of $3" sh -c '[ ! -e none.db ] && [ -z "$(find . -maxdepth 1 -name ".*.db*")" ]'
}
printf 'no database' >text.db
refuse 4 'database: text.db: file is not a database' text.db
: >nothing.db
refuse 4 "database: nothing.db: it is not an audit's" nothing.db
refuse 4 'database: missing.db: No such file or directory' missing.db
"$ASK" foreign.db 'create table source (id integer)' >/dev/null 2>&1 || true
[ -e foreign.db ] && refuse 4 "database: foreign.db: it is not an audit's" foreign.db
mkdir folder.db
refuse 4 'database: folder.db:' folder.db
cp b.db newer.db
patched() { # FILE SQL: the change is made by the test's own hand
  "$ASK" "$1" "$2" >/dev/null 2>&1
}
head -c 300000 b.db >cut.db
refuse 4 'database: cut.db:' cut.db
cp b.db torn.db
size=$(wc -c <torn.db)
at=$((size / 2 / 16384))
while [ $((at * 16384)) -lt "$size" ]; do
  dd if=/dev/zero of=torn.db bs=16384 seek=$at count=1 conv=notrunc 2>/dev/null
  at=$((at + 7))
done
refuse 4 'database: torn.db:' torn.db
# the schema's number in the file's head
printf '\000\000\000\143' | dd of=newer.db bs=1 seek=60 conv=notrunc 2>/dev/null
refuse 4 'database: newer.db: schema 99 is newer' newer.db
refuse 4 'database: none-there.db: No such file' none-there.db
cp b.db more.db
"$ASK" more.db 'alter table tag add column evil text'
refuse 4 'database: more.db: its table tag is not as fargauge makes it' more.db
cp b.db less.db
"$ASK" less.db 'drop table waiver_issue'
refuse 4 'database: less.db: its table waiver_issue is not as fargauge makes it' less.db
cp b.db armed.db
"$ASK" armed.db "create trigger armed after insert on tag begin delete from tag; end"
refuse 4 'database: armed.db: its trigger armed is not as fargauge makes it' armed.db
cp b.db loose.db
"$ASK" loose.db 'pragma foreign_keys = off; update record set source_id = 987654 where id = (select min(id) from record)'
refuse 4 'database: loose.db: a row of record points to nothing' loose.db
cp a.db target.db
fg 2 merge b.db ./target.db --into target.db
says 'it is what the others are merged into'
ln -s target.db linked.db
fg 2 merge linked.db --into target.db
same target.db a.db
fg 4 merge a.db --into nowhere/new.db
fg 2 merge a.db
says 'merge: --into is missing'

# ---- names that SQLite would read something into, and a folder that cannot be written
odd='file:a b?mode=memory&%41#.db'
cp a.db "$odd"
fg 0 merge "$odd" --into odd.db
alike a.db odd.db
mkdir shut
cp a.db shut/a.db
chmod a-w shut shut/a.db
fg 0 merge shut/a.db --into shut.db
ok 'it was only read' sh -c '[ "$(ls -A shut)" = a.db ]'
chmod u+w shut

# ---- killed at any moment: as it was, or merged
cp into-abc.db whole.db
rm -f target.db
cp a.db target.db
"$KILL_AFTER" 0 "$FARGAUGE" merge b.db c.db --into target.db --quiet >elapsed
run=$(cat elapsed)
dump target.db >merged
dump a.db >before
moment=0 killed=0 untouched=0 seed=4711
while [ $moment -lt 25 ]; do
  moment=$((moment + 1))
  seed=$(((seed * 1103515245 + 12345) % 2147483648))
  rm -f .*.db* target.db target.db-journal
  cp a.db target.db
  "$KILL_AFTER" $((seed / 65536 * (run / 100) * 100 / 32768 + 1)) "$FARGAUGE" merge b.db c.db --into target.db --quiet \
    >"$scratch/took" 2>&1 && killed=$((killed + 1))
  dump target.db >now
  cmp -s now before && untouched=$((untouched + 1))
  cmp -s now before || cmp -s now merged || ok "whole at moment $moment" false
  "$FARGAUGE" merge b.db c.db --into target.db --quiet >/dev/null 2>&1
  dump target.db >now
  cmp -s now merged || ok "complete after moment $moment" diff now merged
done
ok "merged 25 times, killed $killed times, $untouched of them before anything was in it" [ $killed -gt 5 ]
