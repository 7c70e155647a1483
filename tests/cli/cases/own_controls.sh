# Controls of the user's own: judged, reported, kept in the database, and refused where they do more than judge.
own=$SOURCE_ROOT/tests/cli/own
fg 1 report "$SAMPLES" --controls "$own" --out judged --db judged.db
ok "the screen counts it" in_file "$out" -E "^ORG\.1 +medium +34 +53 +0 +2 +0$"
ok 'results.csv has it' grep -q '^ORG\.1,MEDIUM,FAILED,single_task,' judged/results.csv
ok 'junit.xml has it' grep -q 'name="ORG\.1"' judged/junit.xml
ok 'the report has its requirement' grep -q 'Tsukinowa platform policy' judged/report.html
ok 'a reason without short words is told by its sentence' grep -q '<td>ORG\.1 [^<]* wants 1 tasks only\.<' judged/report.html
ok 'and in the glossary, with gaps' grep -q '<td>… wants … tasks only\.</td>' judged/report.html

# Without the folder, from the database alone.
fg 1 render --db judged.db --out again
same judged/results.csv again/results.csv
fg 1 assess --db judged.db --control ORG.1
asks judged.db "select control_id from v_control_counts" 'ORG.1'
fg 0 controls ORG.1 --controls "$own"
prints 'Services should run at least two tasks'

# An empty folder takes them away again.
mkdir none
fg 1 assess --db judged.db --controls none
asks judged.db "select count(*) from control where id = 'ORG.1'" 0

# What a rule may not do changes nothing.
refuse() { # WHAT SAID
  fg 2 assess --db judged.db --controls bad
  ok "refused: $1" in_file "$err" -F "$2"
  says_like '^hint: .'
  asks judged.db "select count(*) from own_rule" 0
  rm -rf bad
}
put() { mkdir -p "bad/$(dirname "$1")" && cat >"bad/$1"; }
echo "insert or replace into reason (control_id, reason, status) values ('ECS.10', 'outdated_version', 'PASSED');" | put catalog/X.sql
refuse 'a reason of ours means something else' 'controls: reason: a row of the program'
echo "insert into control_parameter (control_id, name, since, value, source)
  values ('ECS.10', 'latestLinuxVersion', '2026-01-02', '1.0.0', '-');" | put catalog/X.sql
refuse 'a parameter of ours has another default' 'controls: control_parameter: a row was added'
echo "insert or replace into control select id, issuer, position, 'control_ECS_10b', severity, category, resource_type, config_rule,
  retired_on, url from control where id = 'ECS.10';" | put catalog/X.sql
refuse 'a control of ours is judged by another view' 'controls: control: a row of the program'
echo 'drop table result;' | put controls/X.sql
refuse 'a table is dropped' 'controls/X.sql: it may only add rows'
echo "delete from finding;" | put catalog/X.sql
refuse 'evidence is deleted' 'catalog/X.sql: it may only add rows'
echo "pragma writable_schema = 1;" | put catalog/X.sql
refuse 'a pragma' 'catalog/X.sql: it may only add rows'
echo "attach 'x.db' as x;" | put catalog/X.sql
refuse 'another file' 'catalog/X.sql: it may only add rows'
echo "insert into message (key, lang, text) values ('k', 'en', hex(zeroblob(500000000)));" | put catalog/X.sql
refuse 'a text without end' 'catalog/X.sql: '
echo 'create view control_X as selec;' | put controls/X.sql
refuse 'a slip' 'controls/X.sql: near "selec"'
sed 's/ORG\.1/ECS.10/' "$own/catalog/ORG.1.sql" | put catalog/ECS.10.sql
refuse 'an ID that is taken' 'catalog/ECS.10.sql: UNIQUE constraint failed: control.id'
put catalog/ORG.1.sql <"$own/catalog/ORG.1.sql"
refuse 'its view is missing' 'controls: ORG.1: '
put catalog/ORG.1.sql <"$own/catalog/ORG.1.sql"
echo 'create view control_ORG_1 as select 1 as assessment_id;' | put controls/ORG.1.sql
refuse 'a column is missing' 'controls: ORG.1: '
put controls/X.sql <"$own/controls/ORG.1.sql"
sed 's/ORG\.1/ECS_10/' "$own/catalog/ORG.1.sql" | put catalog/ECS_10.sql
refuse 'an ID that looks like another' 'its ID is that of ECS.10 but for dots'
put controls/ORG.1.sql <"$own/controls/ORG.1.sql"
grep -v "'ja'" "$own/catalog/ORG.1.sql" | sed "s/wanted.'),/wanted.');/" | put catalog/ORG.1.sql
refuse 'a language is missing' 'controls: '
fg 4 assess --db judged.db --controls nowhere
says 'controls: nowhere: '
