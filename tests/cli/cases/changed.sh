# Databases whose schema or values were changed by hand, or by who wants to be believed, while they say that they have this program's
# ruleset: what fails for it is told as damage, and of the right one; what harms nothing is for verify to find.
own=$SOURCE_ROOT/tests/cli/own
. "$SOURCE_ROOT/tests/cli/forging.sh"
mkdir in out
service web 1.3.0 >in/services_20261001T090000Z.json
fg 1 report in --out out --format csv --controls "$own"
cp out/fargauge.db good.db
arn=arn:aws:ecs:eu-west-1:123456789012:service/web/web
printf 'waiver_id,control_id,resource,account_id,reason,owner,approver,approved_at,expires_at\n' >waivers.csv

# What verify reads of tables and indexes up to a "--" is all there is: none stands in a string, no string goes over a line.
"$ASK" good.db "select sql from sqlite_schema where type in ('table', 'index')" >texts
ok 'comments of tables and indexes' awk '{ sub(/--.*/, ""); if (index($0, "/*") || gsub(/\047/, "") % 2) bad = 1 }
  END { exit bad || NR < 500 }' texts

changed() { # WHY COMMAND SQL...
  why=$1 command=$2
  shift 2
  forge "$@"
  # shellcheck disable=SC2086  # a command and its words
  fg 4 $command
  says_like "^fargauge: database: forged.db: it is damaged: $why\$"
  says_like '^hint: restore it'
  [ ! -d new ] || ok 'nothing was written' rmdir new
  same_as_before
}
for command in status assess 'render --out new' "explain $arn" 'pack --out new.zip' 'waivers list' 'report in --out new'; do
  changed 'its view v_assessment is missing' "$command --db forged.db" 'drop view v_assessment'
done
changed 'its view v_result is missing' 'render --db forged.db --out new' 'drop view v_result'
changed 'its view v_result is changed' 'render --db forged.db --out new' 'drop view v_result' 'create view v_result as select 1 as id'
changed 'its view control_ORG_1 is missing' 'assess --db forged.db' 'drop view control_ORG_1'
changed 'its table service is missing' 'assess --db forged.db' 'pragma foreign_keys = off' 'drop table service'
changed '.*catalog' 'status --db forged.db' 'drop table catalog'
changed '.*own_rule' 'status --db forged.db' 'drop table own_rule'
changed 'its table import_run is changed' 'import in --db forged.db' "$(loose import_run max_ratio max_ratios)"
changed 'its index extra is added' 'import waivers.csv --db forged.db' 'create unique index extra on source (kind <> 1)'
changed 'its table result is changed' 'waivers lint waivers.csv --db forged.db' 'alter table result rename column reason_id to reason_number'
changed 'its table withdrawal is missing' 'waivers lint waivers.csv --db forged.db' 'drop table withdrawal'
changed 'what stands in it breaks the rules of its tables' 'waivers lint waivers.csv --db forged.db' \
  'pragma ignore_check_constraints = on; update assessment_control set base = base + 1'
changed 'its table source is changed' 'import in --dry-run --db forged.db' "$(loose source 'path text' 'place text')"
changed 'its table source is changed' 'pack --redact --redact-key key --out new.zip --db forged.db' \
  'alter table source add column note text'
changed 'numbers in it are larger than any that were imported' 'render --db forged.db --out new' \
  "insert into no_interest select id, column1, 9223372036854775807 from source join (values ('a'), ('b'))"
changed 'numbers in it are larger than any that were imported' 'status --db forged.db' \
  'update assessment_control set total = 9223372036854775807'

# ---- of an earlier schema, which is only looked at, as it is
mv good.db now.db
for version in 1 6; do
  gzip -dc "$SOURCE_ROOT/tests/cli/upgrade/schema-$version.db.gz" >good.db
  changed "it is not as fargauge made it with schema $version" 'waivers lint waivers.csv --db forged.db' 'pragma foreign_keys = off' 'drop table result'
  changed "it is not as fargauge made it with schema $version" 'import in --dry-run --db forged.db' "$(loose source 'path text' 'place text')"
done
mv now.db good.db

# ---- a newer schema is told as that, not as damage
forge 'pragma user_version = 99' "$(loose source 'path text' 'place text')"
for command in 'import in --dry-run' 'waivers lint waivers.csv' status; do
  # shellcheck disable=SC2086
  fg 4 $command --db forged.db
  says 'database: forged.db: schema 99 is newer than this program'
done

# ---- one of another program's
: >foreign.db
"$ASK" foreign.db 'create table t (a)' >asked
fg 4 waivers lint waivers.csv --db foreign.db
says 'database: foreign.db: it is not an audit'
fg 0 import in --dry-run --db foreign.db

# ---- texts in UTF-16
: >forged.db
"$ASK" forged.db "pragma encoding = 'UTF-16le'; pragma application_id = 1718051189; pragma user_version = 7; create table t (a)" >asked
fg 4 status --db forged.db
says 'it is damaged: its texts are in another encoding'

# ---- merge looks at the one that it merges into, and names the one that is wrong
for text in 'path text not null default 1,' "path text not null default ''--'',"; do
  changed 'its table source is changed' 'merge good.db --into forged.db' "$(loose source 'path text not null,' "$text")"
done
long="replace(hex(zeroblob(200000)), '00', char(10))"
writable='pragma writable_schema = on; update sqlite_schema set sql ='
changed 'its table source is changed' 'merge good.db --into forged.db' "$writable sql || $long where name = 'source'"
changed 'its view v_result is changed' 'merge good.db --into forged.db' "$writable sql || $long where name = 'v_result'"
changed 'its view v_result is changed' 'merge good.db --into forged.db' \
  "$writable cast(cast(sql as blob) || x'00' || 'x' as text) where name = 'v_result'"
blamed() { # WHY SQL...: as one of those that are merged
  why=$1
  shift
  forge "$@"
  fg 4 merge good.db forged.db --into merged.db
  says_like "^fargauge: database: forged.db: $why\$"
  says_like '^hint: .'
  same_as_before
}
blamed 'its table import_run is not as fargauge makes it' "$(loose import_run ') strict' ')')" "update import_run set tool_version = x'00'"
blamed 'it is damaged: .*' 'pragma ignore_check_constraints = on; update source set size = -5, sha256 = substr(0 || sha256, 1, 64)'
cp good.db indexed.db
"$ASK" indexed.db 'create index mine on source (kind); analyze' >asked
fg 0 merge indexed.db --into merged.db
fg 0 merge good.db --into indexed.db
rm merged.db
gzip -dc "$SOURCE_ROOT/tests/cli/upgrade/schema-6.db.gz" >old.db
"$ASK" old.db "insert into own_rule values ('sql/own/controls/X.1.sql', 'drop table source')" >asked
fg 2 merge old.db --into merged.db
says 'old.db'

# ---- verify reads whole texts of views, and every row of the schema
cp -r "$own" rules
chmod -R u+w rules
sed "s/else 'several_tasks'/when '--' = '' then 'single_task' else 'several_tasks'/" "$own/controls/ORG.1.sql" >rules/controls/ORG.1.sql
fg 1 assess --db good.db --controls rules
. "$SOURCE_ROOT/tests/cli/tampering.sh"
fg 0 pack --db good.db --out good --controls rules
found() { # FINDING SQL
  changed_db "$2"
  fg 1 verify bad
  prints "$1"
}
found 'the view control_ORG_1' "$writable replace(sql, 'then ''single_task'' else ''several_tasks''', 'then ''x'' else ''several_tasks''')
  where name = 'control_ORG_1'"
for sql in "''" null; do
  found 'the secret sqlite_autoindex_source_1' "pragma writable_schema = on; insert into sqlite_schema
    select 'secret', name, 'anything', rootpage, $sql from sqlite_schema where name = 'sqlite_autoindex_source_1'"
done
