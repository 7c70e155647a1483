# Exit codes 0 and 1, --exit-zero, --quiet, and which formats are written.
# Without a capture time the moment of the run would be judged, and stand in the reports.
SOURCE_DATE_EPOCH=1790900000
export SOURCE_DATE_EPOCH
service web LATEST >good.json
service web 1.3.0 >bad.json

fg 0 report good.json --out good
says_nothing
prints 'Imported 1 files: 1 records used, 0 of no interest, 0 rejected.'
prints 'Wrote good/results.csv'
prints 'Wrote good/junit.xml'
prints 'Wrote good/report.html'
holds good fargauge.db junit.xml $html_files $csv_files

fg 1 report bad.json --out bad --format csv,junit
says_nothing
prints 'ECS.10   medium          1'
holds bad fargauge.db junit.xml $csv_files
fg 0 report bad.json --out bad-zero --format csv,junit --exit-zero
for name in results.csv junit.xml; do
  same bad/$name bad-zero/$name
done

fg 1 report bad.json --out only --format junit
holds only fargauge.db junit.xml
fg 1 report bad.json --out only --format csv
holds only fargauge.db junit.xml $csv_files
fg 1 report bad.json --out twice --format csv,csv
holds twice fargauge.db $csv_files

# Both languages; the codes are the same, the sentences are not.
fg 1 report bad.json --out ja --format csv,junit --lang ja
nok 'the sentences are in Japanese' cmp bad/results.csv ja/results.csv
ok 'the status is not translated' grep -q 'FAILED,retired_version' ja/results.csv

# --quiet: nothing but errors.
fg 1 report bad.json --out quiet --format csv --quiet
prints_nothing
says_nothing
fg 4 report nowhere.json --out quiet --quiet
prints_nothing
says 'nowhere.json'

# A deep folder is made; options may stand before, between and behind the inputs; -- ends them.
fg 1 report --format csv --out a/b/c bad.json --quiet good.json
holds a/b/c fargauge.db $csv_files
cp bad.json ./-bad.json
fg 1 report --format csv --out dash -- -bad.json
ok 'the input is named as it was given' grep -q ",'-bad.json,/services/0," dash/results.csv
fg 1 report --format=csv --out=equals bad.json
holds equals fargauge.db $csv_files

# The database elsewhere.
fg 1 report bad.json --out apart --db elsewhere.db --format csv
holds apart $csv_files
asks elsewhere.db 'select count(*) from service' 1
