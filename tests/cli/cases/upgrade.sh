# Databases that earlier versions made, one of each schema, come up to this one with every result they held.
# upgrade/schema-N.db.gz: exports of three services, findings and a waiver, reported on by the last program of schema N.
# upgrade/schema-N.results: what `columns` gave then, from its own tables.
columns="select e.control_id, e.status, e.original_status, e.reason, r.arn, ifnull(e.launch_type, '-'),
  ifnull(e.platform_family, '-'), ifnull(e.platform_version, '-'), ifnull(e.latest_version, '-'), ifnull(e.subject, '-'),
  ifnull(e.actual, '-'), ifnull(e.expected, '-'), ifnull(e.security_hub_status, '-'), ifnull(e.security_hub_at, '-'),
  e.agreement, ifnull(w.waiver_id, '-')
from v_result e join resource r on r.id = e.resource_id left join waiver w on w.id = e.waiver_id
where e.assessment_id = 1 order by 1, 5"

newest=$(find "$SOURCE_ROOT/sql/schema" -name '[0-9]*.sql' | wc -l)
schema=0
while [ $((schema += 1)) -lt "$newest" ]; do
  version=schema-$schema
  packed=$SOURCE_ROOT/tests/cli/upgrade/$version.db.gz
  results=${packed%.db.gz}.results
  gzip -dc "$packed" >"$version.db"
  asks "$version.db" 'pragma user_version' "$schema"
  fg 1 render --db "$version.db" --out "$version"
  ok "$version: the results" sh -c '"$0" "$1" "$2" >found && diff "$3" found' "$ASK" "$version.db" "$columns" "$results"
  asks "$version.db" 'select sum(total), sum(failed), sum(waived) from v_control_counts' \
    "$(awk -F '|' '{ failed += $2 == "FAILED"; waived += $2 == "WAIVED" } END { print NR "|" failed "|" waived }' "$results")"
  asks "$version.db" 'select count(*) from pragma_foreign_key_check' 0
  asks "$version.db" 'pragma integrity_check' ok
  ok "$version: the waiver is in the report" grep -q W-1 "$version/report.html"
  fg 0 explain ECS.10:arn:aws:ecs:eu-west-1:123456789012:service/web/old --db "$version.db"
  prints 'WAIVED'

  # its tables and views are those of a new one
  cp "$version.db" into.db
  fg 0 merge "$version.db" --into into.db

  # judged again, the former results stay as they were
  fg 1 assess --db "$version.db"
  asks "$version.db" "select count(distinct control_id) from v_result where assessment_id = 2 and control_id in ('ECS.10', 'FG.1')" 2
  ok "$version: the former results" sh -c '"$0" "$1" "$2" >found && diff "$3" found' "$ASK" "$version.db" "$columns" "$results"
  asks "$version.db" "select count(*) from (select id from result group by id having count(*) > 1)" 0
  fg 1 render --db "$version.db" --out "$version"

  # an audit is asked for its results without being upgraded
  gzip -dc "$packed" >"$version.db"
  cp "$version.db" before.db
  fg 0 waivers lint "$SOURCE_ROOT/tests/cli/upgrade/waivers.csv" --db "$version.db" --as-of 2026-10-02T00:00:00Z
  prints 'service/web/old'
  fg 0 import "$SOURCE_ROOT/tests/cli/upgrade/waivers.csv" --dry-run --db "$version.db"
  same "$version.db" before.db
done
