# Databases that SQLite finds sound and that are no audit's any more: somebody changed them, or wants the program to crash, to write
# where nobody asked it to, or never to end.
own=$SOURCE_ROOT/tests/cli/own
mkdir in out
service web 1.3.0 >in/services_20261001T090000Z.json
fg 1 report in --out out --format csv --controls "$own"
cp out/fargauge.db good.db
. "$SOURCE_ROOT/tests/cli/forging.sh"

# ---- it is not what its version says, or what stands in own_rule is no rule: nothing opens it
refused() { # WHY SQL...
  why=$1
  shift
  forge "$@"
  for command in 'status' 'assess' 'pack --out new.zip' 'import in'; do
    # shellcheck disable=SC2086  # a command and its words
    fg 4 $command --db forged.db
    says_like "^fargauge: database: forged.db: it is damaged: $why"
    says_like '^hint: restore it'
  done
  fg 4 merge forged.db --into merged.db
  says_like '^fargauge: database: forged.db: '
  says_like '^hint: .'
  same_as_before
}
refused '.*already exists' 'pragma user_version = 1'
refused '.*' 'pragma user_version = 6'
refused 'it says that it has no schema' 'pragma user_version = 0'
refused 'it says that it has no schema' 'pragma user_version = -1'
refused 'what stands in own_rule is no rule' "insert into own_rule values ('x', 'nonsense')"
refused 'what stands in own_rule is no rule' "insert into own_rule values ('sql/own/../../../x.sql', '')"
refused 'what stands in own_rule is no rule' "insert into own_rule values ('sql/own/..' || char(0), '')"
cp good.db form.db
printf '\377' | dd of=form.db bs=1 seek=47 conv=notrunc 2>/dev/null
fg 4 status --db form.db
says 'database: form.db: it is damaged: '
says_like '^hint: restore it'
refused 'what stands in own_rule is no rule' "$(loose own_rule 'text text not null' 'text text')" \
  "insert into own_rule values ('sql/own/controls/X.1.sql', null)"

# ---- a rule's path leads out of the pack, where the folder with the rules is named again and says nothing of paths
forge "update own_rule set path = 'sql/own/../../../evil.sql' where path like '%controls/%'"
for form in new.zip new; do
  fg 4 pack --db forged.db --controls "$own" --out $form
  says 'the name leads out of the pack'
  says_like '^hint: .'
done
ok 'nothing is written elsewhere' [ -z "$(find . .. -maxdepth 1 -name 'evil*')" ]
same_as_before

# ---- a record's file has no encoding, or its archive another name than the path begins with
arn=arn:aws:ecs:eu-west-1:123456789012:service/web/web
forge "$(loose source 'encoding text not null' 'encoding text')" 'update source set encoding = null'
fg 0 explain "$arn" --db forged.db
forge "insert into archive select 1, 'in/services_20261001T090000Z.json-which-is-longer.zip', sha256, size, 'zip' from source limit 1" \
  "update source set path = 'x', archive_id = 1"
fg 0 explain "$arn" --db forged.db
tar -cf in/services_20261001T090000Z.json-which-is-longer.zip in/services_20261001T090000Z.json
fg 0 explain "$arn" --db forged.db
prints 'the archive holds no such file any more'
rm in/*.zip

# ---- controls that have no order: a JUnit file without end
forge "update control set position = 5000000000 where id = 'ECS.21'"
fg 4 render --db forged.db --out new --format junit
says 'it is damaged: its controls have no order'
rm -rf new

# ---- rules of one's own: a position out of range, a view that fails with what stands in this audit
cp -r "$own" rules
sed 's/1001/5000000000/' "$own/catalog/ORG.1.sql" >rules/catalog/ORG.1.sql
nok 'the rule is another' cmp -s "$own/catalog/ORG.1.sql" rules/catalog/ORG.1.sql
cp good.db forged.db
fg 2 assess --db forged.db --controls rules
says 'its position is not 1000 to 999999'
cp "$own/catalog/ORG.1.sql" rules/catalog
sed 's/^join service s/join (select abs(-9223372036854775807 - 1) as n) n on n.n is not null\njoin service s/' \
  "$own/controls/ORG.1.sql" >rules/controls/ORG.1.sql
fg 2 assess --db forged.db --controls rules
says 'controls: ORG.1: '
says_like '^hint: mend'
asks forged.db 'select count(*) from assessment' 1

# ---- limits that no import can have had: verify imports with the usual ones
. "$SOURCE_ROOT/tests/cli/tampering.sh"
fg 0 pack --db good.db --out good
changed_db 'update import_run set max_ratio = 0, max_total = -1'
fg 1 verify bad
prints 'import'
