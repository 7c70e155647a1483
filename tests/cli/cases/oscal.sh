# oscal-ar.json: what stands in it, where things point to, and that it is the same every time. tests/readers validates it.
SOURCE_DATE_EPOCH=1790900000
export SOURCE_DATE_EPOCH

uuids() { grep -o '"uuid":"[^"]*"' "$1" | cut -d'"' -f4; }
references() {
  grep -o '"[a-z]*-uuid":"[^"]*"' "$1" | cut -d'"' -f4
  grep -o '"party-uuids":\["[^"]*"' "$1" | cut -d'"' -f4
  grep -o '"href":"#[^"]*"' "$1" | cut -d'#' -f2 | tr -d '"'
}
dangling() { # what is referred to and not there
  uuids "$1" | sort -u >there
  references "$1" | sort -u | comm -13 there -
}
objectives() { grep -o '"id":"[^"]*_obj\.[^"]*"' "$1" | cut -d'"' -f4 | sort; }
targets() { grep -o '"\(target\|objective\)-id":"[^"]*"' "$1" | cut -d'"' -f4 | sort -u; }
consistent() { # FILE
  ok "$1: no UUID is there twice" sh -c '[ -z "$1" ]' - "$(uuids "$1" | sort | uniq -d)"
  ok "$1: UUIDs are of version 5" sh -c '! grep -vq "^[0-9a-f]\{8\}-[0-9a-f]\{4\}-5[0-9a-f]\{3\}-[89ab][0-9a-f]\{3\}-[0-9a-f]\{12\}$" there' - "$(uuids "$1" >there)"
  ok "$1: what is referred to is there" sh -c '[ -z "$1" ]' - "$(dangling "$1")"
  ok "$1: no objective is there twice" sh -c '[ -z "$1" ]' - "$(objectives "$1" | uniq -d)"
  ok "$1: targets are objectives" sh -c '[ -n "$1" ] && [ "$1" = "$2" ]' - "$(targets "$1")" "$(objectives "$1")"
  nok "$1: no array is empty" grep -q '\[\]' "$1"
  nok "$1: no text is empty" grep -q '":""' "$1"
}

cp -R "$SAMPLES" samples
for lang in en ja; do
  fg 1 report samples --waivers samples/waivers.csv --out $lang --lang $lang --format oscal
  says_nothing
  holds $lang fargauge.db oscal-ar.json
  consistent $lang/oscal-ar.json
done
ar=en/oscal-ar.json
ok 'the version of the format' grep -q '"oscal-version":"1.2.1"' $ar
ok "NIST's controls by OSCAL's ids" grep -q '"control-id":"ac-3.7"' $ar
ok 'objectives read as parts of theirs' grep -q '"target-id":"ac-3.7_obj.fargauge"' $ar
ok 'open risks, and accepted ones' grep -q '"status":"deviation-approved"' $ar
ok 'an accepted risk has its end' grep -q '"deadline":"2026-12-31T14:59:59Z"' $ar
ok 'files have their hashes' grep -q "\"algorithm\":\"SHA-256\",\"value\":\"$(sha256sum samples/waivers.csv | cut -c1-64)\"" $ar
ok 'gaps are observations' grep -q '"gap","ns":"urn:fargauge:oscal:1","value":"pages_left"' $ar

# Each result is a subject once.
subjects=$(grep -o '"subject-uuid":' $ar | wc -l | tr -d ' ')
asks en/fargauge.db 'select count(*) from result' "$subjects"

# Missing evidence does not satisfy, and what does not apply is no finding.
on_ec2() { sed -e 's/"launchType":"FARGATE"/"launchType":"EC2"/g' -e 's/"platformVersion":"[^"]*",//g'; }
service web 1.4 >open.json
fg 0 report open.json --out open --control ECS.10 --format oscal
consistent open/oscal-ar.json
nok 'undecided: nothing is satisfied' grep -q '"state":"satisfied"' open/oscal-ar.json
ok 'undecided: the reason is another' grep -q '"state":"not-satisfied","reason":"other"' open/oscal-ar.json
service web 1.4.0 | on_ec2 >outside.json
fg 0 report outside.json --out outside --control ECS.10 --format oscal
asks outside/fargauge.db 'select distinct status from v_results' NOT_APPLICABLE
nok 'outside: no finding' grep -q '"findings":' outside/oscal-ar.json
ok 'outside: the log says so' grep -q '"status","ns":"urn:fargauge:oscal:1","value":"NOT_APPLICABLE"},{"name":"objective-id"' outside/oscal-ar.json
service web 1.4.0 >good.json
fg 0 report good.json --out good --control ECS.10 --format oscal
ok 'what passed is satisfied' grep -q '"state":"satisfied","reason":"pass"' good/oscal-ar.json
nok 'and is no risk' grep -q '"risks":' good/oscal-ar.json

# No control of NIST's is behind FG.2; times beyond those of the format; a folder whose report is written again.
service old 1.3.0 >'old 90000101T000000Z.json'
fg 1 report 'old 90000101T000000Z.json' --out late --control FG.2 --format oscal
consistent late/oscal-ar.json
nok 'without NIST' grep -q 'NIST' late/oscal-ar.json
ok 'a time that the format cannot hold is its last one' grep -q '"collected":"2999-12-31T23:59:59.999Z"' late/oscal-ar.json
nok 'nowhere is another' grep -q '"\(collected\|start\|end\|date\|deadline\|last-modified\)":"[^12]' late/oscal-ar.json
ok 'and stands there as it is' grep -q '"as-of","ns":"urn:fargauge:oscal:1","value":"9000-01-01T00:00:00.000Z"' late/oscal-ar.json
ok 'names in a path are a URI reference' grep -q '"href":"old%2090000101T000000Z.json"' late/oscal-ar.json
fg 1 report good.json 'old 90000101T000000Z.json' --out late --control FG.2 --format oscal,sarif
fg 1 render --db late/fargauge.db --out late --format oscal,sarif
says_nothing

# A report of an earlier run among the inputs is no export, in a folder and in an archive.
mkdir both && cp good.json late/oscal-ar.json late/results.sarif both/
fg 0 import both --db both.db
asks both.db "select group_concat(path, ' ') from (select path from passed_over order by path)" 'both/oscal-ar.json both/results.sarif'
if command -v tar >"$scratch/said"; then
  tar -cf both.tar both
  fg 0 import both.tar --db tar.db
  asks tar.db 'select count(*) from source' 1
fi
fg 3 import late/oscal-ar.json --db named.db

# The same evidence, the same bytes.
for zone in Asia/Tokyo America/St_Johns nonsense; do
  (umask 077; TZ=$zone LC_ALL=ja_JP.UTF-8 "$FARGAUGE" report samples/waivers.csv samples --waivers samples/waivers.csv --out "zone" --format oscal \
    --exit-zero >"$out" 2>"$err")
  same zone/oscal-ar.json $ar
  rm -rf zone
done
for part in securityhub config ecs; do # files that are given at once are read in the order of their names
  "$FARGAUGE" import samples/$part --db backwards.db >"$out" 2>"$err"
done
"$FARGAUGE" report samples --waivers samples/waivers.csv --db backwards.db --out backwards --format oscal --exit-zero >"$out" 2>"$err"
ok 'files in another order' cmp backwards/oscal-ar.json $ar
# Resources keep their UUIDs from audit to audit, what belongs to one assessment has its own.
items() { grep -o '"uuid":"[^"]*","description":"[^"]*","props":\[{"name":"asset-id"' "$1" | cut -d'"' -f4 | sort; }
SOURCE_DATE_EPOCH=1790900001 "$FARGAUGE" report samples --waivers samples/waivers.csv --out later --format oscal --exit-zero >"$out" 2>"$err"
ok 'resources stay' sh -c '[ -n "$1" ] && [ "$1" = "$2" ]' - "$(items $ar)" "$(items later/oscal-ar.json)"
document() { head -c 80 "$1" | cut -d'"' -f6; }
nok 'the document is another' sh -c '[ "$1" = "$2" ]' - "$(document $ar)" "$(document later/oscal-ar.json)"
nok 'and so in another language' sh -c '[ "$1" = "$2" ]' - "$(document $ar)" "$(document ja/oscal-ar.json)"

# Controls of one's own.
fg 1 report samples --controls "$SOURCE_ROOT/tests/cli/own" --out own --format oscal
consistent own/oscal-ar.json
# Whatever they call their framework and its requirements, ids are tokens of the format.
cp -R "$SOURCE_ROOT/tests/cli/own" odd
sed -e "s/'org-policy'/'1 Rahmen|ä'/g" -e "s/'P-7'/' §5 (a)'/" -e "s/Tsukinowa platform policy/ *Policy* /" "$SOURCE_ROOT"/tests/cli/own/catalog/*.sql >odd/catalog/own.sql
find odd/catalog -type f ! -name own.sql -exec rm {} +
fg 1 report samples --controls odd --out odd-out --format oscal
consistent odd-out/oscal-ar.json
ok 'the odd requirement is there' grep -q '_C2_A75_20_28a_29_obj.fargauge"' odd-out/oscal-ar.json
nok 'every id is a token' grep -q '"\(control-\|target-\|objective-\|role-\)\{0,1\}id":"\([^"A-Za-z_]\|[^"]*[^"A-Za-z0-9._-]\)' odd-out/oscal-ar.json

# What is called 0 is not nothing.
service 0 1.3.0 | sed 's/web/0/g' >zero.json
printf 'waiver_id,control_id,resource,account_id,reason,owner,approver,approved_at,expires_at,ticket\n0,ECS.10,*,,0,0,1,2026-01-01,2999-01-01,0\n' >zero.csv
fg 0 report zero.json --waivers zero.csv --out zero --control ECS.10 --format oscal
consistent zero/oscal-ar.json
for name in cluster waiver waiver-owner waiver-ticket waiver-approver; do
  ok "the $name" grep -q "\"name\":\"$name\",\"ns\":\"urn:fargauge:oscal:1\",\"value\":\"[01]\"" zero/oscal-ar.json
done
