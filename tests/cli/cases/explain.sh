# fargauge explain: from a verdict back to the very bytes, whatever has become of the files.
arn=arn:aws:ecs:eu-west-1:123456789012:service/web
lacks() { nok "does not print: $1" grep -qF -e "$1" "$out"; }
hash_of() { sha256sum "$1" | cut -c1-64; }
# The record's lines, without the bar before them.
shown() { sed -n 's/^  | //p' "$out"; }
shows_service() {
  service_object "$1" "$2" >"$scratch/record"
  echo >>"$scratch/record"
  shown >"$scratch/shown"
  same "$scratch/record" "$scratch/shown"
}

# The whole chain, of one result and of all.
mkdir -p e/20261001T000000Z
service web 1.3.0 >e/20261001T000000Z/web.json
fg 1 report e --out o --format csv
id=$("$ASK" o/fargauge.db "select result_id from v_results where control_id = 'ECS.10'")
fg 0 explain "$id" --db o/fargauge.db
says_nothing
prints "Result $id: ECS.10  ECS Fargate services should run on the latest Fargate platform version"
prints "Resource: $arn/web"
prints 'Status: FAILED'
prints 'Reason: retired_version - web is pinned to platform version 1.3.0'
prints 'As of: 2026-10-01T00:00:00.000Z'
prints 'Parameter: latestLinuxVersion=1.4.0 (default of that day, 2021-03-19, https://'
prints 'Comparison with AWS: This report only'
prints 'Rests on: the record that was judged: e/20261001T000000Z/web.json /services/0'
prints 'File: e/20261001T000000Z/web.json'
prints "SHA-256: $(hash_of e/20261001T000000Z/web.json)"
prints "Size: $(wc -c <e/20261001T000000Z/web.json) bytes (UTF-8)"
prints 'Captured: 2026-10-01T00:00:00.000Z (from the file'
prints 'JSON Pointer: /services/0'
prints "Byte offset in the decoded text: 13, length: $(service_object web 1.3.0 | wc -c) bytes"
prints 'Imported by: fargauge '
prints 'The file now: e/20261001T000000Z/web.json: unchanged'
shows_service web 1.3.0
fg 0 explain "$arn/web" --db o/fargauge.db
for control in ECS.10 FG.1 FG.2 FG.3; do
  ok "an ARN means all controls: $control" grep -q "^Result [0-9]*: $control " "$out"
done
ok 'a record that four results rest on is shown once' sh -c '[ "$(grep -c "^Evidence: " "$1")" = 1 ]' - "$out"
fg 0 explain "FG.2:$arn/web" --db o/fargauge.db
prints ': FG.2 '
lacks ': ECS.10 '
shows_service web 1.3.0
fg 0 explain "FG.2:$arn/web" --db o/fargauge.db --quiet
prints_nothing
fg 0 explain "$arn/web" --db o/fargauge.db --lang ja
prints 'ステータス: 不合格 (FAILED)'
prints '現在のファイル: e/20261001T000000Z/web.json: 変更なし'
lacks 'explain.'
shows_service web 1.3.0
fg 1 assess --db o/fargauge.db --latest-linux 1.3.0
fg 0 explain "ECS.10:$arn/web" --db o/fargauge.db
prints 'Parameter: latestLinuxVersion=1.3.0 (set by the user)'

# An older assessment's result, by its number only.
fg 0 explain "$id" --db o/fargauge.db
prints 'This is a result of an older assessment: 1 (the newest is 2)'
prints 'Parameter: latestLinuxVersion=1.4.0 '
shows_service web 1.3.0
fg 0 explain "$arn/web" --db o/fargauge.db
lacks 'older assessment'

# What is not there.
for words in web '' - 0 999999 99999999999999999999 "$arn/other" "ECS.10:$arn/other" "XYZ.1:$arn/web" \
  "1' or '1'='1"; do
  fg 2 explain "$words" --db o/fargauge.db
  says_like '^hint: .*results.csv'
  prints_nothing
done
fg 0 explain "ECS.16:$arn/web" --db o/fargauge.db
prints 'The newest assessment has no such result on it.'
shows_service web 1.3.0

# Before the first assessment.
service new LATEST >new.json
fg 0 import new.json --db n.db
fg 0 explain "$arn/new" --db n.db
prints 'Nothing was assessed yet.'
prints 'Captured: (no time known)'
shows_service new LATEST
fg 0 explain "$arn/new" --db n.db --lang ja
prints 'まだ評価を実施していません。'

# Encodings. Offsets are those of the decoded text, which is UTF-8 with its byte order mark, or UTF-16
# turned into UTF-8 without one.
explains() {
  fg 0 import "$1" --db enc.db
  fg 0 explain "$arn/$2" --db enc.db
  prints "$1: unchanged"
  prints "bytes ($3)"
  prints "JSON Pointer: $4"
  prints "decoded text: $5, length"
  shows_service "$2" "$6"
}
service zip 1.4.0 | gzip >zip.json.gz
explains zip.json.gz zip 'gzip, UTF-8' /services/0 13 1.4.0
{ printf '\357\273\277'; service bom 1.4.0; } >bom.json
explains bom.json bom UTF-8 /services/0 16 1.4.0
if command -v iconv >/dev/null; then
  { printf '\377\376'; service wide 1.4.0 | iconv -f UTF-8 -t UTF-16LE; } >wide.json
  explains wide.json wide UTF-16LE /services/0 13 1.4.0
  { printf '\376\377'; service be 1.4.0 | iconv -f UTF-8 -t UTF-16BE; } | gzip >be.json.gz
  explains be.json.gz be 'gzip, UTF-16BE' /services/0 13 1.4.0
else
  skip 'UTF-16' 'there is no iconv'
fi
{ service one 1.4.0; service two 1.3.0; } >pages.json
explains pages.json one UTF-8 /0/services/0 13 1.4.0
explains pages.json two UTF-8 /1/services/0 $(($(service one 1.4.0 | wc -c) + 13)) 1.3.0

# What becomes of files.
service file 1.4.0 >file.json
sum=$(hash_of file.json)
fg 0 import file.json --db f.db
gone() {
  fg 0 explain "$arn/file" --db f.db
  prints "file.json: $1"
  prints "SHA-256: $sum"
  prints "The record's bytes cannot be shown"
  lacks '  | '
}
printf '{"services":[]}' >file.json
gone "changed since, so it shows nothing as evidence: now sha256 $(hash_of file.json)"
: >file.json
gone 'changed since'
rm file.json
gone 'no longer there'
mkdir file.json
gone 'no longer there: what has this name now is not a regular file'
rmdir file.json
mkfifo file.json
gone 'no longer there: what has this name now is not a regular file'
rm file.json
service file 1.4.0 >file.json
if [ "$(id -u)" -eq 0 ]; then
  skip 'a file that may not be read' 'root may read everything'
else
  chmod 000 file.json
  gone 'cannot be read: '
  chmod 644 file.json
fi
fg 0 explain "$arn/file" --db f.db
prints 'file.json: unchanged'

# The same bytes under another name.
mkdir copies
cp file.json copies/file_20261002T000000Z.json
fg 0 import copies --db f.db
fg 0 explain "$arn/file" --db f.db
prints 'Same bytes, handed over as: '
rm copies/file_20261002T000000Z.json
fg 0 explain "$arn/file" --db f.db
prints 'copies/file_20261002T000000Z.json: no longer there'
prints 'The file now: file.json: unchanged'
shows_service file 1.4.0

# Standard input.
service input 1.4.0 >input.json
fg_from input.json 0 import - --db i.db
fg_from input.json 0 explain "$arn/input" --db i.db
prints 'The file now: -: came from standard input'
lacks '  | '

# A member of an archive is read from the archive.
mkdir packed
service member 1.3.0 >packed/member.json
tar -cf a.tar packed
fg 0 import a.tar --db a.db
fg 0 explain "$arn/member" --db a.db
prints 'In the archive: a.tar (tar, '
prints 'a.tar!packed/member.json: unchanged'
shows_service member 1.3.0
service member 1.4.0 >packed/member.json
tar -cf a.tar packed
fg 0 explain "$arn/member" --db a.db
prints 'a.tar!packed/member.json: changed since'
lacks '  | '
rm packed/member.json
tar -cf a.tar packed
fg 0 explain "$arn/member" --db a.db
prints 'the archive holds no such file any more'

# Findings, AWS Config items and waivers stand behind a verdict too.
cp -R "$SAMPLES" samples
fg 1 report samples --out s --format csv
row=$("$ASK" s/fargauge.db "select result_id from v_results where waiver_id is not null and
  security_hub_status is not null and config_rule_status is not null order by result_id limit 1")
fg 0 explain "$row" --db s/fargauge.db
prints 'Status: WAIVED'
prints 'Waiver: W-'
prints 'Security Hub: FAILED ('
prints 'AWS Config: NON_COMPLIANT ('
prints 'Comparison with AWS: Agrees - '
for role in "Security Hub's finding" "AWS Config's evaluation" 'the waiver'; do
  prints "Rests on: $role: samples/"
done
ok 'each record begins and ends as a record does' sh -c '
  sed -n "/^Evidence: Waivers/,\$d; s/^  | //p" "$1" | grep -c "^{" | grep -qx 3 &&
  sed -n "/^Evidence: Waivers/,\$d; s/^  | //p" "$1" | grep -c "^        }\$\|^{.*}\$" | grep -qx 3' - "$out"
ok 'the waiver is its row' sh -c 'sed "1,/^Evidence: Waivers/d" "$1" | grep -q "^  | W-.*,ECS.10,"' - "$out"
fg 1 assess --db s/fargauge.db
fg 0 explain "$row" --db s/fargauge.db
for role in "Security Hub's finding" "AWS Config's evaluation" 'the waiver'; do
  ok "an older assessment's: $role" grep -qF "Rests on: $role: samples/" "$out"
done

# Where the platform family is known from another record, that one is evidence too.
row=$("$ASK" s/fargauge.db "select min(e.result_id) from v_results e join v_assessed_service v
  on v.resource_id = e.resource_id where v.origin = 'config' and e.platform_family is not null and
  e.platform_version is not null")
fg 0 explain "$row" --db s/fargauge.db
prints 'Rests on: a record that states the platform family: samples/'

# Long records are cut, --full prints all.
{
  printf '{"services":['
  service_object long 1.4.0 | sed 's/"tags":.*$/"events":[/'
  for i in 1 2 3 4 5 6 7 8 9; do
    printf '{"id":"%d","message":"' $i
    printf '%0999d' 0
    printf '"},\n'
  done
  printf '{"id":"last"}]}],"failures":[]}\n'
} >long.json
fg 0 import long.json --db l.db
fg 0 explain "$arn/long" --db l.db
prints 'Bytes left out here (--full prints all): '
lacks '"id":"7"'
fg 0 explain "$arn/long" --db l.db --full
lacks 'Bytes left out'
prints '"id":"7"'
shown >"$scratch/shown"
tail -c +14 long.json | sed 's/],"failures":\[\]}$//' >"$scratch/record"
same "$scratch/record" "$scratch/shown"

# Values of environment variables are nobody's business. Everything the database has of it is shown.
{
  printf '{"services":[{"serviceName":"e","serviceArn":"%s/e","status":"ACTIVE","launchType":"FARGATE",' "$arn"
  printf '"containerDefinitions":[{"environment":[{"name":"PASSWORD","value":"hunter2"}],'
  printf '"Environment":[{"Value":"hunter2","Name":"\\u202e"}]}],'
  printf '"configuration":"{\\"Environment\\":[{\\"Value\\":\\"hunter2\\"}]}",'
  printf '"cut":"{\\"environment\\":[{\\"value\\":\\"hunter2"}]}'
} >env.json
fg 0 import env.json --db env.db
fg 0 explain "$arn/e" --db env.db --full
lacks hunter2
prints 'Values of environment variables hidden here: 4'
prints '{"name":"PASSWORD","value":"(masked)"}'

# Names that attack the terminal, or that pass themselves off as lines of ours.
bad=$(printf 'bad\033[2J\nStatus: PASSED.json')
{
  printf '{"services":[{"serviceName":"x","serviceArn":"%s/x\\u001b[2J\\nStatus: PASSED","status":"ACTIVE",\n' "$arn"
  printf '"Status: PASSED":1,\n'
  printf '"launchType":"FARGATE","platformVersion":"1.3.0","b":"\342\200\256\302\233"\n}]}'
} >"$bad"
fg 1 report "$bad" --out b --format csv --captured-at 2026-10-01T00:00:00Z
fg 0 explain 1 --db b/fargauge.db
prints 'Status: FAILED'
prints 'x\u001B[2J\u000AStatus: PASSED'
prints 'File: bad\u001B[2J\u000AStatus: PASSED.json'
prints '"b":"\u202E\u009B"'
ok 'no control character but line feeds' sh -c '! LC_ALL=C tr -d "\n\040-\176\200-\377" <"$1" | grep -q .' - "$out"
nok 'no line that is not ours begins like one of ours' grep -qE '^ *Status: PASSED' "$out"
name=$("$ASK" b/fargauge.db "select replace(resource_arn, char(10), '@') from v_results limit 1" | tr @ '\n')
fg 0 explain "ECS.10:$name" --db b/fargauge.db
prints 'Status: FAILED'
