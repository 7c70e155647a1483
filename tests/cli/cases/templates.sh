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
holds out fargauge.db junit.xml $html_files $csv_files team.csv team.html
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
holds fills-out fargauge.db $csv_files

# The audit's database is not written over, by whatever name it goes.
mkdir db && cp own/mine.csv.xml db/ && mkdir db/queries && cp own/queries/results_csv.sql db/queries/
fg 2 report bad.json --out db-out --db db-out/mine.csv --template db --format none
says 'template: mine.csv: it would write over the audit'
asks db-out/mine.csv 'select count(*) from service' 1

# ---- SARIF and Markdown ----

fg 1 report bad.json --out both --format sarif,markdown
holds both fargauge.db results.sarif summary.md
fg 1 report bad.json --out default
holds default fargauge.db junit.xml $html_files $csv_files
ok 'the summary names the service' grep -qF '| `web` |' both/summary.md
ok 'and links to the control' grep -q '^| \[ECS.10\](<https://docs.aws.amazon.com/' both/summary.md
ok 'results are a line each' sh -c '[ "$(grep -c "^{\"ruleId\":" "$1")" -ge 2 ]' - both/results.sarif
ok 'a result has its line' grep -q '^{"ruleId":"ECS.10",.*"uri":"bad.json","uriBaseId":"%SRCROOT%"},"region":{"startLine":1}}' both/results.sarif
fg 0 report good.json --out clean --format markdown --control ECS.10
ok 'nothing failed' grep -qx 'Nothing FAILED.' clean/summary.md
nok 'and no table of failures' grep -q 'Failures' clean/summary.md
fg 0 report good.json --out clean-ja --format markdown --control ECS.10 --lang ja
ok 'nothing failed, in Japanese' grep -qx '不合格はありません。' clean-ja/summary.md

# Of many failures the summary lists the first 200, says how many are left out, and stays below 1 MiB.
name=$(awk 'BEGIN { while (length(s) < 400) s = s "*|@`"; print s }')
{
  printf '{"services":['
  i=0
  while [ $i -lt 300 ]; do
    [ $i -eq 0 ] || printf ,
    service_object "$i-$name" 1.3.0
    i=$((i + 1))
  done
  printf '],"failures":[]}\n'
} >many.json
fg 1 report many.json --out many --format markdown,sarif --control ECS.10
ok '200 failures' sh -c '[ "$(grep -c "^| ECS.10 |" "$1")" -eq 200 ]' - many/summary.md
ok 'the rest is counted' grep -q '200 of 300. Left out: 100;' many/summary.md
ok 'below 1 MiB' sh -c '[ "$(wc -c <"$1")" -lt 1048576 ]' - many/summary.md
ok 'SARIF has all' sh -c '[ "$(grep -c "^{\"ruleId\":" "$1")" -eq 300 ]' - many/results.sarif

# A fingerprint belongs to the control and the resource: not to the file, nor to when it was judged.
mkdir moved && cp bad.json moved/other.json
fg 1 report moved/other.json --out later --format sarif --as-of 2027-01-01 --captured-at 2026-12-01
prints_of() { grep -o '"controlAndResource/v1":"[0-9a-f]*"' "$1" | sort; }
ok 'the same fingerprints' sh -c '[ -n "$1" ] && [ "$1" = "$2" ]' - "$(prints_of both/results.sarif | head -1)" "$(prints_of later/results.sarif | head -1)"
ok 'each once' sh -c '[ "$1" = "$(printf "%s\n" "$1" | sort -u)" ]' - "$(prints_of both/results.sarif)"
