# What is handed over again: later captures of the same bytes, corrected files, newer waivers.

mkdir d
service web 1.3.0 >d/s_20261001T000000Z.json
service web LATEST >d/s_20261002T000000Z.json
cp d/s_20261001T000000Z.json d/s_20261003T000000Z.json
fg 1 report d --out o --format csv
ok 'the newest capture decides, though its bytes were seen before' \
  grep -q 'FAILED,retired_version,.*,2026-10-03T00:00:00Z,d/s_20261003T000000Z.json,' o/results.csv
fg 0 report d --out o2 --format csv --as-of 2026-10-02T12:00:00Z --exit-zero
ok 'at an earlier time the view of that time decides' grep -q '^ECS.10,MEDIUM,PASSED,latest,' o2/results.csv
asks o/fargauge.db 'select count(*) from service' 2

service api LATEST >undated.json
fg 0 import undated.json --db u.db
asks u.db 'select captured_from from source' none
fg 0 import undated.json --db u.db --captured-at 2026-10-05T00:00:00Z
asks u.db "select captured_from || ' ' || captured_at from source" 'option 2026-10-05T00:00:00.000Z'

printf '{"services":[' >cut.json
fg 3 import cut.json --db r.db
service api LATEST >cut.json
fg 0 import cut.json --db r.db
asks r.db 'select count(*) from rejected_source where forgiven = 0' 0
asks r.db 'select count(*) from rejected_source' 1

header=waiver_id,control_id,resource,account_id,reason,owner,approver,approved_at,expires_at,ticket
mkdir w
service web 1.3.0 >w/s_20261001T000000Z.json
{ echo "$header"; echo 'W-1,ECS.10,*,,late,o,p,2026-01-01,2026-12-31,'; } >w1.csv
{ echo "$header"; echo 'W-1,ECS.10,*,,late,o,p,2026-01-01,2026-09-01,'; } >w2.csv
fg 1 report w --out wo --format csv --waivers w1.csv
ok 'a live waiver covers' grep -q '^ECS.10,MEDIUM,WAIVED,' wo/results.csv
fg 1 report w --out wo --format csv --waivers w2.csv
ok 'a shortened waiver covers no more' grep -q '^ECS.10,MEDIUM,FAILED,' wo/results.csv
fg 1 report w --out wo --format csv --waivers w1.csv
ok 'the first file again is the newest again' grep -q '^ECS.10,MEDIUM,WAIVED,' wo/results.csv
printf '%s\nW-2,ECS.10,*,,\203\205,o,p,2026-01-01,2026-12-31,\n' "$header" >sjis.csv
fg 3 report w --out wo3 --format csv --waivers sjis.csv
says 'not UTF-8'
