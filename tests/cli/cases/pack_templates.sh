# Packs with reports by templates of one's own: made again where the templates are at hand, else not proved.
. "$here/tampering.sh"
make_audit
"$FARGAUGE" templates new mine >/dev/null
fg 0 pack --db audit.db --out good --template mine --quiet
fg 0 pack --db audit.db --out none --template mine --format none --quiet
fg 0 pack --db audit.db --out plain --quiet

fg 0 verify good --template mine
prints 'files come out byte for byte when the audit is packed again'
ok 'all is made again' in_file "$out" -E ' ([0-9]+) of \1 files come out byte for byte'
fg 0 verify none --template mine
fg 0 verify plain --template mine

# what cannot be made again is not proved, and nothing else is wrong
for pack in good none; do
  fg 1 verify $pack
  prints 'not proved: data/reports/team.html: it is by a template that is not packed; --template DIR makes it again'
  ok "$pack: nothing else" in_file "$out" -F "$pack: NOT AS IT SHOULD BE, 2 findings, "
done
cp -R mine other
chmod -R u+w other
for file in other/*.xhtml; do edit "$file" 's/<h1/<h1 class="other"/'; done
fg 1 verify good --template other
prints 'changed: data/reports/team.html: other bytes come out'

# reports that are forged, and said to be by templates
fresh
edit bad/data/reports/report.html 's/FAILED/PASSED/'
seal bad
found 'changed: data/reports/report.html: other bytes come out' --template mine
cp -R plain bad.none
rm -rf bad
mv bad.none bad
edit bad/data/reports/results.csv 's/FAILED/PASSED/'
edit bad/data/pack.json 's/"own_templates":false/"own_templates":true,"format":"none"/'
seal bad
found 'not proved: data/reports/results.csv'

fg 4 verify good --template nowhere
says '--template: nowhere: '
fg 2 verify good --template given
