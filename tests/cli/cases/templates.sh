# Templates of one's own: begun, checked, used; and the reports that are only written when they are asked for.
service web 1.3.0 >bad.json
service web LATEST >good.json

# begun: a folder that works as it is
fg 0 templates new team
says_nothing
prints 'Wrote team/team.html.xhtml'
prints 'Next: fargauge templates check team'
fg 2 templates new team
says 'fargauge: templates: team: there is something in it'
fg 0 templates check team
says_nothing
prints 'Nothing is wrong. Writes: team.csv, team.html'
fg 1 report bad.json --out out --template team
holds out fargauge.db junit.xml report.html results.csv team.csv team.html
prints 'Wrote out/team.html'
ok 'it has its text' grep -q 'Team report: Amazon ECS' out/team.html
ok 'and the service' grep -q '<span>web</span>' out/team.html
fg 1 render --db out/fargauge.db --out ja --template team --format none --lang ja
holds ja team.csv team.html
ok 'in Japanese, too' grep -q 'チームレポート' ja/team.html
fg 1 render --db out/fargauge.db --out again --template team/ --format none --lang ja
same ja/team.html again/team.html
mkdir empty
fg 0 templates new empty
fg 0 templates check empty

# the mock-up is example text, and none of it is left
nok 'nothing of the mock-up is in the report' grep -qE '12</strong>|example.org' out/team.html

# an absolute path, and the folder as the place where reports go
fg 1 report bad.json --out "$PWD/team" --template "$PWD/team" --format none
ok 'the template is still there' grep -q 'fg:mode' team/team.html.xhtml
rm team/fargauge.db team/team.csv team/team.html

# Everything that is wrong, each with its place and a hint; nothing is imported or written with it.
mkdir -p broken/queries broken/parts
cat >broken/team.html.xhtml <<'XML'
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:fg="urn:fargauge:template:1" fg:mode="html">
<p fg:foreach="x"/>
<p fg:each="nonesuch" fg:text="any"/><p fg:each="report_assessment" fg:text="nope"/>
  <p fg:t="none" fg:attr-onclick="lang"/><p fg:include="../team/parts/style.xhtml"/>
<script fg:text="lang"/><p fg:text="lang|loud"/>
</html>
XML
echo '<a><b></a>' >broken/parts/part.xhtml
echo 'delete from source' >broken/queries/writes.sql
printf 'select *\nfrom nowhere\norder by 1\n' >broken/queries/nowhere.sql
echo 'select 1 as n' >broken/queries/unordered.sql
ln -s /etc/passwd broken/parts/link.xhtml
cp team/team.csv.xml broken/results.csv.xml
fg 2 templates check broken
says_nothing
for place in 'team.html.xhtml:2:4: unknown attribute fg:foreach' 'team.html.xhtml:3:4: there is no query "nonesuch"' \
  'team.html.xhtml:3:69: no column or parameter "nope" here' 'team.html.xhtml:4:6: there is no message "none"' \
  'team.html.xhtml:4:18: data in the attribute "onclick" is refused' \
  'team.html.xhtml:4:45: there is no template "../team/parts/style.xhtml"' \
  'team.html.xhtml:5:1: data in <script> is refused' 'team.html.xhtml:5:28: "lang|loud": no such filter' \
  'parts/part.xhtml:1:11: Opening and ending tag mismatch' 'parts/link.xhtml: a symbolic link' \
  'queries/writes.sql:1:1: not authorized' 'queries/nowhere.sql:2:6: no such table: nowhere' \
  'queries/unordered.sql:1:1: the query has no order of its own' \
  'results.csv.xml: it would write over a file of the program'; do
  prints "broken/$place"
done
ok 'as many hints as errors' sh -c '[ "$(grep -c "^broken/" "$1")" -eq "$(grep -c "^  hint: ." "$1")" ]' - "$out"
ok 'and their number' sh -c 'grep -qx "Errors: $(grep -c "^broken/" "$1")" "$1"' - "$out"
for command in 'report good.json' 'render --db out/fargauge.db'; do
  fg 2 $command --out new --template broken
  says 'template: broken/parts/link.xhtml: a symbolic link'
  says 'see everything with: fargauge templates check broken'
  ok 'nothing was made' test ! -e new
done

# Queries only read, whatever a template says, and what it says of the program's queries counts for it alone.
mkdir -p own/queries
cat >own/mine.csv.xml <<'XML'
<fg:csv xmlns:fg="urn:fargauge:template:1" fg:query="results_csv"><fg:column name="n"/></fg:csv>
XML
echo 'select 42 as n order by n' >own/queries/results_csv.sql
fg 1 report bad.json --out own-out --template own --format csv
ok 'the folder has its own query' grep -q '^42' own-out/mine.csv
ok 'the program has its own' grep -q 'FAILED' own-out/results.csv

# What only shows with data: exit code 2, for it is not the program's fault, and the rest was written.
mkdir fills fills/queries
cat >fills/f.json.xml <<'XML'
<fg:json xmlns:fg="urn:fargauge:template:1"><fg:array name="a"><fg:number fg:each="names" fg:text="resource_name"/></fg:array></fg:json>
XML
echo 'select resource_name from v_results order by result_id' >fills/queries/names.sql
fg 0 templates check fills
fg 2 report bad.json --out fills-out --template fills --format csv
says 'template: fills/f.json.xml:1:91: the value of column "resource_name" is not a number'
holds fills-out fargauge.db results.csv

# The audit's database is not written over, by whatever name it goes.
mkdir db && cp own/mine.csv.xml db/ && mkdir db/queries && cp own/queries/results_csv.sql db/queries/
fg 2 report bad.json --out db-out --db db-out/mine.csv --template db --format none
says 'template: mine.csv: it would write over the audit'
asks db-out/mine.csv 'select count(*) from service' 1
