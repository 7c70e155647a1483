# --resource-dir, and exit code 70: SQL and templates that are wrong are defects of the program.
service web LATEST >web.json
fg 0 report web.json --out plain --format csv

mkdir -p own/templates/csv own/sql/queries
printf '%s\n' '<fg:csv xmlns:fg="urn:fargauge:template:1" fg:query="results_csv"><fg:column name="status"/></fg:csv>' \
  >own/templates/csv/results.xml
fg 0 report web.json --out own-out --format csv --resource-dir own
ok 'the template from the folder is used' grep -qx 'status.' own-out/results.csv

echo '<fg:csv xmlns:fg="urn:fargauge:template:1" fg:query="nonesuch"/>' >own/templates/csv/results.xml
fg 70 report web.json --out broken --format csv --resource-dir own
says 'templates/csv/results.xml:1:1: '
holds broken fargauge.db
echo 'no XML' >own/templates/csv/results.xml
fg 70 report web.json --out broken --format csv --resource-dir own
says 'templates/csv/results.xml:1:1: '
holds broken fargauge.db
rm own/templates/csv/results.xml

# What was there before stays when the new one fails.
cp plain/results.csv kept.csv
echo 'delete from source' >own/sql/queries/results_csv.sql
fg 70 report web.json --out plain --format csv --resource-dir own
same kept.csv plain/results.csv
holds plain fargauge.db $csv_files
asks plain/fargauge.db 'select count(*) from source' 1
echo 'select nonsense from nowhere' >own/sql/queries/results_csv.sql
fg 70 report web.json --out plain --format csv --resource-dir own
same kept.csv plain/results.csv
holds plain fargauge.db $csv_files

fg 4 report web.json --out plain --format csv --resource-dir nowhere
says 'nowhere'
