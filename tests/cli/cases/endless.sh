# SQL of the user's own that never ends: stopped after a count of steps, which is the same on any machine.
own=$SOURCE_ROOT/tests/cli/own
service web 1.4.0 >web_20261001T000000Z.json
fg 0 import web_20261001T000000Z.json --db audit.db
asks audit.db 'select count(*) from assessment' 0

# A view of a control. Each row of the recursion is tried and thrown away, so nothing grows but time.
endless='with recursive n(i) as (select 1 union all select i + 1 from n) select i from n where i < 0'
mkdir -p rules/catalog rules/controls
cp "$own/catalog/ORG.1.sql" rules/catalog
sed "s/^join service s/join ($endless) on true\njoin service s/" "$own/controls/ORG.1.sql" >rules/controls/ORG.1.sql
fg 2 assess --db audit.db --controls rules
says 'controls: ORG.1: it does not end: stopped after 200020000 steps'
says_like '^hint: .*--max-steps'
asks audit.db 'select count(*) from assessment' 0
asks audit.db 'pragma integrity_check' ok
fg 2 assess --db audit.db --controls rules --max-steps 1000000
says 'controls: ORG.1: it does not end: stopped after 1000000 steps'
fg 2 report web_20261001T000000Z.json --out out --controls rules --max-steps 1000000
says 'controls: ORG.1: it does not end'

# It is the rule that is bounded, not the audit: one that ends may take what it needs, and no more than it is given.
finite='with recursive n(i) as (select 1 union all select i + 1 from n limit 50000) select max(i) from n'
sed "s/^join service s/join ($finite) on true\njoin service s/" "$own/controls/ORG.1.sql" >rules/controls/ORG.1.sql
fg 2 assess --db audit.db --controls rules --max-steps 100000
says 'controls: ORG.1: it does not end'
fg 0 assess --db audit.db --controls rules --exit-zero
asks audit.db "select count(*) from v_results where control_id = 'ORG.1'" 1
fg 0 assess --db audit.db --exit-zero --max-steps 1000000
fg 2 assess --db audit.db --max-steps 0

# Rows that are added to the catalogue.
echo "insert into message (key, lang, text) $endless;" | sed 's/select i from n/select i, i, i from n/' >rules/catalog/X.sql
fg 2 assess --db audit.db --controls rules --max-steps 1000000
says 'controls: catalog/X.sql: it does not end'
rm rules/catalog/X.sql

# A query of a template.
fg 0 templates new team
query=team/queries/team_failures.sql
cp "$query" whole.sql
sed "s/ and v.status = 'FAILED'/ and not exists ($endless)/" whole.sql >"$query"
nok 'the query is another' cmp -s whole.sql "$query"
fg 0 templates check team
fg 2 render --db audit.db --out out --template team --format none --max-steps 1000000
says_like '^fargauge: template: .*: it does not end'
ok 'nothing half written' [ -z "$(find out team -name '.*.tmp')" ]
cp whole.sql "$query"
fg 1 render --db audit.db --out out --template team --format none --max-steps 1000000
ok 'one that ends is written' [ -f out/team.html ]

# A pack whose database brings such a rule: verify ends, and says what could not be made.
. "$SOURCE_ROOT/tests/cli/tampering.sh"
fg 0 pack --db audit.db --out good
fg 0 verify good
prints 'the same'
fg 1 verify good --max-steps 10000
prints 'it does not end'
changed_db "update own_rule set text = replace(text, 'limit 50000', '') where path like '%controls/ORG.1.sql'"
fg 1 verify bad --max-steps 1000000
prints 'it does not end'
