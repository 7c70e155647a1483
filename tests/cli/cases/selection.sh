# --set, --control, --framework, --severity, --max-age: what is judged with what, and what the report says of it.
newest='(select max(id) from assessment)'
judged() { # DB CONTROL...: the newest assessment judged exactly these
  judged_db=$1
  shift
  ok "judged: $*" judged_exactly "$judged_db" "$*"
}
judged_exactly() {
  found=$("$ASK" "$1" "select id from v_judged_control order by position" | tr '\n' ' ')
  [ "$found" = "${2:+$2 }" ] || { echo "judged: $found"; return 1; }
}
asks_newest() { # DB TABLE COLUMNS WHERE ANSWER: of the newest assessment
  asks "$1" "select $3 from $2 where assessment_id = $newest and $4" "$5"
}
page() { # what the report says, as words
  sed -e 's/<[^>]*>/ /g' -e 's/  */ /g' "$1/report.html" >"$scratch/page"
}
page_says() { ok "the report says: $1" in_file "$scratch/page" -F "$1"; }
page_lacks() { nok "the report lacks: $1" grep -qF "$1" "$scratch/page"; }

service web LATEST >web_20261001T000000Z.json
cat >definition_20261001T000000Z.json <<'END'
{"taskDefinition":{"taskDefinitionArn":"arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1","family":"web",
"revision":1,"status":"ACTIVE","networkMode":"host","containerDefinitions":[{"name":"app","image":"app","privileged":true}]},"tags":[]}
END
mkdir exports
mv ./*.json exports

# ---- everything
fg 1 report exports --out whole --db audit.db
asks audit.db 'select count(*) from assessment_selection' 0
asks audit.db "select count(*) = (select count(*) from control where view is not null) from v_judged_control" 1
page whole
page_lacks 'chosen by the user'
page_lacks 'Controls not judged'
page_lacks 'are named as gaps'

# ---- controls
fg 0 assess --db audit.db --control ECS.10
judged audit.db ECS.10
asks_newest audit.db assessment_selection 'kind, value' 1 'control|ECS.10'
asks audit.db "select distinct control_id from v_result where assessment_id = $newest" 'ECS.10'
fg 1 assess --db audit.db --control ECS.4,ECS.13 --control ECS.10
judged audit.db ECS.10 ECS.4 ECS.13
asks_newest audit.db assessment_selection "group_concat(value, ' ')" 1 'ECS.10 ECS.13 ECS.4'

# ---- severities, frameworks, and together
fg 1 assess --db audit.db --severity high
judged audit.db ECS.2 ECS.3 ECS.4 ECS.5 ECS.8 ECS.9 ECS.16
asks_newest audit.db assessment_selection 'kind, value' 1 'severity|HIGH'
fg 1 assess --db audit.db --severity critical,Medium
judged audit.db ECS.10 FG.1 FG.3 ECS.2 ECS.3 ECS.4 ECS.5 ECS.8 ECS.9 ECS.12 ECS.16 ECS.17 ECS.18 ECS.19 ECS.20 ECS.21
fg 0 assess --db audit.db --framework pci-dss-4.0.1 --severity high
judged audit.db ECS.2 ECS.8 ECS.16
asks_newest audit.db assessment_selection 'kind, value' "1 order by kind" 'framework|pci-dss-4.0.1
severity|HIGH'
fg 0 assess --db audit.db --framework pci-dss-4.0.1,aws-fsbp --severity high --control ECS.2,ECS.10,FG.1
judged audit.db ECS.2

# ---- parameters
status_of() { "$ASK" "$1" "select status, reason from v_result where control_id = 'ECS.13' and assessment_id = $newest"; }
is_status() { [ "$(status_of "$1")" = "$2" ] || { status_of "$1"; return 1; }; }
fg 0 report exports --out tags --db audit.db --control ECS.13
ok 'any tag will do' is_status audit.db 'PASSED|tagged'
fg 1 report exports --out tags --db audit.db --control ECS.13 --set ECS.13.requiredTagKeys=Owner,Env
ok 'a required tag is missing' is_status audit.db 'FAILED|required_tags_missing'
asks_newest audit.db assessment_parameter 'value, origin' "control_id = 'ECS.13'" 'Owner,Env|option'
asks_newest audit.db assessment_parameter 'count(*)' "origin = 'option'" 1
page tags
page_says 'ECS.13 requiredTagKeys = Owner,Env set by the user'
page_says 'web lacks required tag keys: Env (required are: Env, Owner).'
page_lacks 'secretKeys'
page_lacks 'latestLinuxVersion'
fg 0 assess --db audit.db --control ECS.13 --set ECS.13.requiredTagKeys=Env --set ECS.13.requiredTagKeys=Owner
ok 'of two settings the last counts' is_status audit.db 'PASSED|tagged'
fg 0 assess --db audit.db --control ECS.13 --set ECS.13.requiredTagKeys=
ok 'a value may be empty' is_status audit.db 'PASSED|tagged'
asks_newest audit.db assessment_parameter 'value, origin' "control_id = 'ECS.13'" '|option'

# ---- what is old
fg 1 report exports --out old --db audit.db --as-of 2026-10-31T00:00:00Z --max-age 29
asks audit.db "select max_age_days from assessment where id = $newest" 29
asks_newest audit.db gap 'count(*), min(expected)' "kind = 'capture_too_old'" '2|2026-10-02T00:00:00.000Z'
page old
page_says 'captures more than 29 days old are named as gaps'
fg 1 report exports --out old --db audit.db --as-of 2026-10-31T00:00:00Z --max-age 30 --lang ja
asks_newest audit.db gap 'count(*)' "kind = 'capture_too_old'" 0
page old
page_says '取得から30日を超えたものは'
fg 1 assess --db audit.db --as-of 2026-10-31T00:00:00Z
asks audit.db "select max_age_days is null from assessment where id = $newest" 1
asks_newest audit.db gap 'count(*)' "kind = 'capture_too_old'" 0

# ---- the report of a part
all=$("$ASK" audit.db 'select count(*) from control where view is not null')
high=$("$ASK" audit.db "select count(*) from control where view is not null and severity in ('HIGH', 'CRITICAL')")
fg 0 report exports --out part --control ECS.2,ECS.13
page part
page_says 'A part of the controls only'
page_says "2 of $all chosen by the user"
page_says 'Controls ECS.2, ECS.13'
page_says "$((all - 2)) other controls that this tool computes were not judged."
page_says "Controls not judged: $((all - 2))"
page_says 'ECS.10, FG.1, FG.2, FG.3, ECS.3, ECS.4,'
page_says '(ECS.4)'
page_says 'Controls in brackets were not judged.'
page_lacks 'No evidence'
page_lacks 'by their setting'
page_says 'Nothing fails. Results that could be decided: '
page_lacks 'results fail, on'
asks part/fargauge.db "select status, controls > judged, judged from v_requirement where requirement = 'AC-5'" 'not_judged|1|0'
asks part/fargauge.db "select status, controls > judged, judged from v_requirement where requirement = 'AC-6'" 'PASSED|1|1'
ok 'results.csv holds these controls only' sh -c '! grep -vE "^(control_id|ECS\.2|ECS\.13)," part/results.csv'
asks part/fargauge.db 'select count(*) from v_judged_control' 2
ok 'junit.xml has their suites' sh -c '[ "$(grep -c "<testsuite " part/junit.xml)" = 2 ]'

fg 1 report exports --out part --severity high --framework aws-fsbp,nist-800-53-r5 --lang ja
page part
page_says "${all}件中${high}件 利用者が選択"
page_says '重要度 高以上'
page_says 'フレームワーク AWS Foundational Security Best Practices v1.0.0, NIST SP 800-53 Revision 5'
page_says 'これらをすべて満たすコントロールを評価しています。'
page_says "ほかの$((all - high))件は評価していません。"
page_says "評価していないコントロール：$((all - high))件"

# One control alone, and what leaves none out does not warn.
fg 0 report exports --out part --control ECS.10
page part
page_says 'Nothing fails. Results that could be decided: 1;'
page_lacks 'results fail, on'
fg 1 report exports --out part --severity low
page part
page_says "$all of $all chosen by the user"
page_says 'That is every control that this tool computes.'
page_lacks 'Controls not judged:'
page_lacks 'Controls in brackets'

# ---- a waiver of a control that was not chosen is not unused
cat >waivers.csv <<'END'
waiver_id,control_id,resource,account_id,reason,owner,approver,approved_at,expires_at,ticket
W-1,ECS.10,arn:aws:ecs:*:service/web/web,123456789012,r,o,a,2026-09-01,2026-12-01,
W-2,ECS.2,arn:aws:ecs:*:service/web/web,123456789012,r,o,a,2026-09-01,2026-12-01,
END
fg 0 report exports --out waived --control ECS.2 --waivers waivers.csv
asks waived/fargauge.db 'select waiver_id, state from v_waiver_state order by waiver_id' 'W-1|not_judged
W-2|unused'
asks waived/fargauge.db 'select waiver_id, code, level from v_waiver_issue order by waiver_id' 'W-1|not_judged|warning
W-2|unused|warning'
page waived
page_says 'Its control was not judged here'
page_says 'ECS.10 is not among the controls that were chosen'
fg 0 assess --db waived/fargauge.db --control ECS.2,ECS.10
asks waived/fargauge.db 'select distinct state from v_waiver_state' 'unused'
fg 0 waivers lint waivers.csv --as-of 2026-10-01
nok 'no choice was made where there is no audit' grep -q 'among the controls' "$out"

# ---- what is wrong changes nothing
before=$("$ASK" audit.db 'select count(*), max(id) from assessment')
sum=$(cksum audit.db)
refused() { # SAID OPTION...
  said=$1
  shift
  fg 2 assess --db audit.db "$@"
  says "$said"
  says_like '^hint: .'
  asks audit.db 'select count(*), max(id) from assessment' "$before"
  asks audit.db 'select count(*) from assessment_selection s left join assessment a on a.id = s.assessment_id where a.id is null' 0
}
refused '--control: ECS.99: nothing of that name' --control ECS.10,ECS.99
refused '--control: ECS.1: nothing of that name is computed' --control ECS.1
refused '--control: ecs.10: nothing of that name' --control ecs.10
refused 'ECS.10: nothing of that name is computed, or it was named twice' --control ECS.10 --control ECS.10
refused '--framework: pci: nothing of that name' --framework pci
refused '--severity: grave: nothing of that name' --severity grave
refused 'selection: no control meets all of it' --control FG.1 --framework aws-fsbp
refused 'selection: no control meets all of it' --severity critical
refused 'parameter: ECS.13.keys: no control has it' --set ECS.13.keys=Owner
refused 'parameter: ECS.99.requiredTagKeys: no control has it' --set ECS.99.requiredTagKeys=Owner
refused '--set: requiredTagKeys=Owner: not a parameter and its value' --set requiredTagKeys=Owner
refused '--set: ECS.13.requiredTagKeys: not a parameter and its value' --set ECS.13.requiredTagKeys
refused '--control: "": not a value' --control ECS.10,
refused '--max-age: 0: not a number from 1' --max-age 0
refused '--max-age: 1.5: not a number from 1' --max-age 1.5
ok 'not a byte of the database is another one' test "$sum" = "$(cksum audit.db)"

fg 2 report exports --out never --db audit.db --control ECS.99
says '--control: ECS.99'
asks audit.db 'select count(*), max(id) from assessment' "$before"
nok 'no report of it' test -e never/report.html

# a wrong choice imports nothing either
fg 2 report exports --out fresh --control ECS.99
holds fresh fargauge.db
asks fresh/fargauge.db 'select count(*) from source' 0
fg 2 report exports --out fresh --set ECS.13.none=1
asks fresh/fargauge.db 'select count(*) from assessment' 0

# a waiver of a control that the audit did not judge is not called unused by a check against it either
cat >waiver.csv <<'CSV'
waiver_id,control_id,resource,account_id,reason,owner,approver,approved_at,expires_at,ticket
W-1,ECS.10,arn:aws:ecs:*,,being moved,ops,ciso,2026-09-01,2027-12-31,
CSV
fg 0 report exports --out few --control ECS.13
fg 1 waivers lint waiver.csv --db few/fargauge.db --as-of 2026-10-02T00:00:00Z
prints 'ECS.10 is not among the controls that were chosen'
fg 0 waivers lint waiver.csv --as-of 2026-10-02T00:00:00Z
