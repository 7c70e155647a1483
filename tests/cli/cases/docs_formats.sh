# The man pages of section 5 say what the program writes and takes: columns, files, members, attributes and filters, no more and no
# fewer; their examples work; and pages name each other. docs/csv.md has the same columns; the templates in templates/README.md work.
man=$SOURCE_ROOT/docs/man

# What a section of a page explains: the names *a*, *b* at the margin, above an indented line.
named() { # PAGE SECTION
  awk -v heading="# $2" '
    /^# / { on = $0 == heading }
    on && /^\t/ && last ~ /^\*/ {
      while (match(last, /\*[A-Za-z0-9_.:\/-]+\*/)) {
        print substr(last, RSTART + 1, RLENGTH - 2)
        last = substr(last, RSTART + RLENGTH)
      }
    }
    { last = $0 }' "$man/fargauge-$1.5.scd"
}
example() { awk '/^# / { on = $0 == "# EXAMPLES"; next } on && /^```$/ { lit = !lit; next } on && lit' "$man/fargauge-$1.5.scd" | sed 's/\\\\/\\/g'; }
sorted() { LC_ALL=C sort; }
# are PAGE WHAT FILE-OF-THE-PROGRAM FILE-OF-THE-PAGE
are() { ok "$1: $2" diff "$3" "$4"; }

printf '# A\n*no*\n\n# B\n\n*one*, *two_2* (x)\n\tAnd\n\t*none*.\n\n*no* text\n*no*.\n\n*fg:x-*_NAME_\n\tIt.\n# C\n*no*\n' >"$scratch/fargauge-try.5.scd"
ok 'the reader of pages reads them' test "$(man=$scratch && named try B | tr '\n' ' ')" = 'one two_2 fg:x- '

# ---- fargauge-csv(5)
service web 1.3.0 >web_20261001T090000Z.json
service web LATEST >web_20261101T090000Z.json
fg 1 report web_20261001T090000Z.json --out out --format csv
fg 0 import web_20261101T090000Z.json --db out/fargauge.db
fg 0 assess --db out/fargauge.db --exit-zero
fg 0 diff --db out/fargauge.db --out out --format csv --exit-zero
for file in $csv_files diff.csv; do
  head -1 "out/$file" | tr -d '\r' | tr , '\n' >header
  named csv "$(printf %s "$file" | tr a-z A-Z)" >page
  ok "$file has columns" test "$(wc -l <header)" -gt 5
  are csv "columns of $file" header page
done
# In docs/csv.md `a` … `b` are all columns from a to b.
told() { # FILE HEADER
  awk -v heading="## $1" '
    NR == FNR { column[++count] = $0; at[$0] = count; next }
    /^## / { on = $0 == heading }
    on && /^\| `/ {
      split($0, cell, / *\| */)
      while (match(cell[2], /`[a-z0-9_]+`|…/)) {
        name = substr(cell[2], RSTART, RLENGTH)
        cell[2] = substr(cell[2], RSTART + RLENGTH)
        if (name ~ /`/) {
          gsub(/`/, "", name)
          for (i = at[last] + 1; range && i < at[name]; i++)
            print column[i]
          print last = name
        }
        range = name == "…"
      }
    }' "$2" "$SOURCE_ROOT/docs/csv.md"
}
for file in $csv_files diff.csv; do
  [ "$file" != results.csv ] || continue # these stand in sql/README.md
  head -1 "out/$file" | tr -d '\r' | tr , '\n' >header
  told "$file" header >page
  are docs/csv.md "columns of $file" header page
done

printf '%s\n' $csv_files diff.csv | sorted >files
sed -n 's/^# \(.*\.CSV\)$/\1/p' "$man/fargauge-csv.5.scd" | tr A-Z a-z | sorted >page
are csv 'the files' files page
if command -v sqlite3 >/dev/null; then
  example csv >example.sh
  ok 'csv: the example works' sh -c 'cd out && sh -eu ../example.sh >../said'
  ok 'csv: and finds the failure' grep -q '^ECS.10|arn:aws:ecs:eu-west-1:.*/web$' said
else
  skip 'csv: the example' 'needs sqlite3'
fi

# ---- fargauge-waivers(5)
named waivers COLUMNS >columns
sed -n 's/^\*\([a-z_]*\)\* (optional)$/\1/p' "$man/fargauge-waivers.5.scd" >optional
"$ASK" out/fargauge.db "select name from pragma_table_info('waiver') where name not in ('id', 'record_id', 'line')" | sorted >stored
sorted <columns >page
are waivers 'columns that are kept' stored page
ok 'docs/waivers.md and docs/inputs.md have them, too' sh -c 'while read -r c; do grep -q "$c" "$1/waivers.md" && grep -q "$c" "$1/inputs.md" || exit 1; done <columns' - "$SOURCE_ROOT/docs"
cell_of() {
  case $1 in
    waiver_id) echo W-1 ;; control_id) echo ECS.10 ;; resource) echo 'arn:aws:ecs:eu-west-1:123456789012:service/web/web' ;;
    account_id) echo 123456789012 ;; approved_at) echo 2026-09-01 ;; expires_at) echo 2026-12-31T12:00:00+09:00 ;; *) echo "my $1" ;;
  esac
}
waiver_file() { # LEFT-OUT EMPTY ORDER: a file with all columns but one, and the cells of another empty
  set -- "$1" "$2" $($3 <columns) ours
  left=$1 empty=$2 header= row=
  shift 2
  for cell in "$@"; do
    [ "$cell" != "$left" ] || continue
    header=$header${header:+,}$cell
    [ "$cell" = "$empty" ] && row=$row, || row=$row$(cell_of "$cell"),
  done
  printf '%s\n%s\n' "$header" "${row%,}"
}
for order in cat 'sort -r'; do
  waiver_file none none "$order" >all.csv
  fg 0 waivers lint all.csv --as-of 2026-10-01
  prints 'Waivers: 1; rows that could not be used: 0; issues: 0; notes: 0.'
done
ok 'waivers: some columns are optional, some are not' test "$(wc -l <optional)" -gt 1 -a "$(wc -l <columns)" -gt "$(wc -l <optional)"
while read -r column; do
  waiver_file "$column" none cat >without.csv
  waiver_file none "$column" cat >empty.csv
  if grep -qx "$column" optional; then
    fg 0 waivers lint without.csv --as-of 2026-10-01
    fg 0 waivers lint empty.csv --as-of 2026-10-01
  else
    fg 3 waivers lint without.csv --as-of 2026-10-01
    says_like "(column|begin with) $column"
    fg 3 waivers lint empty.csv --as-of 2026-10-01
    prints "$column: it is empty"
  fi
done <columns
example waivers >example.csv
fg 0 waivers lint example.csv --as-of 2026-10-01
prints 'Waivers: 1; rows that could not be used: 0; issues: 0; notes: 0.'

# ---- fargauge-templates(5)
mkdir team
example templates >team/team.html.xhtml
fg 0 templates check team
prints 'Writes: team.html'
fg 0 render --db out/fargauge.db --out out --template team --format none --exit-zero
ok 'templates: the example shows results' grep -q '<span>ECS.10</span> <span>web</span>' out/team.html
nok 'templates: and nothing of its mock-up' grep -q 'fg:' out/team.html
sed 's/<body>/<body fg:foreach="x">/' team/team.html.xhtml >unknown && mkdir unknowns && mv unknown unknowns/team.html.xhtml
fg 2 templates check unknowns
sed -n 's/.*hint: there are fg:\(.*\)/\1/p' "$out" | awk '{ gsub(/, | and /, "\n"); print }' | sed 's/NAME$//' | sorted >attributes
named templates ATTRIBUTES | sed -n 's/^fg:\(.*\)/\1/p' | grep -vx query | sorted >page
ok 'templates: the program names its attributes' test "$(wc -l <attributes)" -gt 10
are templates attributes attributes page
sed -n 's/^    {"\([a-z0-9_]*\)", f.*/\1/p' "$SOURCE_ROOT/src/render/filter.c" | sorted >filters
named templates FILTERS | sorted >page
ok 'templates: the program has filters' test "$(wc -l <filters)" -gt 10
are templates filters filters page
mkdir filtered
{ echo '<fg:csv xmlns:fg="urn:fargauge:template:1" fg:query="results_csv">'
  while read -r filter; do echo "<fg:column name=\"$filter\" fg:text=\"message|$filter\"/>"; done <page
  echo '</fg:csv>'
} >filtered/team.csv.xml
fg 0 templates check filtered

# templates/README.md has a template of each kind, over a query and a text of the reader's own.
mkdir -p readme/queries
awk 'begun {
    kind = /^<fg:csv/ ? "csv.xml" : /^<fg:json/ ? "json.xml" : "html.xhtml"
    file = "readme/own" (++count) "." kind
    begun = 0
  }
  /^```(html|xml)$/ { begun = 1; next } /^```$/ { file = "" } file != "" { print >file }' "$SOURCE_ROOT/templates/README.md"
cat >readme/queries/services.sql <<'SQL'
select resource_arn as arn, resource_name as name, cluster, 'https://example.org/' as console_url, null as note, 1 as running
from v_results where control_id = 'ECS.10' order by resource_arn;
SQL
cat >readme/messages.xml <<'XML'
<fg:messages xmlns:fg="urn:fargauge:template:1"><fg:message key="services.none"><fg:en>None.</fg:en><fg:ja>なし</fg:ja></fg:message></fg:messages>
XML
fg 0 templates check readme
prints 'Writes: own1.html, own2.csv, own3.json'
fg 0 render --db out/fargauge.db --out out --template readme --format none --exit-zero
ok 'templates/README.md: its page shows the service' grep -q '<td>web</td>' out/own1.html
ok 'templates/README.md: so does its JSON' grep -q '"name": *"web"' out/own3.json

# ---- fargauge-pack(5)
fg 0 pack --db out/fargauge.db --out before
fg 0 pack --db out/fargauge.db --out pack --previous before
digest=$(sed -n 's/^Pack digest: sha256://p' "$out")
(cd pack && find . -maxdepth 1 -type f && find data -mindepth 1 -maxdepth 1) | sed 's,^\./,,' | sorted >files
named pack FILES | grep -v '^tagmanifest-sha256.txt\.' | grep -vx own | sorted >page
are pack 'the files' files page
for file in inputs.csv import-log.csv; do
  head -1 "pack/data/$file" | tr -d '\r' | tr , '\n' >header
  named pack "$(printf %s "$file" | tr a-z A-Z)" >page
  are pack "columns of $file" header page
done
json=$(sed "s/'/''/g" pack/data/pack.json)
"$ASK" out/fargauge.db "select key from json_each('$json')" | sorted >members
named pack PACK.JSON | sorted >page
are pack 'members of pack.json' members page
fg 0 pack --db out/fargauge.db --out redacted --redact --redact-key key --redact-map map.csv
head -1 map.csv | tr -d '\r' | tr , '\n' >header
named pack 'THE MAP' >page
are pack 'columns of the map' header page
if command -v ssh-keygen >/dev/null && command -v openssl >/dev/null; then
  ssh-keygen -q -t ed25519 -N '' -f id
  openssl req -x509 -newkey rsa:3072 -nodes -keyout key.pem -out cert.pem -subj /CN=x -days 2 2>openssl.log
  chmod 600 key.pem
  fg 0 sign pack --ssh id
  fg 0 sign pack --key key.pem --cert cert.pem
  (cd pack && ls tagmanifest-sha256.txt.*) | sorted >files
  named pack FILES | grep '^tagmanifest-sha256.txt\.' | sorted >page
  are pack signatures files page
else
  skip 'pack: signatures' 'needs ssh-keygen and openssl'
fi
if command -v sqlite3 >/dev/null && command -v sha256sum >/dev/null; then
  example pack >example.sh
  ok 'pack: the example works' sh -c 'cd pack && sh -eu ../example.sh >../said'
  ok 'pack: and prints what it shall' grep -q '^PASSED|[0-9]*$' said
  ok 'pack: the digest, too' grep -qx "$digest  tagmanifest-sha256.txt" said
else
  skip 'pack: the example' 'needs sqlite3 and sha256sum'
fi

# ---- fargauge(1) and its commands list, for people and completions, what there is to choose.
listed() { sed -n "/^\*--$1\*/,/; list: /s/.*; list: //p" "$man/parts/$2.scd" | tr ' ' '\n' | sorted; }
listed format render >page
sed -n 's/^    {"\([a-z]*\)", .*/\1/p' "$SOURCE_ROOT/src/render/report.c" | sorted | uniq >formats
ok 'there are formats' test "$(wc -l <formats)" -ge 7
are report formats formats page
fg 2 render --db out/fargauge.db --out out --format nonesuch
sed -n 's/.*hint: choose among \(.*\), separated by commas, or \(none\)$/\1, \2/p' "$err" | awk '{ gsub(/, | and /, "\n"); print }' | sorted >page
are report 'formats in the hint' formats page
listed framework choice >page
"$ASK" out/fargauge.db "select value from v_choice where kind = 'framework'" | sorted >frameworks
ok 'there are frameworks' test "$(wc -l <frameworks)" -ge 3
are assess frameworks frameworks page

# ---- SEE ALSO: each page that is named is there, and a format and a command name each other.
for page in "$man"/*.scd; do
  name=$(basename "$page" .scd)
  awk '/^# SEE ALSO$/ || /^; include end$/ { on = 1 } on' "$page" | tr ' ' '\n' | sed -n 's/.*\*\(fargauge[a-z-]*\)\*(\([0-9]\)).*/\1.\2/p' |
    sed "s/^/$name /" >>see
done
awk '{ print $2 }' see | sort -u >wanted
ok 'pages name pages' test "$(wc -l <wanted)" -ge 15
absent() { while read -r name; do [ -f "$man/$name.scd" ] || echo "$name"; done <"$1"; }
ok 'each page that is named is there' test -z "$(absent wanted)"
awk '{ seen[$1 " " $2] = 1 } END { for (pair in seen) { split(pair, p, " ");
  if (pair ~ /\.5/ && !((p[2] " " p[1]) in seen)) print pair } }' see >one_way
ok 'formats and commands name each other' is_empty one_way
