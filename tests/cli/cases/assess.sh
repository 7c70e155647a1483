# --as-of, --captured-at, --latest-linux, --latest-windows, SOURCE_DATE_EPOCH.
status_of() { # DB CONTROL: the newest assessment's answer
  "$ASK" "$1" "select status, reason from v_result where control_id = '$2'
    and assessment_id = (select max(id) from assessment) order by id"
}
is_status() {
  found=$(status_of "$1" "$2")
  [ "$found" = "$3" ] || { echo "$found"; return 1; }
}

mkdir two
service web 1.3.0 >two/services_20260901T000000Z.json
service web LATEST >two/services_20260915T000000Z.json
fg 0 report two --out newest --format csv
ok 'the newest capture counts' is_status newest/fargauge.db ECS.10 'PASSED|latest'
asks newest/fargauge.db 'select as_of, as_of_from from assessment' '2026-09-15T00:00:00.000Z|newest_capture'
fg 1 report two --out past --format csv,junit --as-of 2026-09-14T23:59:59Z
ok 'between the two the older counts' is_status past/fargauge.db ECS.10 'FAILED|retired_version'
ok 'the suite is dated by the moment that is judged' grep -q ' timestamp="2026-09-14T23:59:59"' past/junit.xml
fg 0 report two --out before --format csv,junit --as-of 2026-08-01
ok 'before both nothing is in scope' is_status before/fargauge.db ECS.10 ''
ok 'and that is told' grep -q '<skipped message=' before/junit.xml
fg 0 assess --db past/fargauge.db --as-of 2026-09-15T09:00:00+09:00
ok 'the offset counts: 00:00 UTC' is_status past/fargauge.db ECS.10 'PASSED|latest'
asks past/fargauge.db 'select count(*) from assessment' 2
fg 1 assess --db past/fargauge.db --as-of 2026-09-15T08:59:59+09:00
fg 1 render --db past/fargauge.db --out past --format csv
ok 'the newest assessment is rendered' grep -q 'FAILED,retired_version' past/results.csv

# On the day itself 1.3.0 was not retired yet.
fg 1 report two/services_20260901T000000Z.json --out then --format csv --captured-at 2026-06-01
ok 'outdated, not retired' is_status then/fargauge.db ECS.10 'FAILED|outdated_version'

# What LATEST means.
service web 1.5.0 >newer.json
fg 1 report newer.json --out newer --format csv
ok 'a version that the catalogue does not know' is_status newer/fargauge.db ECS.10 'INSUFFICIENT_DATA|newer_than_catalogue'
fg 1 report newer.json --out newer --format csv --latest-linux 1.5.0
ok 'now it does' is_status newer/fargauge.db ECS.10 'PASSED|pinned_to_current'
asks newer/fargauge.db "select value, origin from assessment_parameter where name = 'latestLinuxVersion' order by assessment_id" \
  "1.4.0|default
1.5.0|option"
service web 1.4.0 >current.json
fg 1 report current.json --out numeric --format csv --latest-linux 1.10.0
ok 'versions are numbers: 1.4.0 < 1.10.0' is_status numeric/fargauge.db ECS.10 'FAILED|outdated_version'
service web 1.0.0 | sed 's/"platformFamily":"Linux"/"platformFamily":"Windows Server 2019 Core"/g' >windows.json
fg 1 report windows.json --out windows --format csv
ok 'Windows on 1.0.0' is_status windows/fargauge.db ECS.10 'PASSED|pinned_to_current'
fg 1 report windows.json --out windows --format csv --latest-windows 2.0.0
ok 'an older Windows' is_status windows/fargauge.db ECS.10 'FAILED|outdated_version'

# SOURCE_DATE_EPOCH.
service web LATEST >good.json
SOURCE_DATE_EPOCH=1790812800
export SOURCE_DATE_EPOCH
fg 0 report good.json --out epoch --format csv,junit
asks epoch/fargauge.db 'select generated_at, as_of_from from assessment' '2026-10-01T00:00:00.000Z|generated_at'
for wrong in now -1 1.5 '12 ' 0x10 99999999999999999999; do
  SOURCE_DATE_EPOCH=$wrong
  fg 2 report good.json --out wrong --format csv
  says "SOURCE_DATE_EPOCH: $wrong"
  says_like '^hint: .'
  ok 'no reports' test ! -e wrong/results.csv
done
SOURCE_DATE_EPOCH=
fg 0 report good.json --out unset --format csv
unset SOURCE_DATE_EPOCH
