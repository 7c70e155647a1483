# import, assess and render are what report does; doing it again changes nothing.
SOURCE_DATE_EPOCH=1790900000
export SOURCE_DATE_EPOCH
cp -R "$SAMPLES" samples

fg 1 report samples --waivers samples/waivers.csv --out whole
fg 0 import samples --waivers samples/waivers.csv --db steps.db
fg 1 assess --db steps.db
prints 'ECS.10   medium '
fg 1 render --db steps.db --out steps
says_nothing
holds steps junit.xml $html_files $csv_files
same_reports whole steps

mkdir kept
cp whole/*.csv whole/junit.xml whole/report.html whole/remediation.* kept/
fg 1 report samples --waivers samples/waivers.csv --out whole
prints 'files seen before'
same_reports kept whole
holds whole fargauge.db junit.xml $html_files $csv_files
asks whole/fargauge.db 'select count(*) from assessment' 2
fg 1 render --db whole/fargauge.db --out whole
same_reports kept whole

fg 0 assess --db steps.db --exit-zero
fg 0 render --db steps.db --out steps --exit-zero

# One file at a time, in another order, gives the same reports.
find samples -type f \( -name '*.json' -o -name '*.csv' \) | LC_ALL=C sort -r >"$scratch/files"
while IFS= read -r name <&3; do
  "$FARGAUGE" import "$name" --db single.db --quiet 2>"$err" || echo "# $name: $?"
done 3<"$scratch/files"
fg 1 assess --db single.db
fg 1 render --db single.db --out single
same_reports kept single

# Steps that come too early.
fg 2 render --db nothing-yet.db --out early --format pdf
fg 0 import "$SAMPLES/waivers.csv" --db early.db
fg 2 render --db early.db --out early
says 'there is no assessment in the database yet'
says_like '^hint: .*assess'
ok 'no reports' test ! -e early/results.csv
fg 0 assess --db early.db
fg 0 render --db early.db --out early
ok 'three reports' test -s early/results.csv -a -s early/junit.xml -a -s early/report.html
fg 4 assess --db missing.db
says 'missing.db'
ok 'it was not made' test ! -e missing.db

# What is imported after an assessment has no result in it, and is never shown another's.
service web 1.3.0 >first.json
service later LATEST >later.json
fg 1 report first.json --out after --captured-at 2026-10-01T00:00:00Z
cp after/results.csv after.csv
fg 0 import later.json --db after/fargauge.db --captured-at 2026-10-02T00:00:00Z
fg 0 explain arn:aws:ecs:eu-west-1:123456789012:service/web/later --db after/fargauge.db
prints 'service/web/later'
ok 'nothing of another service' fails grep -q 'service/web/web' "$out"
fg 1 render --db after/fargauge.db --out after
same after/results.csv after.csv
asks after/fargauge.db 'select count(*) from v_result where resource_id = (select max(id) from resource)' 0
fg 1 assess --db after/fargauge.db
fg 0 explain ECS.10:arn:aws:ecs:eu-west-1:123456789012:service/web/later --db after/fargauge.db
prints 'PASSED'
