# The script of the tutorials that a team runs to export, with a stand-in for the AWS CLI: every call is one that the AWS CLI
# knows, what comes out is imported whole, and nothing is missing in it.
mkdir path out
cat >path/aws <<'AWS'
#!/bin/sh
# As much of `aws` as the script asks: two clusters, of which one is empty, twelve services, a task and a definition each.
set -eu
arn=arn:aws:ecs:eu-west-1:123456789012
call="$1 $2"
shift 2
what=json items='' cluster=''
while [ $# -gt 0 ]; do
  case $1 in
    --query) case $2 in clusterArns\[\] | serviceArns\[\] | taskArns\[\] | taskDefinitionArns\[\]) ;; *) exit 9 ;; esac; shift ;;
    --output) [ "$2" = text ] || exit 9; what=text; shift ;;
    --cluster) cluster=${2##*/}; shift ;;
    --status) [ "$2" = ACTIVE ] || exit 9; shift ;;
    --filters) printf %s "$2" | grep -q '^{"ComplianceSecurityControlId"' || exit 9; shift ;;
    --include) include=yes; while [ "${2#--}" = "$2" ] && [ "${2#arn}" = "$2" ] 2>/dev/null; do
        case $2 in TAGS | SETTINGS | CONFIGURATIONS) ;; *) exit 9 ;; esac
        shift; [ $# -gt 1 ] || break
      done ;;
    --services | --tasks | --clusters) ;;
    --task-definition) items=$2; shift ;;
    arn:*) items="$items $1" ;;
    *) echo "fake aws: $1" >&2; exit 9 ;;
  esac
  shift
done
names='1 2 3 4 5 6 7 8 9 10 11 12'
list() { # KEY KIND NAME...
  key=$1 kind=$2
  shift 2
  if [ $what = text ]; then
    for n in "$@"; do printf '%s:%s\t' "$arn" "$kind$n"; done
    echo
  else
    printf '{"%s":[' "$key"
    comma=
    for n in "$@"; do printf '%s"%s:%s"' "$comma" "$arn" "$kind$n"; comma=,; done
    echo ']}'
  fi
}
each() { # KEY: one object per item, made by `object`; no more than the API takes at once
  set -- "$1" "$2" $items
  [ $(($# - 2)) -le "$2" ] || exit 9
  [ -n "${include:-}" ] || exit 9
  key=$1 comma=
  shift 2
  printf '{"%s":[' "$key"
  for item in "$@"; do printf '%s' "$comma"; object "$item"; comma=,; done
  echo '],"failures":[]}'
}
tags='"tags":[{"key":"Owner","value":"web"}]'
case $call in
  'ecs list-clusters') list clusterArns cluster/ full empty ;;
  'ecs list-services') [ "$cluster" = empty ] && names=; list serviceArns service/full/s $names ;;
  'ecs list-tasks') [ "$cluster" = empty ] && names=; list taskArns task/full/0000000000000000000000000000000 $names ;;
  'ecs list-task-definitions') list taskDefinitionArns task-definition/d ${names:+1:1 2:1 3:1} ;;
  'ecs describe-clusters')
    object() { printf '{"clusterArn":"%s","clusterName":"%s","status":"ACTIVE","settings":[{"name":"containerInsights","value":"enabled"}],%s}' "$1" "${1##*/}" "$tags"; }
    each clusters 100 ;;
  'ecs describe-services')
    object() { printf '{"serviceArn":"%s","serviceName":"%s","clusterArn":"%s:cluster/full","status":"ACTIVE","launchType":"FARGATE","platformVersion":"LATEST","platformFamily":"Linux","taskDefinition":"%s:task-definition/d1:1","deployments":[],"networkConfiguration":{"awsvpcConfiguration":{"assignPublicIp":"DISABLED"}},%s}' "$1" "${1##*/}" "$arn" "$arn" "$tags"; }
    each services 10 ;;
  'ecs describe-tasks')
    object() { printf '{"taskArn":"%s","clusterArn":"%s:cluster/full","group":"service:s1","lastStatus":"RUNNING","launchType":"FARGATE","platformVersion":"1.4.0","platformFamily":"Linux","taskDefinitionArn":"%s:task-definition/d1:1",%s}' "$1" "$arn" "$arn" "$tags"; }
    each tasks 100 ;;
  'ecs describe-capacity-providers') echo '{"capacityProviders":[{"capacityProviderArn":"arn:aws:ecs:eu-west-1:123456789012:capacity-provider/FARGATE","name":"FARGATE","status":"ACTIVE","tags":[]}],"failures":[]}' ;;
  'ecs describe-task-definition')
    [ -n "${include:-}" ] || exit 9
    f=${items##*/}
    printf '{"taskDefinition":{"taskDefinitionArn":"%s","family":"%s","revision":1,"status":"ACTIVE","containerDefinitions":[{"name":"c","image":"i","readonlyRootFilesystem":true,"user":"1000","logConfiguration":{"logDriver":"awslogs"}}]},%s}\n' "$items" "${f%:*}" "$tags" ;;
  'securityhub get-findings') echo '{"Findings":[{"SchemaVersion":"2018-10-08","Id":"f1","ProductArn":"arn:aws:securityhub:eu-west-1::product/aws/securityhub","GeneratorId":"security-control/ECS.10","AwsAccountId":"123456789012","UpdatedAt":"2026-01-01T00:00:00Z","Compliance":{"Status":"PASSED","SecurityControlId":"ECS.10"},"Resources":[{"Type":"AwsEcsService","Id":"arn:aws:ecs:eu-west-1:123456789012:service/full/s1"}]}]}' ;;
  *) echo "fake aws: $call" >&2; exit 9 ;;
esac
AWS
chmod +x path/aws

script() { awk '/^```shell / { on = 1; next } /^```$/ { on = 0 } on' "$SOURCE_ROOT/docs/$1"; }
script tutorial.md >export.sh
ok 'the tutorial has the script' grep -q 'aws ecs describe-services' export.sh
script tutorial.ja.md | grep -v '^ *#' >export.ja.sh
grep -v '^ *#' export.sh >export.en.sh
same export.en.sh export.ja.sh

(cd out && PATH=$PWD/../path:$PATH sh -eu ../export.sh) >"$out" 2>"$err"
status=$?
exited 0 'the script of the tutorial'
says_nothing
ok 'the sums are those of the files' sh -c 'cd out && sha256sum --quiet -c SHA256SUMS'
fg 0 import out --db audit.db
ok 'nothing is rejected' grep -q ', 0 rejected' "$out"
fg 0 assess --db audit.db --exit-zero
asks audit.db 'select count(*) from v_results where control_id = '"'ECS.10'"' and status = '"'PASSED'" 12
asks audit.db 'select count(*) from task' 12
asks audit.db "select count(*) from v_source where captured_from <> 'path' and kind <> 'securityhub_findings'" 0
asks audit.db "select group_concat(kind || ' ' || n, ', ') from (select kind, count(*) as n from gap group by kind)" -
