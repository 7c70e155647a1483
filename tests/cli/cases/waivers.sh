# --waivers: what is approved and alive turns FAILED into WAIVED; what is not, does not.
header='waiver_id,control_id,resource,account_id,reason,owner,approver,approved_at,expires_at,ticket'
waiver() { # ID CONTROL APPROVED EXPIRES
  printf '%s,%s,arn:aws:ecs:*:service/web/*,,"until the vendor, moves",owner@example.org,chief@example.org,%s,%s,T-1\n' "$1" "$2" "$3" "$4"
}
service web 1.3.0 >services_20261001T090000Z.json
bad=services_20261001T090000Z.json
statuses() { cut -d, -f1,3,18 "$1/results.csv" | sed 1d | tr -d '"' | tr '\n' ' '; }
has_statuses() { found=$(statuses "$1"); [ "$found" = "$2" ] || { echo "$found"; return 1; }; }

{ echo "$header"
  for control in ECS.10 FG.2 FG.3; do waiver "W-$control" $control 2026-09-01 2026-12-31; done
} >live.csv
fg 0 report $bad --waivers live.csv --out live --format csv,junit
ok 'what failed is waived' has_statuses live 'ECS.10,WAIVED,W-ECS.10 FG.1,PASSED, FG.2,WAIVED,W-FG.2 FG.3,WAIVED,W-FG.3 ECS.2,PASSED, ECS.13,PASSED, '
ok 'JUnit skips it' grep -q 'name="FG.3" .*failures="0" errors="0" skipped="1"' live/junit.xml
fg 0 report $bad live.csv --out input --format csv
same live/results.csv input/results.csv

{ echo "$header"; waiver W-1 ECS.10 2026-09-01 2026-09-30; } >expired.csv
fg 1 report $bad --waivers expired.csv --out expired --format csv
ok 'expired: it still fails' has_statuses expired 'ECS.10,FAILED, FG.1,PASSED, FG.2,FAILED, FG.3,FAILED, ECS.2,PASSED, ECS.13,PASSED, '
{ echo "$header"; waiver W-1 ECS.10 2026-09-01 2026-10-01; } >today.csv
fg 1 report $bad --waivers today.csv --out today --format csv
ok 'a date holds to its last moment' has_statuses today 'ECS.10,WAIVED,W-1 FG.1,PASSED, FG.2,FAILED, FG.3,FAILED, ECS.2,PASSED, ECS.13,PASSED, '
fg 1 assess --db today/fargauge.db --as-of 2026-10-02
fg 1 render --db today/fargauge.db --out today --format csv
ok 'and no longer' has_statuses today 'ECS.10,FAILED, FG.1,PASSED, FG.2,FAILED, FG.3,FAILED, ECS.2,PASSED, ECS.13,PASSED, '
{ echo "$header"; waiver W-1 ECS.10 2026-10-02 2026-12-31; } >future.csv
fg 1 report $bad --waivers future.csv --out future --format csv
ok 'not approved yet' has_statuses future 'ECS.10,FAILED, FG.1,PASSED, FG.2,FAILED, FG.3,FAILED, ECS.2,PASSED, ECS.13,PASSED, '

# Columns in another order, CRLF, a byte order mark.
{ printf '\357\273\277waiver_id,expires_at,approved_at,approver,owner,reason,resource,control_id\r\n'
  printf 'W-9,2026-12-31,2026-09-01,a@example.org,b@example.org,why,arn:aws:ecs:*,ECS.10\r\n'
} >windows.csv
fg 1 report $bad --waivers windows.csv --out windows --format csv
ok 'taken' has_statuses windows 'ECS.10,WAIVED,W-9 FG.1,PASSED, FG.2,FAILED, FG.3,FAILED, ECS.2,PASSED, ECS.13,PASSED, '

# Malformed.
echo 'waiver_id,control_id' >short.csv
fg 3 report $bad --waivers short.csv --out short --format csv
says_like '^fargauge: short.csv:[0-9]+: '
says 'the header lacks the column'
says_like '^hint: .*expires_at'
holds short fargauge.db $csv_files
echo 'id;control' >other.csv
fg 3 report $bad --waivers other.csv --out other --format csv
says 'other.csv'
says 'not a waiver file'
fg 3 report $bad --waivers $bad --out other --format csv
says 'not a waiver file'
fg 4 report $bad --waivers absent.csv --out other --format csv
says 'absent.csv'
{ echo "$header"; echo 'W-1,ECS.10,arn,,"open'; } >open.csv
fg 3 report $bad --waivers open.csv --out other --format csv
says 'open.csv'
{ echo "$header"; waiver W-1 ECS.10 2026-09-01 soon; waiver W-2 ECS.10 2026-09-01 2026-12-31; } >half.csv
fg 3 report $bad --waivers half.csv --out half --format csv
says 'half.csv'
says 'soon'
ok 'the other row counts' has_statuses half 'ECS.10,WAIVED,W-2 FG.1,PASSED, FG.2,FAILED, FG.3,FAILED, ECS.2,PASSED, ECS.13,PASSED, '
{ echo "$header"; waiver W-1 ECS.10 2026-09-01 2026-12-31 | sed s/chief@/owner@/; } >self.csv
fg 3 report $bad --waivers self.csv --out self --format csv
says 'the owner cannot approve'
ok 'nobody approves for himself' has_statuses self 'ECS.10,FAILED, FG.1,PASSED, FG.2,FAILED, FG.3,FAILED, ECS.2,PASSED, ECS.13,PASSED, '
