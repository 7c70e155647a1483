# A redacted pack names nobody: not in its database, not in its reports, in no encoding; and says the same otherwise.
export SOURCE_DATE_EPOCH=1790812800
mark=zqwxkv7              # in whatever a customer may choose
account=246813579024
also=135792468013
umask 022

# ---- exports in which every text that a customer chooses holds the mark
arn=arn:aws:ecs:eu-west-1:$account
mkdir -p "in/$mark-folder"
cat >"in/$mark-folder/services-$mark.json" <<END
{"services":[
 {"serviceArn":"$arn:service/$mark-cluster/$mark-web","serviceName":"$mark-web","clusterArn":"$arn:cluster/$mark-cluster",
  "status":"ACTIVE","capacityProviderStrategy":[{"capacityProvider":"$mark-cp","weight":1,"base":0},{"capacityProvider":"FARGATE_SPOT","weight":2,"base":1}],
  "taskDefinition":"$arn:task-definition/$mark-family:7","runningCount":2,"desiredCount":2,
  "deployments":[{"id":"ecs-svc/9876543210987654321","x":"ecs-svc/1","status":"PRIMARY","launchType":"FARGATE","platformVersion":"1.3.0","platformFamily":"Linux",
   "taskDefinition":"$arn:task-definition/$mark-family:7","runningCount":2}],
  "networkConfiguration":{"awsvpcConfiguration":{"assignPublicIp":"ENABLED"}},
  "tags":[{"key":"$mark-key","value":"Ann <ann.$mark@example.org>"},{"key":"$account","value":"$arn:service/$mark-x/$mark-y"},{"key":"Owner $mark é","value":"=$mark+1"}]},
 {"serviceArn":"$arn:service/$mark-cluster/pay.$mark","serviceName":"pay.$mark","clusterArn":"$arn:cluster/$mark-cluster","status":"ACTIVE",
  "launchType":"FARGATE","platformVersion":"1.4.0","platformFamily":"Linux","taskDefinition":"$mark-family:7","tags":[],"deployments":[]},
 {"serviceArn":"$arn:service/$mark-other","serviceName":"$mark-other","clusterArn":"$arn:cluster/$mark-cluster","status":"ACTIVE",
  "launchType":"$mark","platformVersion":"$mark","platformFamily":"$mark Linux","tags":[]}],
 "failures":[{"arn":"$arn:service/$mark-cluster/$mark-missing","reason":"MISSING","detail":"asked by $mark, $account"}]}
END
cat >in/definitions.json <<END
{"taskDefinition":{"taskDefinitionArn":"$arn:task-definition/$mark-family:7","family":"$mark-family","revision":7,"status":"ACTIVE",
 "networkMode":"host","requiresCompatibilities":["EC2"],"executionRoleArn":"arn:aws:iam::$account:role/$mark/exec","taskRoleArn":"arn:aws:iam::$also:role/$mark-task",
 "containerDefinitions":[
  {"name":"$mark-app","image":"$account.dkr.ecr.eu-west-1.amazonaws.com/$mark:1","user":"$mark-user","privileged":true,
   "environment":[{"name":"AWS_SECRET_ACCESS_KEY","value":"$mark"},{"name":"DB_$mark","value":"$mark"}],"secrets":[{"name":"S_$mark","valueFrom":"$mark"}]},
  {"name":"side $mark, and more","image":"$mark","user":"0","readonlyRootFilesystem":false}],
 "volumes":[{"name":"$mark-vol","efsVolumeConfiguration":{"fileSystemId":"fs-$mark"}}]},
 "tags":[{"key":"$mark","value":"$mark"}]}
END
cat >in/clusters.json <<END
{"clusters":[{"clusterArn":"$arn:cluster/$mark-cluster","clusterName":"$mark-cluster","status":"ACTIVE","capacityProviders":["$mark-cp","FARGATE"],
 "defaultCapacityProviderStrategy":[{"capacityProvider":"$mark-cp","weight":1}],"settings":[{"name":"containerInsights","value":"disabled"}],"tags":[]}],"failures":[]}
END
cat >in/findings.json <<END
{"Findings":[
 {"SchemaVersion":"2018-10-08","Id":"arn:aws:securityhub:eu-west-1:$account:subscription/aws-foundational-security-best-practices/v/1.0.0/ECS.10/finding/$mark",
  "ProductArn":"arn:aws:securityhub:eu-west-1::product/aws/securityhub","GeneratorId":"security-control/ECS.10","AwsAccountId":"$account",
  "Title":"$mark should be updated","CreatedAt":"2026-01-01T00:00:00Z","UpdatedAt":"2026-01-02T00:00:00Z","Compliance":{"Status":"PASSED","SecurityControlId":"ECS.10",
   "SecurityControlParameters":[{"Name":"latestLinuxVersion","Value":["1.3.0"]},{"Name":"$mark","Value":["$mark"]}]},
  "Workflow":{"Status":"NEW"},"RecordState":"ACTIVE","Severity":{"Label":"MEDIUM"},
  "Resources":[{"Type":"AwsEcsService","Id":"$arn:service/$mark-cluster/$mark-web"}]},
 {"SchemaVersion":"2018-10-08","Id":"$mark/1","ProductArn":"arn:aws:securityhub:eu-west-1:$account:product/$account/default","GeneratorId":"$mark","AwsAccountId":"$also",
  "UpdatedAt":"2026-01-02T00:00:00Z","Compliance":{"Status":"FAILED","SecurityControlId":"ECS.10"},
  "Resources":[{"Type":"AwsEcsService","Id":"arn:aws:ecs:eu-west-1:$also:service/$mark-cluster/$mark-elsewhere"}]},
 {"SchemaVersion":"2018-10-08","Id":"$mark/2","ProductArn":"arn:aws:securityhub:eu-west-1::product/aws/securityhub","GeneratorId":"security-control/SATO.7","AwsAccountId":"$account",
  "UpdatedAt":"2026-01-02T00:00:00Z","Compliance":{"Status":"FAILED","SecurityControlId":"SATO.7"},
  "Resources":[{"Type":"AwsEcsService","Id":"$arn:service/$mark-cluster/$mark-web"}]}]}
END
cat >in/verdicts.json <<END
{"EvaluationResults":[{"EvaluationResultIdentifier":{"EvaluationResultQualifier":{"ConfigRuleName":"securityhub-ecs-fargate-latest-platform-version-$mark",
 "ResourceType":"AWS::ECS::Service","ResourceId":"$arn:service/$mark-cluster/$mark-web"},"OrderingTimestamp":"2026-01-01T00:00:00Z"},
 "ComplianceType":"NON_COMPLIANT","ResultRecordedTime":"2026-01-01T00:00:00Z","Annotation":"ask $mark about $account"}]}
END
printf '{"services":[{"serviceName":"%s","serviceArn":"%s of %s"}]}' "$mark" "$mark" "$account" >"in/rejected-$mark.json"
printf '{"services": %s' "$mark" >"in/broken-$mark.json"
ln -s clusters.json "in/link-$mark.json"
cat >"in/waivers-$mark.csv" <<END
waiver_id,control_id,resource,account_id,reason,owner,approver,approved_at,expires_at,ticket,requester
W-$mark,ECS.2,$arn:service/$mark-cluster/$mark-w*,$account,"$mark said so, see $account",ann.$mark@example.org,bob.$mark@example.org,2026-01-01,2027-01-01,T-$mark,cara.$mark@example.org
X-$mark,ECS.2,$arn:service/$mark-cluster/$mark-we*,,again $mark,ann.$mark@example.org,bob.$mark@example.org,2026-01-01,2027-01-01,,
,ECS.2,$mark,,,,,,,,
V-1,SATO.5,*,,x,ann.$mark@example.org,bob.$mark@example.org,2026-01-01,2027-01-01,,
END
tar -C in -czf "packed-$mark.tar.gz" clusters.json "$mark-folder"
fg 3 import in "packed-$mark.tar.gz" --db audit.db --captured-at 2026-09-01 --quiet
fg 1 assess --db audit.db --label "Q4 of $mark" --set "ECS.13.requiredTagKeys=$mark-key,Owner" --set "ECS.8.secretKeys=AWS_SECRET_ACCESS_KEY,DB_$mark" --quiet
fg 1 assess --db audit.db --label 2026-Q4 --set "ECS.13.requiredTagKeys=$mark-key,Owner" --set "ECS.8.secretKeys=AWS_SECRET_ACCESS_KEY,DB_$mark" --quiet

formats='--format html,csv,junit,sarif,markdown'
fg 0 pack --db audit.db --out pack --redact --redact-key key --redact-map map.csv $formats
ok 'the mark is in the audit' grep -qa "$mark" audit.db
ok 'the audit itself is as it was' sh -c '! grep -q acct- audit.db'

# ---- nothing of it is left, in no form that a search would undo
forms() { # TEXT: one form per line
  printf '%s\n' "$1"
  printf '%s' "$1" | od -An -v -tx1 | tr -d ' \n' | sed 's/../%&/g'
  echo
  printf '%s' "$1" | od -An -v -tx1 | tr -d ' \n'
  echo
  for before in '' x xx; do # as base64 has it behind 0, 1 or 2 other bytes
    printf '%s%s' "$before" "$1" | base64 | tr -d '\n=' | sed "s/^.\{$(((${#before} * 4 + 2) / 3))\}//; s/..\$//"
    echo
  done
}
for text in "$mark" "$account" "$also" 9876543210987654321 example.org SATO.5 SATO.7; do forms "$text"; done >forbidden
leaks() { # DIR
  find "$1" -type f >"$scratch/list"
  while read -r file; do
    case $file in */ruleset/*) continue ;; esac
    LC_ALL=C grep -aiF -f forbidden "$file" | head -c 300 && LC_ALL=C grep -qaiF -f forbidden "$file" && echo " in $file"
    LC_ALL=C tr -d '\000' <"$file" | LC_ALL=C grep -qaiF -f forbidden && echo "UTF-16 in $file"
  done <"$scratch/list"
  grep -qiF -f forbidden "$scratch/list" && echo 'in a name'
  return 0
}
nothing_leaks() {
  leaks "$1" >"$scratch/leaks"
  [ ! -s "$scratch/leaks" ] || { head -c 3000 "$scratch/leaks"; return 1; }
}
ok 'nothing is left' nothing_leaks pack
mkdir guilty
printf 'see %s\n' "$(printf 'ab%s' "$mark" | base64)" >guilty/base64
printf '%s' "$mark" | sed 's/./&\n/g' | tr '\n' '\000' >guilty/utf16
printf '%%7A%%71%%77%%78%%6B%%76%%37' >guilty/percent
leaks guilty >found
ok 'the search finds each form' [ "$(grep -c ' in guilty' found)" -ge 3 ]
for file in report.html results.csv junit.xml results.sarif summary.md waivers.csv gaps.csv sources.csv remediation.sh remediation.tf; do
  ok "there is a $file, of tokens" grep -qE '[np]-[0-9a-f]{16}' "pack/data/reports/$file"
done
ok 'no inputs are packed' [ ! -e pack/data/inputs ]
asks pack/data/fargauge.db 'pragma integrity_check' ok
asks pack/data/fargauge.db 'pragma freelist_count' 0
asks pack/data/fargauge.db 'select count(*) from pragma_foreign_key_check' 0
holds . audit.db forbidden found guilty in key map.csv pack "packed-$mark.tar.gz"

# ---- the same relations: rows, numbers, statuses, times; as many different names as before
redacted=pack/data/fargauge.db
"$ASK" audit.db "select name from sqlite_schema where type = 'table' order by 1" >tables
while read -r table; do
  "$ASK" audit.db "select group_concat(name) from pragma_table_xinfo('$table') where type <> 'TEXT'" >columns
  [ "$(cat columns)" = - ] || {
    "$ASK" audit.db "select $(cat columns) from $table order by 1" >one
    "$ASK" "$redacted" "select $(cat columns) from $table order by 1" >two
    ok "the numbers of $table" cmp one two
  }
done <tables
kept='result.agreement,agreement_cause,latest_version,security_hub_status,security_hub_at,config_rule_status,config_rule_at
v_result.status,original_status,reason,control_id,agreement,waiver_id v_control_counts.* assessment_reason.* gap.kind,region,resource_type
waiver_fact.* source.kind,size,captured_at,captured_from,run record.* handed_over.run,position,size,outcome,captured_at
finding.region,compliance_status,workflow_status,updated_at deployment.platform_version,launch_type,status
resource.partition,region,type rejection.reason passed_over.reason'
for pair in $kept; do
  for db in audit.db "$redacted"; do "$ASK" "$db" "select ${pair#*.} from ${pair%%.*} order by 1, 2" >"$scratch/$(basename "$db")" 2>&1 ||
    "$ASK" "$db" "select ${pair#*.} from ${pair%%.*} order by 1" >"$scratch/$(basename "$db")"; done
  ok "the same: $pair" cmp "$scratch/audit.db" "$scratch/fargauge.db"
done
for column in resource.arn resource.name resource.cluster resource.account_id tag.key tag.value container.name container.image waiver.owner \
  waiver.approver waiver.resource source.path source.sha256 handed_over.path finding.finding_uid container_variable.name; do
  count="select count(distinct ${column#*.}), count(${column#*.}) from ${column%.*}"
  asks "$redacted" "$count" "$("$ASK" audit.db "$count")"
done
# control ids that a catalogue knows are no names
known="select group_concat(control_id) from (select f.control_id from finding f join control c on c.id = f.control_id order by f.id)"
asks "$redacted" "$known" "$("$ASK" audit.db "$known")"
asks "$redacted" "select count(*) from waiver where control_id = 'ECS.2'" 2
# names meet as they did
asks "$redacted" "select count(*) from resource r join resource k on k.type = 'AWS::ECS::Cluster' and k.name = r.cluster and r.arn glob 'arn:aws:ecs:eu-west-1:' || r.account_id || ':service/' || k.name || '/' || r.name" \
  "$("$ASK" audit.db "select count(*) from resource r join resource k on k.type = 'AWS::ECS::Cluster' and k.name = r.cluster and r.arn glob 'arn:aws:ecs:eu-west-1:' || r.account_id || ':service/' || k.name || '/' || r.name")"
asks "$redacted" "select count(*) > 0 from v_result e join resource r on r.id = e.resource_id
  join task_definition t on t.resource_id = r.id join container c on c.task_definition_id = t.id where instr(e.subject, c.name) > 0" 1
asks "$redacted" "select label from assessment order by id desc limit 1" 2026-Q4
ok 'of the account, 12 digits never stand for it' sh -c "! '$ASK' $redacted 'select account_id from resource' | grep -E '^[0-9]{12}\$'"
for name in results gaps waivers sources requirements; do
  "$FARGAUGE" render --db audit.db --out plain --quiet >/dev/null 2>&1
  ok "as many rows: $name.csv" [ "$(wc -l <plain/$name.csv)" = "$(wc -l <pack/data/reports/$name.csv)" ]
done
same_words() { sed 's/ \(tests\|failures\|errors\|skipped\)="[0-9]*"/\n&\n/g' "$1" | grep -E '^ (tests|failures|errors|skipped)='; }
same_words plain/junit.xml >one
same_words pack/data/reports/junit.xml >two
ok 'the same counts in junit.xml' cmp one two

# ---- one key, the same tokens; another key, others; the map undoes them
ok 'the key is its owner'\''s alone' sh -c 'ls -l key map.csv | grep -c "^-rw-------" | grep -q 2'
ok 'of 64 digits' sh -c 'grep -qE "^[0-9a-f]{64}$" key'
token=$("$ASK" "$redacted" "select name from resource where id = (select resource_id from service limit 1)")
ok 'the map has the name' grep -q "^$token,name,\"$mark-web\"" map.csv
cp key key.before
TZ=Asia/Tokyo LANG=ja_JP.UTF-8
fg 0 pack --db audit.db --out again.zip --redact --redact-key key $formats --quiet
tr a-f A-F <key >capitals
chmod 600 capitals
fg 0 pack --db audit.db --out again --redact --redact-key capitals $formats --quiet
ok 'packed again it is the same' diff -r pack again
same key key.before
fg 0 pack --db audit.db --out other --redact --redact-key other.key $formats --quiet
asks other/data/fargauge.db "select count(*) from resource where name = '$token'" 0
nok 'another key, other hashes' grep -qF "$("$ASK" audit.db 'select sha256 from source limit 1')" other/data/inputs.csv
nok 'no key, no true hash' grep -qF "$("$ASK" audit.db 'select sha256 from source limit 1')" pack/data/inputs.csv

# ---- what the key may not be
refuse() { # SAID ARGUMENT...
  said=$1
  shift
  fg 2 pack --db audit.db --out no "$@"
  says "$said"
  says_like '^hint: .'
  ok 'nothing is made' [ ! -e no ]
}
refuse '--redact-key is missing' --redact
refuse '--redact is missing' --redact-key key
refuse '--redact is missing' --redact-map map2
refuse 'it says the opposite' --redact --redact-key key --inputs in
refuse 'it would lie in the pack' --redact --redact-key no/key
refuse 'it would lie in the pack' --redact --redact-key key --redact-map no
refuse 'File exists' --redact --redact-key key --redact-map map.csv
chmod g+r key
refuse 'others may read it' --redact --redact-key key
chmod 600 key
printf 'secret' >short
: >empty
printf '%063dx' 0 >almost
chmod 600 short empty almost
refuse 'it holds no key' --redact --redact-key short
refuse 'it holds no key' --redact --redact-key empty
refuse 'it holds no key' --redact --redact-key almost
refuse 'it is no file' --redact --redact-key in
fg 4 pack --db audit.db --out no --redact --redact-key nowhere/key
fg 4 pack --db audit.db --out no --redact --redact-key key --redact-map nowhere/map
ok 'nothing is made' [ ! -e no ]

# ---- a column of which nothing says what becomes of it: another hand added it, or this program forgets one
cp audit.db strange.db
"$ASK" strange.db 'alter table volume add column comment text'
fg 4 pack --db strange.db --out no --redact --redact-key key
says 'database: strange.db: it is damaged: its table volume is changed'
ok 'nothing is made' [ ! -e no ]
rm strange.db
mkdir -p forgetful/sql/redact
sed "/('no_interest', 'type', /d" "$SOURCE_ROOT/sql/redact/columns.sql" >forgetful/sql/redact/columns.sql
fg 70 pack --db audit.db --out no --redact --redact-key key --resource-dir forgetful
says 'redact: no_interest.type: nothing says what becomes of this column'
ok 'nothing is made' [ ! -e no ]
rm -r forgetful

# ---- own controls stay, unless they name something
cp -r "$SOURCE_ROOT/tests/cli/own" own
chmod -R u+w own
fg 1 assess --db audit.db --controls own --quiet
fg 0 pack --db audit.db --out owned --redact --redact-key key --quiet
ok 'they are in the pack' grep -q '^ORG\.1,' owned/data/reports/results.csv
echo "-- but for $account" >>"$(find own -name ORG.1.sql | head -n 1)"
fg 1 assess --db audit.db --controls own --quiet
refuse 'names an account or an ARN' --redact --redact-key key

# ---- every shape of export: what the audit calls by name is nowhere else
for case in ecs-everything config-everything securityhub-everything; do
  fg_out=$case
  "$FARGAUGE" report "$SOURCE_ROOT/tests/golden/$case/in" --out "$case" --quiet >/dev/null 2>&1
  fg 0 pack --db "$case/fargauge.db" --out "$case.pack" --redact --redact-key key $formats --quiet
  "$ASK" "$case/fargauge.db" "
    select arn from resource union select name from resource union select cluster from resource union select account_id from resource
    union select key from tag union select value from tag union select name from container union select image from container
    union select name from container_variable union select name from volume union select file_system_id from volume
    union select finding_uid from finding union select deployment_id from deployment union select task_set_id from task_set
    union select started_by from task union select task_role_arn from task_definition union select family from task_definition
    union select path from source union select sha256 from source union select annotation from config_evaluation
    union select rule_arn from config_evaluation union select detail from describe_failure union select arn from describe_failure
    union select user from container union select title from finding" >names
  # what the rules themselves say is no secret
  cat "$case.pack"/data/ruleset/sql/*/*.sql "$case.pack"/data/ruleset/sql/*/*/*.sql "$case.pack"/data/ruleset/templates/*/* 2>/dev/null >rules
  awk 'length($0) >= 5 && !/^[A-Za-z]+$/' names | while IFS= read -r name; do grep -qF -e "$name" rules || printf '%s\n' "$name"; done >forbidden
  ok "$case: there are names to look for" [ "$(wc -l <forbidden)" -gt 10 ]
  ok "$case: nothing is left" nothing_leaks "$case.pack"
done
