# fargauge status: the newest assessment on the screen, with the numbers of the reports, at any width.
fg 1 report "$SAMPLES" --waivers "$SAMPLES/waivers.csv" --out audit
db=audit/fargauge.db
escape=$(printf '\033')
fg 1 status --db $db
says_nothing
cp "$out" plain.txt
fg 0 status --db $db --exit-zero
same "$out" plain.txt
fg 1 status --db $db --quiet
prints_nothing

# Into a file everything is whole: no colour, no cut title, a line for each row.
nok 'no colour' grep -q "$escape" plain.txt
nok 'nothing is cut' grep -q '\.\. ' plain.txt
ok 'which assessment' grep -Eq '^As of      2026-10-01 09:30:00 UTC \(the newest capture time among the sources\)$' plain.txt
ok 'who made it' grep -Eq '^Generated  [0-9: -]+ UTC by fargauge [0-9.]+, catalogue of [0-9-]+$' plain.txt

# The numbers by control are those of results.csv and of junit.xml.
awk 'table && NF == 0 { exit } /^control / { table = 1; next }
  table { print $1, $(NF - 4), $(NF - 3), $(NF - 2), $(NF - 1), $NF }' plain.txt | sort >shown
cut -d, -f1,3 audit/results.csv | sed 1d | awk -F, '{ n[$1]; c[$1, $2]++; all[$2]++ }
  END { for (id in n) print id, c[id, "FAILED"] + 0, c[id, "INSUFFICIENT_DATA"] + 0, c[id, "WAIVED"] + 0, c[id, "PASSED"] + 0,
      c[id, "NOT_APPLICABLE"] + 0
    print "all", all["FAILED"], all["INSUFFICIENT_DATA"], all["WAIVED"], all["PASSED"], all["NOT_APPLICABLE"]
    print "ECS.16 0 0 0 0 0" }' | sort >counted
ok 'the numbers of results.csv' diff counted shown
sed -n 's/.*<testsuite .*name="\([A-Z0-9.]*\)" .*failures="\([0-9]*\)" errors="\([0-9]*\)".*/\1 \2 \3/p' audit/junit.xml | sort >junit
grep -v '^all' shown | cut -d' ' -f1-3 >short
ok 'the numbers of junit.xml' diff junit short

# By account, those of results.csv; by gap and waiver, those of the tables.
awk 'table && NF == 0 { exit } /^account / { table = 1; next } table' plain.txt | awk '{ print $1, $2, $3 }' | sort >shown
cut -d, -f3,5 audit/results.csv | sed 1d | awk -F, '{ n[$2]; f[$2] += $1 == "FAILED"; s[$2] += $1 != "NOT_APPLICABLE" }
  END { for (id in n) print id, f[id], s[id] }' | sort >counted
ok 'failures by account' diff counted shown
gaps=$(sed 1d audit/gaps.csv | wc -l | tr -d ' ')
kinds=$(sed 1d audit/gaps.csv | cut -d, -f1 | sort -u | wc -l | tr -d ' ')
ok 'gaps' grep -q "^Gaps     $gaps in the evidence, of $kinds kinds;" plain.txt
ok 'waivers' grep -q '^Waivers  in force: 4; results that they cover: 5; to be mended: 1; warnings and notes: 4$' plain.txt
asks $db "select accounts || ' ' || regions from (select count(distinct r.account_id) as accounts, count(distinct r.region) as regions from v_results v join resource r on r.id = v.resource_id)" \
  "$(sed -n 's/^Scope      accounts: \([0-9]*\), Regions: \([0-9]*\), .*/\1 \2/p' plain.txt)"

# What to do next can be pasted into a shell.
ok 'the next command runs' env FARGAUGE="$FARGAUGE" sh -c "$(sed -n 's/^Next     fargauge \(render .* --out\) DIR  #.*/"$FARGAUGE" \1 again --quiet --exit-zero/p' plain.txt)"
same audit/results.csv again/results.csv
mkdir "it's here"
cp $db "it's here/a b.db"
fg 1 status --db "it's here/a b.db"
prints "fargauge explain ARN --db 'it'\\''s here/a b.db'  # "

# It fits every width, in both languages: COLUMNS for a file, the terminal's own for a terminal.
# Columns of the widest line: a character beyond ASCII counts two here, so this is an upper bound but for marks.
widest() { LC_ALL=C awk '{ wide = gsub(/[\343-\357][\200-\277][\200-\277]/, ".."); if (length($0) > most) most = length($0) } END { print most + 0 }' "$1"; }
for columns in 40 80 120; do
  for lang in en ja; do
    COLUMNS=$columns "$FARGAUGE" status --db $db --lang $lang >$lang.$columns
    ok "$columns columns, $lang: nothing is wider" test "$(widest $lang.$columns)" -le $columns
    ok "$columns columns, $lang: the failures are there" grep -Eq '^ECS.10 .* 18 ' $lang.$columns
    "$ON_TERMINAL" $columns "$FARGAUGE" status --db $db --lang $lang --color never >$lang.terminal
    same $lang.$columns $lang.terminal
  done
done
ok 'at 80 columns every count stays' grep -Eq '^control +severity +title +failed +no data +waived +passed +n/a$' en.80
ok 'at 80 columns titles are cut' grep -q '^ECS.10   medium    ECS Fargate services \.\.' en.80
ok 'at 40 columns the titles make room' grep -Eqx 'control +failed +no data +waived +passed' en.40
"$ON_TERMINAL" 0 "$FARGAUGE" status --db $db --color never >unsaid
same unsaid en.80
for columns in 0 -5 wide 99999 ''; do
  COLUMNS=$columns "$FARGAUGE" status --db $db >odd
  same odd plain.txt
done
COLUMNS=40 "$ON_TERMINAL" 120 "$FARGAUGE" status --db $db --color never >asked
same asked en.40

# Colour: on a terminal, unless NO_COLOR or TERM say otherwise; taken away it is the same text.
TERM=xterm "$ON_TERMINAL" 80 "$FARGAUGE" status --db $db >coloured
ok 'colour on a terminal' grep -q "$escape\[1;31m18$escape\[0m" coloured
sed "s/$escape\[[0-9;]*m//g" coloured >stripped
same stripped en.80
NO_COLOR=1 TERM=xterm "$ON_TERMINAL" 80 "$FARGAUGE" status --db $db >no-color
same no-color en.80
TERM=dumb "$ON_TERMINAL" 80 "$FARGAUGE" status --db $db >dumb
same dumb en.80
fg 1 status --db $db --color always
ok '--color always' grep -q "$escape" "$out"

# A selection is told, and what was not judged is not shown.
fg 1 assess --db $db --control ECS.10,ECS.5 --severity medium
fg 1 status --db $db
prints 'Controls   2 of 20, chosen by the user: Controls: ECS.10, ECS.5; Severity: MEDIUM. Nothing here speaks of the others.'
nok 'other controls are not shown' grep -q '^ECS\.2 ' "$out"
fg 1 status --db $db --lang ja
prints '評価対象'

# Many accounts: those with the most failures.
{ printf '{"services":['
  n=100
  while [ $n -lt 130 ]; do
    n=$((n + 1))
    [ $n -eq 101 ] || printf ,
    service_object web 1.3.0 | sed "s/123456789012/000000000$n/g"
  done
  printf ']}\n'; } >many.json
fg 1 report many.json --out many --format csv --control ECS.10
fg 1 status --db many/fargauge.db
prints '000000000101       1         1'
prints '000000000120       1         1'
nok 'not the twenty-first' grep -q 000000000121 "$out"
prints '10 more           10        10'

# Nothing failed, nothing judged, no assessment, no database.
service web LATEST >good.json
fg 0 report good.json --out good --format csv
fg 0 status --db good/fargauge.db
nok 'nothing to explain' grep -q explain "$out"
nok 'no waivers, no word of them' grep -q '^Waivers' "$out"
fg 0 import good.json --db new.db
fg 2 status --db new.db
says 'status: new.db: there is no assessment in the database yet'
says_like '^hint: .*fargauge assess'
prints_nothing
fg 4 status --db absent.db
says 'absent.db'
nok 'no database was made' test -e absent.db
