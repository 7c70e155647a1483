# What junit.xml's options do: what a suite stands for, what a status counts as, the extended profile, and splitting.

# suites FILE...: NAME TESTS FAILURES ERRORS SKIPPED of each suite, in order.
suites() {
  cat "$@" | sed -n 's/.*<testsuite .* name="\([^"]*\)" .* tests="\([0-9]*\)" failures="\([0-9]*\)" errors="\([0-9]*\)" skipped="\([0-9]*\)">.*/\1 \2 \3 \4 \5/p'
}
# cases FILE...: the start tag of every case and its outcome, sorted.
cases() {
  cat "$@" | sed -n 's/^<testcase /\n&/;s/^<\(failure\|error\|skipped\) .*/\1/p;/^\n<testcase/{s/^\n//;p;}' | sort
}
sums() { suites "$@" | awk '{ t += $(NF - 3); f += $(NF - 2); e += $(NF - 1); s += $NF } END { print t, f, e, s }'; }
# property NAME FILE: its value in the first suite.
property() { sed -n "s/^<property name=\"$1\" value=\"\([^\"]*\)\".*/\1/p" "$2" | head -1; }

# Two services on lines of their own in one account, one in another, a task definition without a cluster.
other() { service_object "$1" "$2" | sed 's/123456789012/210987654321/g;s/:service\/web\//:service\/shop.a\//;s/cluster\/web/cluster\/shop.a/'; }
mkdir in
{
  printf '{"services":[\n'
  service_object old 1.3.0
  printf ',\n\n'
  service_object new 1.4.0
  printf ',\n'
  other far 1.3.0
  printf '\n]}\n'
} >in/services_20261001T090000Z.json
printf '{"taskDefinition":{"taskDefinitionArn":"arn:aws:ecs:eu-west-1:123456789012:task-definition/job:7","family":"job","revision":7,"status":"ACTIVE","containerDefinitions":[{"name":"main","image":"x"}]},"tags":[]}' >in/definition_20261001T090000Z.json
cat >in/waivers.csv <<'CSV'
waiver_id,control_id,resource,account_id,reason,owner,approver,approved_at,expires_at,ticket
W-1,ECS.10,arn:aws:ecs:*:service/web/old,123456789012,being moved,ops@example.com,ciso@example.com,2026-09-01,2026-12-31,OPS-1
W-2,ECS.10,arn:aws:ecs:*:service/shop.a/far,,was to be moved,ops@example.com,ciso@example.com,2026-01-01,2026-09-30,OPS-2
CSV
fg 1 report in --out plain --control ECS.10,ECS.3,ECS.12
db=plain/fargauge.db

# ---- the defaults, and names

ok 'a suite for each control, then one for the waivers' [ "$(suites plain/junit.xml)" = "ECS.10 3 1 0 1
ECS.3 1 0 0 0
ECS.12 1 0 0 1
waivers 2 1 0 0" ]
fg 1 render --db $db --out named --format junit --junit-profile default --junit-group control --junit-status FAILED=failure
same plain/junit.xml named/junit.xml
ok 'what an expired waiver names has failed, and so has the waiver' \
  [ "$(grep -c -e '<failure type="retired_version" message="far ' -e '<failure type="expired"' plain/junit.xml)" = 2 ]
ok 'a revision keeps its name' grep -q '<testcase time="0.000" name="job:7" classname="ECS_3.123456789012.eu-west-1.-">' plain/junit.xml

# ---- properties

ok 'which controls were chosen' [ "$(property selected_control plain/junit.xml)" = 'ECS.10, ECS.12, ECS.3' ]
ok 'a parameter' grep -q '<property name="ECS.10.latestLinuxVersion" value="1.4.0"/>' plain/junit.xml
ok 'the digest can be computed again' [ "$(property inputs_digest plain/junit.xml)" = \
  "$("$ASK" $db 'select line from v_input_line order by line' | sha256sum | cut -d' ' -f1)" ]
mkdir moved
cp in/definition_20261001T090000Z.json moved/b_20261001T090000Z.json
cp in/services_20261001T090000Z.json moved/a_20261001T090000Z.json
cp in/waivers.csv moved/w.csv
fg 1 report moved/w.csv moved/b_20261001T090000Z.json moved/a_20261001T090000Z.json --out other --format junit --control ECS.3,ECS.12,ECS.10
ok 'and is of the bytes, whatever files are called' [ "$(property inputs_digest other/junit.xml)" = "$(property inputs_digest plain/junit.xml)" ]
fg 1 report in --out set --format junit --control ECS.10,ECS.3,ECS.12 --latest-linux 1.5.0
ok 'another parameter is another digest' [ "$(property inputs_digest set/junit.xml)" != "$(property inputs_digest plain/junit.xml)" ]
sed 's/OPS-2/OPS-3/' in/waivers.csv >later.csv
fg 1 report in/services_20261001T090000Z.json in/definition_20261001T090000Z.json --waivers later.csv --out waived --format junit --control ECS.10,ECS.3,ECS.12
ok 'other waivers are another digest' [ "$(property inputs_digest waived/junit.xml)" != "$(property inputs_digest plain/junit.xml)" ]
fg 1 report in/services_20261001T090000Z.json in/definition_20261001T090000Z.json --waivers in/waivers.csv --out waived --format junit --control ECS.10,ECS.3,ECS.12
ok 'and the former ones again the former digest' [ "$(property inputs_digest waived/junit.xml)" = "$(property inputs_digest plain/junit.xml)" ]

# ---- what a suite stands for

fg 1 render --db $db --out account --format junit --junit-group account
ok 'a suite for each account' [ "$(suites account/junit.xml)" = "account 123456789012 3 0 0 1
account 210987654321 1 1 0 0
nothing_in_scope 1 0 0 1
waivers 2 1 0 0" ]
fg 1 render --db $db --out cluster --format junit --junit-group cluster
ok 'a suite for each cluster' [ "$(suites cluster/junit.xml | sed 's/ ([0-9]*)//')" = "123456789012/eu-west-1/- 1 0 0 0
123456789012/eu-west-1/web 2 0 0 1
210987654321/eu-west-1/shop.a 1 1 0 0
nothing_in_scope 1 0 0 1
waivers 2 1 0 0" ]
for group in account cluster; do
  ok "the same cases: $group" [ "$(cases $group/junit.xml)" = "$(cases plain/junit.xml)" ]
done
ok 'there are cases' [ "$(cases plain/junit.xml | grep -c '<testcase')" = 7 ]

# ---- what a status counts as

fg 1 render --db $db --out mapped --format junit --junit-status WAIVED=failure,PASSED=skipped --junit-status FAILED=error,NOT_APPLICABLE=pass
ok 'counted so' [ "$(suites mapped/junit.xml | sed -n 1p)" = 'ECS.10 3 1 1 1' ]
ok 'shown so' [ "$(cases mapped/junit.xml | grep -c -x -e error)" = 1 ]
ok 'and said so' [ "$(property status_WAIVED mapped/junit.xml)$(property status_FAILED mapped/junit.xml)" = failureerror ]
ok 'but not of the waivers' [ "$(suites mapped/junit.xml | sed -n 4p)" = 'waivers 2 1 0 0' ]
fg 1 render --db $db --out mapped --format junit --junit-status FAILED=pass,WAIVED=pass
ok 'the exit code stays, whatever counts as passed' [ "$(suites mapped/junit.xml | sed -n 1p)" = 'ECS.10 3 0 0 0' ]

# ---- the extended profile

fg 1 render --db $db --out extended --format junit --junit-profile extended
ok 'totals' grep -q '^<testsuites name="fargauge" tests="7" failures="2" errors="0" skipped="2" time="0.000">$' extended/junit.xml
for name in old new far; do
  line=$(sed -n "s/^<testcase .* name=\"$name\( ([0-9]*)\)*\" .* file=\"in\/services_20261001T090000Z.json\" line=\"\([0-9]*\)\">/\2/p" extended/junit.xml)
  ok "$name stands in line $line" sh -c 'sed -n "$1p" "$2" | grep -q "/$3\""' - "$line" in/services_20261001T090000Z.json $name
done
ok 'a waiver and its line' grep -q 'name="W-2" .*file="in/waivers.csv" line="3"' extended/junit.xml
ok 'details' grep -q '^Evidence: in/services_20261001T090000Z.json:5 /services/2 (2026-10-01T09:00:00Z)</failure>$' extended/junit.xml
ok 'what is skipped says why in its text, too' grep -q '<skipped message="\(old is pinned[^"]*\)">\1$' extended/junit.xml

# ---- splitting

fg 1 render --db $db --out split --format junit
touch split/junit-1.xml split/junit-notes.xml split/junit-0004.xml.bak
fg 1 render --db $db --out split --format junit --junit-max-cases 2
prints 'Wrote split/junit-001.xml'
holds split junit-001.xml junit-002.xml junit-003.xml junit-1.xml junit-notes.xml junit-0004.xml.bak
ok 'parts have names of their own' [ "$(suites split/junit-00?.xml)" = "ECS.10 2 0 0 1
ECS.10 (2) 1 1 0 0
ECS.3 1 0 0 0
ECS.12 1 0 0 1
waivers 2 1 0 0" ]
ok 'no case is lost' [ "$(cases split/junit-00?.xml)" = "$(cases plain/junit.xml)" ]
ok 'a part says so' [ "$(property part split/junit-002.xml)" = 2 ]
fg 1 render --db $db --out split --format junit --junit-max-cases 1
holds split junit-001.xml junit-002.xml junit-003.xml junit-004.xml junit-005.xml junit-1.xml junit-notes.xml junit-0004.xml.bak
fg 1 render --db $db --out split --format junit --junit-max-cases 3 --junit-group account --junit-profile extended
holds split junit-001.xml junit-002.xml junit-1.xml junit-notes.xml junit-0004.xml.bak
ok 'totals of each file' [ "$(sed -n 's/^<testsuites .* tests="\([0-9]*\)" failures="\([0-9]*\)".*/\1 \2/p' split/junit-00?.xml)" = "3 0
4 2" ]
fg 1 render --db $db --out split --format csv
holds split junit-001.xml junit-002.xml $csv_files junit-1.xml junit-notes.xml junit-0004.xml.bak
fg 1 render --db $db --out split --format junit --junit-max-cases 5
holds split junit.xml $csv_files junit-1.xml junit-notes.xml junit-0004.xml.bak
same plain/junit.xml split/junit.xml

# by size: a large audit, both languages
fg 1 report "$SAMPLES" --out large --format junit --lang ja
whole=$(wc -c <large/junit.xml)
for group in control account cluster; do
  fg 1 render --db large/fargauge.db --out large-$group --format junit --junit-group $group --lang ja
  fg 1 render --db large/fargauge.db --out sized --format junit --lang ja --junit-group $group --junit-max-size 24K
  ok "$group: no file is larger" [ -z "$(find sized -name 'junit*' -size +48)" ]
  ok "$group: several of them" [ "$(ls sized | wc -l)" -gt $((whole / 24576)) ]
  ok "$group: the same totals" [ "$(sums sized/junit-*.xml)" = "$(sums large-$group/junit.xml)" ]
  ok "$group: the same cases" sh -c '[ "$1" = "$2" ]' - "$(cases sized/junit-*.xml)" "$(cases large-$group/junit.xml)"
  ok "$group: no suite twice" [ -z "$(suites sized/junit-*.xml | awk '{ NF -= 4; print }' | sort | uniq -d)" ]
  fg 1 render --db large/fargauge.db --out again --format junit --lang ja --junit-group $group --junit-max-size 24K
  ok "$group: the same files" diff -r sized again
  rm -rf sized again
done
fg 1 render --db large/fargauge.db --out sized --format junit --junit-max-size 1
ok 'a single case is written whatever its size' [ "$(sums sized/junit-*.xml)" = "$(sums large/junit.xml)" ]

# ---- all or none

cp -R large-control before
(
  ulimit -f 100
  trap '' XFSZ
  exec "$FARGAUGE" render --db large/fargauge.db --out large-control --format junit --junit-max-cases 400 >"$out" 2>"$err"
)
status=$?
exited 4 'render without room for its files'
ok 'what was there still is, and nothing else' diff -r before large-control
