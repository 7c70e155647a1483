# What the cover says of who the report is for: options of a rendering, kept in the page and nowhere else.
SOURCE_DATE_EPOCH=1790900000
export SOURCE_DATE_EPOCH
service web 1.3.0 >web.json

fg 1 report web.json --out bare
for word in 'Period' 'Prepared for' 'Scope as agreed'; do
  nok "without the option the cover lacks: $word" grep -q "<dt>$word</dt>" bare/report.html
done
ok 'and begins as it does without a name' grep -q '<p class="kicker">Compliance evidence</p>' bare/report.html
ok 'there is a place for signatures' grep -q '<dl class="sign">' bare/report.html

fg 1 report web.json --out full --organisation '株式会社つきのわ <商店> & "Co"' --period '2026 Q3' --scope 'Production only' \
  --prepared-by "O'Brien" --prepared-for '{name}'
says_nothing
ok 'the organisation' grep -qF '<p class="kicker"><bdi>株式会社つきのわ &lt;商店&gt; &amp; "Co"</bdi></p>' full/report.html
for pair in 'Period=2026 Q3' 'Scope as agreed=Production only' "Prepared by=O'Brien" 'Prepared for={name}'; do
  ok "the cover says: $pair" grep -qF "<dt>${pair%%=*}</dt><dd><bdi class=\"key\">${pair#*=}</bdi></dd>" full/report.html
done
nok 'no other report says it' grep -q 'Production only' full/results.csv full/junit.xml full/remediation.sh
nok 'nor does the audit keep it' grep -aq 'Production only' full/fargauge.db

fg 1 render --db full/fargauge.db --out again --lang ja --prepared-for 取締役会
ok 'render takes them, too' grep -q '<dt>提出先</dt><dd><bdi class="key">取締役会</bdi></dd>' again/report.html
nok 'each rendering says its own' grep -q 'O&#39;Brien\|Production only' again/report.html

for option in organisation period scope prepared-by prepared-for; do
  for value in "$(printf 'a\nb')" "$(printf 'a\tb')" "$(printf 'a\033[31m')" "$(printf 'a\342\200\256b')" "$(printf '\377')"; do
    fg 2 report web.json --out never "--$option" "$value"
    says "--$option: "
    fg 2 render --db full/fargauge.db --out never "--$option=$value"
  done
done
nok 'nothing was made of those' test -e never
