# fargauge waivers: lint checks files before they are handed over, list shows those of an audit.
header='waiver_id,control_id,resource,account_id,reason,owner,requester,approver,approved_at,expires_at,ticket'
waiver() { # ID CONTROL RESOURCE APPROVED EXPIRES [OWNER]
  printf '%s,%s,%s,,because,%s,,chief@example.org,%s,%s,T-1\n' "$1" "$2" "$3" "${6:-owner@example.org}" "$4" "$5"
}
web='arn:aws:ecs:eu-west-1:123456789012:service/web/web'
service web 1.3.0 >services_20261001T090000Z.json
fg 1 report services_20261001T090000Z.json --out audit --format csv,junit
cp audit/fargauge.db untouched.db

# Clean, and a note alone is clean.
{ echo "$header"; waiver W-1 ECS.10 "$web" 2026-09-01 2026-12-31; } >good.csv
fg 0 waivers lint good.csv --as-of 2026-10-01
says_nothing
prints 'Waivers: 1; rows that could not be used: 0; issues: 0; notes: 0.'
fg 0 waivers lint good.csv --as-of 2026-12-01T23:59:59.999Z
prints 'good.csv:2: W-1: It expires within 30 days, at 2026-12-31 23:59:59 UTC.'
fg 1 waivers lint good.csv --as-of 2027-01-01
prints 'good.csv:2: W-1: It expired at 2026-12-31 23:59:59 UTC'
fg 1 waivers lint good.csv --as-of 2026-08-31T23:59:59Z
prints 'good.csv:2: W-1: It is approved only from 2026-09-01 00:00:00 UTC on.'
# The moment judged is now, whatever that is.
SOURCE_DATE_EPOCH=1788220799 fg 1 waivers lint good.csv
SOURCE_DATE_EPOCH=1788220800 fg 0 waivers lint good.csv

# Issues: one line each, in the order of the file.
{ echo "$header"
  waiver W-1 ECS.10 '*' 2026-09-01 2026-12-31 | sed 's/because/"two\nlines"/'
  waiver W-2 ECS.10 "$web" 2026-09-01 2026-12-31
  waiver W-3 ECS.999 "$web" 2026-09-01 2026-12-31
  waiver W-4 FG.1 bad-1 2026-09-01 2026-12-31
  waiver W-5 FG.1 'arn:aws:ecs:*:123456789012:service/none/*' 2026-09-01 2026-12-31
  waiver W-6 FG.1 "$web" 2026-09-01 2026-12-31
} >issues.csv
fg 1 waivers lint issues.csv --as-of 2026-10-01
says_nothing
cat >wanted <<'END'
issues.csv:2: W-1: Other waivers of the same control name the same resources for the same time: W-2.
issues.csv:2: W-1: Its pattern * is not bound to one account.
issues.csv:4: W-2: Other waivers of the same control name the same resources for the same time: W-1.
issues.csv:5: W-3: There is no control ECS.999, so it can cover nothing. Is it misspelt?
issues.csv:6: W-4: No ARN of Amazon ECS can match the pattern bad-1, so it can cover nothing.
Waivers: 6; rows that could not be used: 0; issues: 4; notes: 1.
END
same "$out" wanted
# Beside an audit: what each would cover, and what is needed.
fg 1 waivers lint issues.csv --as-of 2026-10-01 --db audit/fargauge.db
says_nothing
cat >wanted <<END
issues.csv:2: W-1: Failures that it covers: 1 ($web)
issues.csv:2: W-1: Other waivers in force cover the same results: W-2.
issues.csv:2: W-1: Its pattern * is not bound to one account.
issues.csv:4: W-2: Other waivers in force cover the same results: W-1.
issues.csv:5: W-3: There is no control ECS.999, so it can cover nothing. Is it misspelt?
issues.csv:6: W-4: No ARN of Amazon ECS can match the pattern bad-1, so it can cover nothing.
issues.csv:7: W-5: The pattern arn:aws:ecs:*:123456789012:service/none/* names no resource of this audit that FG.1 is about.
issues.csv:8: W-6: Nothing that it names fails FG.1: it is not needed.
Waivers: 6; rows that could not be used: 0; issues: 6; notes: 1.
END
same "$out" wanted
same audit/fargauge.db untouched.db
fg 1 waivers lint issues.csv --as-of 2026-10-01 --lang ja
prints 'issues.csv:5: W-3: コントロールECS.999は存在しない'

# Rows and files that cannot be used.
{ echo "$header"
  waiver W-1 '*' "$web" 2026-09-01 2026-12-31
  waiver W-2 ECS.10 "$web" 2026-09-01 soon
  waiver W-3 ECS.10 "$web" 2026-09-01 2026-12-31 ' Chief@Example.org '
  waiver "$(printf 'W\033[31m')" ECS.999 "$web" 2026-09-01 2026-12-31
} >rows.csv
fg 3 waivers lint rows.csv --as-of 2026-10-01
says_nothing
prints 'rows.csv:2: -: This row could not be used: bad_control: control_id: one control a row'
prints 'rows.csv:3: -: This row could not be used: bad_time: expires_at'
prints 'rows.csv:4: -: Who asks for a waiver cannot approve it'
prints 'rows.csv:5: W\u001B[31m: There is no control ECS.999'
prints 'Waivers: 1; rows that could not be used: 3; issues: 4; notes: 0.'
echo 'waiver_id,control_id' >short.csv
fg 3 waivers lint short.csv good.csv --as-of 2026-10-01
says_like '^fargauge: short.csv:[0-9]+: .*the header lacks the column'
says_like '^hint: .*requester'
prints 'Waivers: 1; rows that could not be used: 0; issues: 0; notes: 0.'
fg 3 waivers lint services_20261001T090000Z.json
says 'not a waiver file'
fg 4 waivers lint absent.csv
says 'absent.csv'
fg 4 waivers lint good.csv --db absent.db
says 'database: absent.db: No such file'
nok 'no database was made' test -e absent.db
echo 'no database' >text.db
fg 4 waivers lint good.csv --db text.db
fg 0 import services_20261001T090000Z.json --db new.db
fg 2 waivers lint good.csv --db new.db
says 'database: new.db: there is no assessment in it yet'
says_like '^hint: .*fargauge assess'

# A file of several, in one run; quiet leaves the exit code.
sed 's/W-1/W-9/' good.csv >other.csv
fg 1 waivers lint good.csv other.csv --as-of 2026-10-01
prints 'good.csv:2: W-1: Other waivers of the same control name the same resources for the same time: W-9.'
prints 'other.csv:2: W-9: Other waivers of the same control name the same resources for the same time: W-1.'
fg 1 waivers lint good.csv other.csv --as-of 2026-10-01 --quiet
prints_nothing
fg_from good.csv 0 waivers lint - --as-of 2026-10-01
prints 'Waivers: 1;'

# list
fg 3 report services_20261001T090000Z.json --waivers rows.csv --out rows --format junit,html
fg 0 waivers list --db rows/fargauge.db
prints 'W\u001B[31m  ECS.999  Names a control that is not judged here  (rows.csv:5)'
prints 'rows.csv:3: This row could not be used: bad_time'
prints 'Waivers: 1; in force: 1; results that they cover: 0.'
ok 'JUnit has a case for each' grep -q '<testsuite .*name="waivers" .*tests="4" failures="3" errors="1" skipped="0"' rows/junit.xml
ok 'the report names the row' grep -q 'rows\.csv:3' rows/report.html
fg 1 report services_20261001T090000Z.json --waivers good.csv --out good --format junit
fg 0 waivers list --db good/fargauge.db
prints 'W-1  ECS.10  In use  (good.csv:2)'
prints "  Covers: $web"
prints 'Owner: owner@example.org; Approved by: chief@example.org (2026-09-01 00:00:00 UTC)'
prints 'Waivers: 1; in force: 1; results that they cover: 1.'
ok 'JUnit passes it' grep -q '<testsuite .*name="waivers" .*tests="1" failures="0" errors="0" skipped="0"' good/junit.xml
nok 'without waivers JUnit has no such suite' grep -q 'name="waivers"' audit/junit.xml
fg 0 waivers list --db audit/fargauge.db
prints 'Waivers: 0;'
fg 2 waivers list --db new.db
says 'there is no assessment in the database yet'
fg 4 waivers list --db absent.db

# An expired waiver that nothing needs fails in JUnit, not in the exit code: nothing is FAILED.
service web LATEST >fine_20261001T090000Z.json
{ echo "$header"; waiver W-1 ECS.10 "$web" 2026-08-01 2026-09-30; } >old.csv
fg 0 report fine_20261001T090000Z.json --waivers old.csv --out fine --format junit
ok 'JUnit fails it' grep -q '<testsuite .*name="waivers" .*tests="1" failures="1" errors="0" skipped="0"' fine/junit.xml
