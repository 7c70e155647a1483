# An import that is killed at any moment leaves a database that is whole, and the next run goes on.
moments=50
many=600

# Many small files of three kinds, so that several commits lie behind each other, and a few larger ones.
i=0
mkdir in
while [ $i -lt $many ]; do
  i=$((i + 1))
  case $((i % 3)) in
  0) service "s$i" 1.4.0 >"in/$i.json" ;;
  1) printf '{"Findings":[{"SchemaVersion":"2018-10-08","Id":"f%s","ProductArn":"arn:aws:securityhub:eu-west-1::product/aws/securityhub","GeneratorId":"security-control/ECS.10","AwsAccountId":"123456789012","UpdatedAt":"2026-01-01T00:00:00Z","Resources":[{"Type":"AwsEcsService","Id":"arn:aws:ecs:eu-west-1:123456789012:service/web/s%s"}]}]}' $i $i >"in/$i.json" ;;
  2) printf '{"configurationItems":[{"resourceType":"AWS::EC2::Volume","configuration":{"a":%s}},{"resourceType":"AWS::ECS::Service"}]}' $i >"in/$i.json" ;;
  esac
done
for big in 1 2; do
  printf '{"services":[' >"in/big$big.json"
  for n in 0 1 2 3 4 5 6 7 8 9; do
    for m in 0 1 2 3 4 5 6 7 8 9 a b c d e f; do
      service_object "b$big-$n$m" 1.3.0
      printf ,
    done
  done >>"in/big$big.json"
  service_object "last$big" 1.3.0 >>"in/big$big.json"
  printf ']}' >>"in/big$big.json"
done
gzip -c in/big1.json >in/zipped.json.gz 2>/dev/null || cp in/big1.json in/zipped.json.gz

# All that the files gave, without the numbers that depend on the order of things.
evidence="
select 'record', s.path, s.sha256, s.kind, s.size, r.pointer, r.byte_offset, r.byte_length,
  o.arn, v.platform_version, f.finding_uid
from source s
left join record r on r.source_id = s.id
left join service v on v.record_id = r.id
left join finding f on f.record_id = r.id
left join resource o on o.id = v.resource_id
union all select 'rejection', s.path, s.sha256, j.pointer, j.reason, 0, 0, 0, 0, 0, 0
from rejection j join source s on s.id = j.source_id
union all select 'no interest', s.path, n.type, n.count, 0, 0, 0, 0, 0, 0, 0
from no_interest n join source s on s.id = n.source_id
union all select 'alias', s.path, a.path, 0, 0, 0, 0, 0, 0, 0, 0
from source_alias a join source s on s.id = a.source_id
order by 1, 2, 3, 4, 5, 6, 7"

"$KILL_AFTER" 0 "$FARGAUGE" import in --db whole.db --quiet >elapsed 2>"$err"
status=$?
exited 3 'the import that nobody disturbs'
"$ASK" whole.db "$evidence" >whole
ok 'it has evidence' [ "$(wc -l <whole)" -gt "$many" ]

# Whole, and nothing in it that the undisturbed import did not give.
is_whole() {
  [ ! -s "$1" ] || {
    [ "$("$ASK" "$1" 'pragma integrity_check')" = ok ] || return 1
    tables=$("$ASK" "$1" "select count(*) from sqlite_schema where name = 'source'") || return 1
    [ "$tables" = 0 ] || {
      [ -z "$("$ASK" "$1" 'pragma foreign_key_check')" ] || return 1
      "$ASK" "$1" "$evidence" >part || return 1
      # every file of it with all its records
      "$ASK" "$1" 'select path from source' | sort >"$scratch/paths"
      awk -F'|' 'NR == FNR { has[$1] = 1; next } has[$2]' "$scratch/paths" whole >expected
      cmp part expected
    }
  }
}

killed=0 between=0 moment=0 seed=12345
run=$(cat elapsed)
while [ $moment -lt $moments ]; do
  moment=$((moment + 1))
  seed=$(((seed * 1103515245 + 12345) % 2147483648))
  after=$((seed / 65536 * (run / 100) * 100 / 32768 + 1))
  rm -f cut.db cut.db-journal
  "$KILL_AFTER" "$after" "$FARGAUGE" import in --db cut.db --quiet >"$scratch/took" 2>&1 && killed=$((killed + 1))
  is_whole cut.db >"$scratch/found" 2>&1 || {
    ok "whole after $after microseconds" cat "$scratch/found" /nowhere
    continue
  }
  [ ! -s part ] || between=$((between + 1))
  "$FARGAUGE" import in --db cut.db --quiet >/dev/null 2>"$err"
  "$ASK" cut.db "$evidence" >again
  cmp -s again whole || ok "nothing lost or doubled after $after microseconds" diff again whole
  : >part
done
ok "$moments imports, whole each time and complete after the next run" [ $moment -eq $moments ]
ok "some were killed ($killed), some of these between two commits ($between)" [ $killed -gt 10 ]
