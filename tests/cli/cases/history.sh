# Twelve months in one database: since when, how long, how often again; what is gone and what was not seen; what changed and what
# only the rules changed. Every answer is known from the months below.

# in_place ACCOUNT REGION: on standard input, what `service_object` says, put there.
in_place() { sed "s/eu-west-1:123456789012/$2:$1/g"; }

# named NAME MONTH: the version a service asks for in a month, '' where the export does not hold it. Months count from 1.
named() {
  case $1 in
    steady | far | late-place) echo LATEST ;;
    old | far-bad) echo 1.3.0 ;;
    pinned) echo 1.4.0 ;;
    late) if [ "$2" -ge 3 ] && [ "$2" -le 6 ] || [ "$2" -ge 9 ]; then echo 1.3.0; else echo LATEST; fi ;;
    mended) if [ "$2" -lt 12 ]; then echo 1.3.0; else echo LATEST; fi ;;
    worse) if [ "$2" -lt 12 ]; then echo LATEST; else echo 1.3.0; fi ;;
    gone-good) [ "$2" -gt 7 ] || echo LATEST ;;
    gone-bad) [ "$2" -gt 7 ] || echo 1.3.0 ;;
    born) [ "$2" -lt 12 ] || echo LATEST ;;
    born-bad) [ "$2" -lt 12 ] || echo 1.3.0 ;;
    moved) if [ "$2" -lt 12 ]; then echo 1.4.0; else echo LATEST; fi ;;
  esac
}

# export_of MONTH DATE ACCOUNT REGION SERVICE...: that account's describe-services of that day.
export_of() {
  month=$1 file=x/$1/$3_${2}T000000Z.json account=$3 region=$4
  shift 4
  mkdir -p "x/$month"
  { printf '{"services":['
    comma=
    for one in "$@"; do
      version=$(named "$one" "$month")
      [ -n "$version" ] || continue
      printf %s "$comma"
      service_object "$one" "$version"
      comma=,
    done
    printf '],"failures":[]}\n'; } | in_place "$account" "$region" >"$file"
}

# The far account is not in the exports of months 4 and 12; the late one begins with month 12. No export in April.
month=0
for day in 20251101 20251201 20260101 20260201 20260301 20260502 20260601 20260701 20260801 20260901 20261001 20261101; do
  month=$((month + 1))
  export_of $month $day 123456789012 eu-west-1 steady old pinned late mended worse gone-good gone-bad born born-bad moved
  case $month in
    4 | 12) ;;
    *) export_of $month $day 210987654321 us-east-1 far far-bad ;;
  esac
  [ $month -lt 12 ] || export_of $month $day 000000000007 eu-west-1 late-place
  "$FARGAUGE" import x/$month --db h.db --quiet
  "$FARGAUGE" assess --db h.db --label "m$month" --control ECS.10,ECS.2 --quiet --exit-zero || break
done
asks h.db 'select count(*) from assessment' 12

# ---- the view: one row per control and resource
history() {
  asks h.db "select ifnull(h.status, '-'), h.presence, substr(h.first_seen_at, 1, 10), ifnull(substr(h.failing_since_at, 1, 10), '-'), ifnull(h.days_open, '-'), h.reopened, h.moments from v_history h join resource r on r.id = h.resource_id where h.control_id = 'ECS.10' and r.name = '$1'" "$2"
}
history steady 'PASSED|seen|2025-11-01|-|-|0|12'
history old 'FAILED|seen|2025-11-01|2025-11-01|365|0|12'
history late 'FAILED|seen|2025-11-01|2026-08-01|92|1|12'
history mended 'PASSED|seen|2025-11-01|-|-|0|12'
history worse 'FAILED|seen|2025-11-01|2026-11-01|0|0|12'
history gone-bad 'FAILED|gone|2025-11-01|2025-11-01|365|0|12'
history far-bad 'FAILED|not_seen|2025-11-01|2025-11-01|365|0|12'
history born 'PASSED|seen|2026-11-01|-|-|0|1'
when() {
  asks h.db "select ifnull(substr(h.first_failed_at, 1, 10), '-'), ifnull(substr(h.last_seen_at, 1, 10), '-'), ifnull(substr(h.absent_since_at, 1, 10), '-'), ifnull(substr(h.changed_at, 1, 10), '-'), ifnull(substr(h.evidence_changed_at, 1, 10), '-') from v_history h join resource r on r.id = h.resource_id where h.control_id = 'ECS.10' and r.name = '$1'" "$2"
}
when late '2026-01-01|2026-11-01|-|2026-08-01|2026-08-01'
when mended '2025-11-01|2026-11-01|-|2026-11-01|2026-11-01'
when moved '-|2026-11-01|-|-|2026-11-01'
when gone-good '-|2026-06-01|2026-07-01|-|-'
when far '-|2026-10-01|2026-11-01|-|-'
asks h.db "select group_concat(period || presence, ' ') from (select v.period, v.presence from v_presence v join resource r on r.id = v.resource_id where r.name = 'far' order by 1)" \
  '1seen 2seen 3seen 4not_seen 5seen 6seen 7seen 8seen 9seen 10seen 11seen 12not_seen'

# ---- the difference
fg 1 diff --db h.db --out d
says_nothing
holds d diff.html diff.csv diff.junit.xml
prints 'From   m11  2026-10-01 00:00:00 UTC'
prints 'To     m12  2026-11-01 00:00:00 UTC, 31 days later'
ok 'the place that was not seen' grep -Eq '^Scope +000000000007 / eu-west-1: in the later assessment only' "$out"
ok 'the place that is new' grep -Eq '^ +210987654321 / us-east-1: not in the evidence of the later period' "$out"
class() { ok "$1 is $2" grep -q "^$2,$3,ECS.10,MEDIUM,[0-9]*,[^,]*,web,AWS::ECS::Service,$1," d/diff.csv; }
class worse new_failure evidence
class born-bad new_failure new_resource
class late still_failing ''
class old still_failing ''
class mended fixed evidence
class born new ''
class far not_seen ''
class far-bad not_seen ''
class late-place not_seen ''
class moved evidence_changed ''
class steady unchanged ''
class gone-bad unchanged ''
grep -v '^Wrote' "$out" >whole.txt
fg 1 diff --db h.db --from m11 --to 2026-11-15T09:00:00+09:00
same "$out" whole.txt
fg 1 diff --db h.db --only-new --quiet
prints_nothing
fg 0 diff --db h.db --exit-zero --quiet

# A resource is gone once; what failed before it went is neither fixed nor failing.
fg 1 diff --db h.db --from m7 --to m8 --out d
class gone-good gone ''
class gone-bad gone ''
class far unchanged ''
nok 'nothing is fixed' grep -q '^fixed,.*,gone-' d/diff.csv
fg 0 diff --db h.db --from m9 --to m10 --only-new
prints 'Still failing'
nok 'nothing is gone again' grep -q '^Gone' "$out"
fg 1 diff --db h.db --from m8 --to m9 --only-new --out d
class late reopened evidence
fg 1 diff --db h.db --from m3 --to m4 --out d
class far-bad not_seen ''
fg 0 diff --db h.db --from m4 --to m5 --only-new

fg 1 diff --db h.db --out plain --format csv
fg 1 diff --db h.db --out bom --format csv --csv-bom
ok '--csv-bom: three bytes before the same' eval 'printf "\357\273\277" | cat - plain/diff.csv | cmp - bom/diff.csv'
rm -r bom plain

# ---- JUnit: only what fails newly stops a gate
failing() { awk -F'"' '/<testcase /{ name = $4 } /<failure /{ print name, $2 }' "$1" | sort; }
fg 1 diff --db h.db --out d --format junit
failing d/diff.junit.xml >all
printf '%s\n' 'born-bad new_failure' 'far-bad not_seen' 'late still_failing' 'old still_failing' 'worse new_failure' >wanted
ok 'all failures' diff wanted all
fg 1 diff --db h.db --out d --format junit --only-new
failing d/diff.junit.xml >new
printf '%s\n' 'born-bad new_failure' 'worse new_failure' >wanted
ok 'new failures alone' diff wanted new
ok 'the totals are those' grep -q 'name="ECS.10" id="0" timestamp="2026-11-01T00:00:00" tests="10" failures="2" errors="0"' d/diff.junit.xml

# ---- split as junit.xml is
rm -rf s
fg 1 diff --db h.db --out s --format junit --junit-max-cases 4
holds s diff.junit-001.xml diff.junit-002.xml diff.junit-003.xml diff.junit-004.xml
grep -h '<testcase ' s/*.xml | sort >cases
fg 1 diff --db h.db --out one.s --format junit
holds one.s diff.junit.xml
grep -h '<testcase ' one.s/diff.junit.xml | sort | diff cases - >cases.diff
ok 'the same cases' [ ! -s cases.diff ]
ok 'there are some' [ "$(wc -l <cases)" -gt 12 ]
ok 'a suite that is spread is numbered' grep -q '<testsuite .*name="ECS.10 (2)"' s/diff.junit-002.xml
ok 'and its first part says that it is one' grep -q '<property name="part" value="1"/>' s/diff.junit-001.xml
totals() { for file in "$1"/*.xml; do awk -v f="$file" '
  /<testsuite /{ match($0, /tests="[0-9]*"/); want = substr($0, RSTART + 7, RLENGTH - 8) + 0
                 match($0, /failures="[0-9]*"/); fails = substr($0, RSTART + 10, RLENGTH - 11) + 0; n = 0; m = 0 }
  /<testcase /{ n++ } /<failure /{ m++ }
  /<\/testsuite>/{ if (n != want || m != fails) print f, n, want, m, fails }' "$file"; done; }
ok 'totals are exact' [ -z "$(totals s)$(totals one.s)" ]
fg 1 diff --db h.db --out s --format junit --junit-max-size 6K
ok 'no file is larger' [ -z "$(find s -name '*.xml' -size +6k)" ]
ok 'sizes split, too' [ -e s/diff.junit-002.xml ]
fg 1 diff --db h.db --out s --format junit
holds s diff.junit.xml # what an earlier run left is gone
same s/diff.junit.xml one.s/diff.junit.xml

# ---- the rules changed, not the resource
cp h.db p.db
fg 1 assess --db p.db --label m12b --control ECS.10,ECS.2 --latest-linux 1.5.0 --quiet
fg 1 diff --db p.db --from m12 --to m12b --out d
prints 'ECS.10 latestLinuxVersion: 1.4.0 before, 1.5.0 now.'
class pinned rules_changed parameters
class old still_failing ''
class mended unchanged ''
fg 1 diff --db p.db --from m12 --to m12b --only-new --quiet
mkdir -p r/sql/catalog/controls
sed "s/('ECS.10', 'retired_version', 'FAILED')/('ECS.10', 'retired_version', 'PASSED')/" "$SOURCE_ROOT/sql/catalog/controls/ECS.10.sql" >r/sql/catalog/controls/ECS.10.sql
cp h.db c.db
fg 0 assess --db c.db --resource-dir r --label other --control ECS.10 --quiet --exit-zero
fg 0 diff --db c.db --from m12 --to other --resource-dir r --out d --exit-zero
ok 'the catalogue is told' grep -Eq '^Rules +The catalogue of rules is another one' "$out"
prints 'No longer judged: ECS.2.'
class old rules_changed catalogue
ok 'another control is not judged' grep -q '^not_judged,,ECS.2,' d/diff.csv

# A waiver is neither a new failure nor fixed; its end is a new failure, but no reopening.
cp h.db w.db
{ echo 'waiver_id,control_id,resource,account_id,reason,owner,approver,approved_at,expires_at,ticket'
  echo 'W-1,ECS.10,*/old,,late,o,p,2026-01-01,2026-11-05,'; } >w.csv
fg 0 import w.csv --db w.db --quiet
fg 1 assess --db w.db --label waived --as-of 2026-11-02T00:00:00Z --control ECS.10,ECS.2 --quiet
fg 1 diff --db w.db --out d
class old changed waiver_began
prints '(a waiver began)'
fg 1 assess --db w.db --label after --as-of 2026-11-06T00:00:00Z --control ECS.10,ECS.2 --quiet
fg 1 diff --db w.db --out d
class old new_failure waiver_ended
prints '(a waiver ended)'
asks w.db "select h.days_open, h.reopened from v_history h join resource r on r.id = h.resource_id where h.control_id = 'ECS.10' and r.name = 'old'" '370|0'

# Missing evidence closes nothing: what failed, could not be judged and fails again was never closed.
state() {
  case $1$2 in
    blind1 | blind4 | healed1 | healed4 | fresh4 | aged4) echo 1.3.0 ;;
    blind* | healed3 | fresh3) echo 9.9.9 ;;
    *) echo LATEST ;;
  esac
}
for month in 1 2 3 4; do
  mkdir -p y/$month
  { printf '{"services":['
    for one in blind healed fresh; do service_object $one "$(state $one $month)"; printf ,; done
    service_object aged "$(state aged $month)" | sed 's/"id":"ecs-svc.1"/&,"createdAt":"2022-03-01T00:00:00Z"/'
    printf ,
    service_object idle 1.3.0 | sed 's/"ACTIVE"/"INACTIVE"/'
    printf '],"failures":[]}\n'; } >y/$month/123456789012_20260${month}01T000000Z.json
  "$FARGAUGE" import y/$month --db o.db --quiet
  "$FARGAUGE" assess --db o.db --label "o$month" --control ECS.10 --quiet --exit-zero
done
fg 1 diff --db o.db --out d
class blind still_failing evidence
class healed reopened evidence
class fresh new_failure evidence
ok 'it is no new failure to a gate' grep -q '^still_failing,.*,blind,.*,INSUFFICIENT_DATA,FAILED,0,1,' d/diff.csv
fg 1 diff --db o.db --out d --format junit --only-new
failing d/diff.junit.xml >new
printf '%s\n' 'aged new_failure' 'fresh new_failure' 'healed reopened' >wanted
ok 'new failures alone, without what was open' diff wanted new
asks o.db "select group_concat(r.name || h.reopened, ' ') from v_history h join resource r on r.id = h.resource_id where r.name in ('blind', 'healed') order by 1" 'blind0 healed1'

# On the screen the gravest of a class stand first, and what is left out is somewhere.
for month in 1 2; do
  mkdir -p z/$month
  { printf '{"services":['
    for one in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
      service_object "s$one" "$([ $month = 1 ] && echo LATEST || echo 1.3.0)" | sed "$([ $month = 1 ] || echo 's/DISABLED/ENABLED/')"
      [ $one = 30 ] || printf ,
    done
    printf '],"failures":[]}\n'; } >z/$month/123456789012_20260${month}01T000000Z.json
  "$FARGAUGE" import z/$month --db z.db --quiet
  "$FARGAUGE" assess --db z.db --control ECS.10,ECS.2 --quiet --exit-zero
done
fg 1 diff --db z.db
prints '20 more: --out DIR writes them all'
ok 'high before medium' test "$(awk '/^New failure.*ECS/ { print $3 }' "$out" | uniq -c | awk '{ printf "%s %s ", $2, $1 }')" = 'ECS.2 30 ECS.10 10 '
fg 1 diff --db z.db --out zd --format html
ok 'the severity stands beside each' grep -q '<span class="severity high">High</span>' zd/diff.html
nok 'nothing is left out' grep -q 'is left out\|are left out' zd/diff.html

# ---- the report
fg 1 render --db h.db --out o
ok 'history.csv' grep -q '^ECS.10,MEDIUM,123456789012,eu-west-1,web,AWS::ECS::Service,late,.*,FAILED,seen,2025-11-01T00:00:00Z,2026-11-01T00:00:00Z,,2026-01-01T00:00:00Z,2026-08-01T00:00:00Z,2026-08-01T00:00:00Z,92,1,2026-08-01T00:00:00Z,2026-08-01T00:00:00Z,12' o/history.csv
ok 'the label on the cover' grep -q '<bdi class="key">m12</bdi>' o/report.html
ok 'the label in junit.xml' grep -q '<property name="label" value="m12"/>' o/junit.xml
ok 'the cadence' grep -q 'Usually 31 days apart' o/report.html
ok 'its gap' grep -q '62 days between 2026-03-01 and 2026-05-02' o/report.html
nok 'no other gap' grep -q '31 days between' o/report.html
ok 'the history of a resource' grep -q 'failing since 2026-08-01, 92 days open' o/report.html
ok 'reopened' grep -q 'reopened once' o/report.html
ok 'like with like: one place and two controls' grep -q 'the accounts and Regions (1) under the controls (2)' o/report.html
ok 'a place that is new' grep -q 'new: 000000000007 / eu-west-1' o/report.html
ok 'a place that was not seen' grep -q 'not seen: 210987654321 / us-east-1' o/report.html
ok 'it is seen again' grep -q 'seen again: 210987654321 / us-east-1' o/report.html
nok 'and not new' grep -q 'new: 210987654321' o/report.html
fg 1 render --db h.db --out oj --format html --lang ja
ok 'in Japanese' grep -q '2026-03-01から2026-05-02まで62日' oj/report.html
fg 1 diff --db h.db --out dj --lang ja
ok 'the difference in Japanese' grep -q '新規の不合格' dj/diff.html
ok 'rules that do not differ' grep -Eq '<dd>(<span[^>]*>)?なし<' dj/diff.html
ok 'the class of what was not seen' grep -q '期間の証跡なし' dj/diff.html
ok 'as in the report' grep -q 'Amazon ECSコンプライアンス状況の変化' dj/diff.html
nok 'other words for the same' grep -Eq '規則|～|準拠状況|未確認|前回' dj/diff.html
SOURCE_DATE_EPOCH=1 TZ=Asia/Tokyo LC_ALL=C "$FARGAUGE" diff --db h.db --out dj2 --lang ja --quiet --exit-zero
same dj/diff.html dj2/diff.html

fg 1 render --db o.db --out i --format html
ok 'inactive from the first period on' grep -q 'inactive: its newest evidence says so' i/report.html
nok 'no since without a date' grep -q 'of its place since *<' i/report.html
ok 'a number is of what failed' grep -q 'The number at the foot of a bar is what failed' i/report.html
nok 'and does not stand upon the whole bar' grep -Eq '<text class="count"[^>]* y="([0-7]|8[0-3])' i/report.html
ok 'since is no earlier than the last time it passed' grep -q 'aged.*since 2026-04-01 at the latest' i/report.html
nok 'the deployment is older than the failure' grep -q '2022-03-01 at the latest' i/report.html
ok 'nothing has stood for a year' grep -q '; 0 have stood for more than a year' i/report.html
# One assessment: nothing to compare, and nothing said of a trend.
fg 0 report x/1 --out one --exit-zero --format html,csv --label one
nok 'no trend' grep -q 'id="trend"' one/report.html
ok 'history.csv has its head alone' test "$(wc -l <one/history.csv)" -eq 1
fg 0 diff --db one/fargauge.db --only-new --out one.d
prints 'There is no earlier assessment to compare with: this is the first period.'
nok 'nothing is written' ls one.d/*
fg 0 diff --db one/fargauge.db --to one --lang ja
prints '初回の評価です'
fg 2 diff --db one/fargauge.db --from one
says '--from and --to are the same assessment'
fg 0 import x/1 --db none.db --quiet
fg 2 diff --db none.db
says 'diff: none.db: there is no assessment in the database yet'

# ---- like with like: odd assessments neither empty the trend nor take a period's evidence away
cp h.db odd.db
fg 1 assess --db odd.db --label odd --as-of 2026-09-15T00:00:00Z --control ECS.10,ECS.2 --quiet
fg 1 assess --db odd.db --label few --as-of 2026-10-15T00:00:00Z --control ECS.10 --quiet
fg 1 assess --db odd.db --label again --as-of 2026-11-01T00:00:00Z --control ECS.10,ECS.2 --quiet
fg 1 render --db odd.db --out ood --format html
ok 'the same scope as without them' grep -q 'the accounts and Regions (1) under the controls (2)' ood/report.html
ok 'two are left out' grep -q 'leaves out, because they cannot be compared: 2\.' ood/report.html
ok 'one for its controls' grep -q 'not compared: other controls were chosen' ood/report.html
ok 'one for want of evidence' grep -q 'not compared: no evidence was captured in its period' ood/report.html
ok 'the cadence is theirs' grep -q 'Usually 31 days apart' ood/report.html
grep '<rect class="segment' o/report.html >bars
grep '<rect class="segment' ood/report.html >bars.odd
ok 'there are bars' [ -s bars ]
same bars bars.odd
fg 1 diff --db odd.db --to again --from m11 --out d
class worse new_failure evidence
class far not_seen ''
fg 1 diff --db odd.db
ok 'not with the one of few controls' grep -q '^From *m12 ' "$out" # of the same moment, made before
# The newest is the one made last: history and comparison speak of its moment.
fg 1 assess --db odd.db --label past --as-of 2026-06-15T00:00:00Z --control ECS.10,ECS.2 --quiet
asks odd.db "select h.status, h.days_open from v_history h join resource r on r.id = h.resource_id where h.control_id = 'ECS.10' and r.name = 'mended'" 'FAILED|226'
fg 1 diff --db odd.db
ok 'to it' grep -q '^To *past ' "$out"
ok 'from the moment before' grep -q '^From *m7 ' "$out"

# ---- what this period's evidence forgot
asks h.db "select kind, account_id, region, resource_type, substr(detail, 1, 10), substr(expected, 1, 10) from gap where assessment_id = 12 and kind = 'not_in_period'" \
  'not_in_period|210987654321|us-east-1|-|2026-10-01|2026-10-01'
asks h.db "select group_concat(assessment_id, ' ') from gap where kind = 'not_in_period'" '4 12'
ok 'the gap in the report' grep -q '<b>Not in this period’s evidence</b>\|<b>Not in this period.s evidence</b>\|Not in this period&#39;s evidence' o/report.html
ok 'the summary says so' grep -q 'Missing from this period.*an earlier one held it: 1 place or kind of export' o/report.html
ok 'and of the accounts' grep -q 'Accounts of which this period.*s evidence holds nothing: 1' o/report.html
ok 'in gaps.csv' grep -q '^not_in_period,.*,210987654321,us-east-1,,,' o/gaps.csv
ok 'in Japanese' grep -q '以前の期間にはあったのに' oj/report.html
fg 1 status --db h.db
prints "Not in this period's evidence  210987654321 / us-east-1, last captured 2026-10-01 00:00:00 UTC"
fg 1 status --db h.db --lang ja
prints '210987654321 / us-east-1（最終取得日時：2026-10-01 00:00:00 UTC）'
cp h.db f.db
fg 0 pack --db f.db --out f.bag --format none
ok 'the statement says so' grep -q 'rests on older exports: 210987654321 / us-east-1, last captured 2026-10-01' f.bag/data/STATEMENT.txt
ok 'in Japanese too' grep -q '210987654321 / us-east-1（最終取得日時' f.bag/data/STATEMENT.ja.txt
fg 1 assess --db f.db --as-of 2026-11-02T00:00:00Z --control ECS.10,ECS.2
prints "gap: Not in this period's evidence: 3" # nothing at all was captured since

# A kind of export that was there before.
for month in 1 2; do
  mkdir -p k/$month
  { printf '{"services":['; service_object web 1.$((month + 2)).0; printf '],"failures":[{"arn":"arn:aws:ecs:eu-west-1:123456789012:service/web/none","reason":"MISSING"}]}\n'; } >k/$month/services_20260${month}01T000000Z.json
done
echo '{"clusters":[{"clusterArn":"arn:aws:ecs:eu-west-1:123456789012:cluster/web","clusterName":"web","status":"ACTIVE"}],"failures":[]}' >k/1/clusters_20260101T000000Z.json
for month in 1 2; do
  "$FARGAUGE" import k/$month --db k.db --quiet
  fg 0 assess --db k.db --exit-zero --label k$month
done
prints "gap: Not in this period's evidence: 1"
fg 0 render --db k.db --out ko --exit-zero
ok 'the kind' grep -q "^not_in_period,.*,123456789012,eu-west-1,AWS::ECS::Cluster,,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z," ko/gaps.csv
ok 'asked for in each period, told once' test "$(grep -c '>arn:aws:ecs:eu-west-1:123456789012:service/web/none<.*MISSING' ko/report.html)" -le 2
ok 'and counted once' grep -q 'Asked for, but not described: 1<' ko/report.html
ok 'by the newest answer' sh -c 'grep -A1 "web/none</bdi> <code" ko/report.html | grep -q k/2/services'

# Wrong words.
fg 2 diff --db h.db --from 2026-Q3
says '--from: 2026-Q3: no assessment has this label, and it is no RFC 3339 time'
says 'the newest labels are: m12, m11, m10, m9, m8, m7, m6, m5, m4, m3;'
fg 2 diff --db h.db --to 2020-01-01T00:00:00Z
says '--to: 2020-01-01T00:00:00Z: nothing was assessed at or before this time: the oldest assessment is of 2025-11-01T00:00:00Z'
fg 2 diff --db h.db --to 2025-10-31
fg 2 diff --db none.db --to 2025-10-31
says 'nothing was assessed yet'
cp o.db e.db
"$FARGAUGE" assess --db e.db --as-of 2026-04-01T09:30:00Z --label noon --control ECS.10 --quiet --exit-zero
fg 1 diff --db e.db --from 2026-03-31 --to 2026-04-01
prints 'From   o3'
prints 'To     noon'
fg 2 diff --db h.db --from m5 --to m4
says 'diff: h.db: --from is not before --to'
fg 2 diff --db h.db --from m5 --to m5
says '--from and --to are the same assessment, of 2026-03-01T00:00:00Z'
says 'leave out --from'
fg 2 diff --db h.db --from m12
fg 0 diff --db h.db --to m1
fg 2 diff --db h.db --out d9 --format html,pdf
says '--format: pdf: there is no such format'
nok 'nothing was made' test -e d9
fg 2 diff --db h.db --format csv
fg 2 diff
mkdir full && : >full/diff.html && rm -f full/diff.html && mkdir full/diff.html
fg 4 diff --db h.db --out full --exit-zero
ok 'no temporary file stays' test "$(ls -A full)" = diff.html
