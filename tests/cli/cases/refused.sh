# Bad input: refused files and rejected records. The rest is imported, the reports are made, exit code 3.
service web 1.3.0 >good.json
printf '{"services":[\n{"serviceArn": oops}\n]}\n' >broken.json
printf '{"clusterName":"web","capacityProviders":[]}\n' >cluster.json
printf '{"services":[{"serviceArn":"no-arn"},%s],"failures":[]}\n' "$(service_object api LATEST)" >one-bad.json
: >empty.json
printf '{"services":[]}' | gzip -n | head -c 20 >cut.json.gz
printf '\377\376{\000' >utf16.json

fg 3 report good.json broken.json cluster.json --out out --format csv,junit
says_like '^fargauge: broken.json:2: .'
says_like '^fargauge: cluster.json:[0-9]+: not an export this version reads: it looks like the input of create-cluster, or one cluster'
says_like '^hint: .'
ok 'each error has its hint' sh -c '[ "$(grep -c ^fargauge: "$1")" = "$(grep -c ^hint: "$1")" ]' - "$err"
prints '2 files refused.'
holds out fargauge.db junit.xml $csv_files
ok 'the good file is in the report' grep -q ',web,' out/results.csv
asks out/fargauge.db 'select count(*) from source' 1
asks out/fargauge.db 'select path, line from rejected_source order by path' 'broken.json|2
cluster.json|1'
fg 3 report good.json broken.json --out out --format csv --exit-zero
mkdir -p taken/results.csv
fg 4 report good.json broken.json --out taken --format csv
says 'broken.json:2'
says 'taken/results.csv'
fg 3 report broken.json --out quiet --format csv --quiet
prints_nothing
says 'broken.json:2'

# A rejected record is told with its place, and does not take its neighbours with it.
fg 3 report one-bad.json --out record --format csv
says 'one-bad.json'
says '/services/0'
says 'no-arn'
says_like '^hint: .'
asks record/fargauge.db 'select pointer, reason from rejection' '/services/0|bad_arn'
asks record/fargauge.db 'select count(*) from service' 1

for name in empty.json cut.json.gz utf16.json; do
  fg 3 import $name --db several.db
  says "$name"
  says_like '^hint: .'
done
asks several.db 'select count(*) from rejected_source' 3
asks several.db 'select count(*) from source' 0

# A file that was refused and is handed over whole later is no longer held against it.
service web 1.3.0 >broken.json
fg 0 import broken.json --db out/fargauge.db

# What fargauge itself wrote is no input.
fg 3 import out/results.csv --db own.db
says_like '^hint: .'

# --strict: all or nothing.
fg 3 report good.json cluster.json --out strict --strict
says 'cluster.json'
says_like '^hint: .'
prints 'Nothing was imported: --strict.'
asks strict/fargauge.db 'select count(*) from source' 0
asks strict/fargauge.db 'select count(*) from service' 0
asks strict/fargauge.db 'select count(*) from assessment' 0
holds strict fargauge.db
fg 3 report good.json one-bad.json --out strict --strict --format csv
asks strict/fargauge.db 'select count(*) from source' 0
holds strict fargauge.db
fg 3 import one-bad.json good.json --db strict/fargauge.db --strict
asks strict/fargauge.db 'select count(*) from record' 0
fg 3 report good.json --waivers cluster.json --out strict --strict --format csv
asks strict/fargauge.db 'select count(*) from source' 0
fg 1 report good.json --out strict --strict --format csv
asks strict/fargauge.db 'select count(*) from source' 1
# What was there before stays.
fg 3 report one-bad.json --out strict --strict --format csv
asks strict/fargauge.db 'select count(*) from source' 1
