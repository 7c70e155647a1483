# An honest pack is whole in every form, whoever looks at it from wherever; what cannot be known is said.
. "$here/tampering.sh"
make_audit
fg 0 pack --db audit.db --out good --quiet
fg 0 pack --db audit.db --out good.zip --quiet
fg 0 pack --db audit.db --out good.tar.gz --lang ja --format html,csv,junit,sarif,markdown --csv-bom --junit-group account \
  --junit-status FAILED=error --junit-status INSUFFICIENT_DATA=failure --organisation 'Tsukinowa & <Co>' --quiet

for pack in good good.zip good.tar.gz; do
  fg 0 verify "$pack"
  prints 'nothing missing, nothing added'
  prints 'every file is as the manifests say'
  prints 'not signed: who made this pack is not proved'
  prints '2 assessments made again'
  prints 'files come out byte for byte when the audit is packed again'
  ok "last line: $pack" in_file "$out" -E "^$pack: whole, not signed, results made again: ([0-9]+) of \\1 the same\$"
  says_nothing
done
fg 0 verify good --quiet
prints_nothing
cp good.zip renamed.bin
fg 0 verify renamed.bin
mkdir elsewhere
(cd elsewhere && TZ=Asia/Tokyo LANG=ja_JP.UTF-8 "$FARGAUGE" verify ../good) >"$out" 2>"$err"
status=$?
exited 0 'verify from elsewhere'

# nothing is left behind, and the pack is not touched
mkdir tmp
chmod -R a-w good
before=$(find good -type f -exec sha256sum {} + | sort | sha256sum)
TMPDIR=$PWD/tmp "$FARGAUGE" verify good >"$out" 2>"$err"
status=$?
exited 0 'a pack that cannot be written'
TMPDIR=$PWD/tmp "$FARGAUGE" verify good.zip >"$out" 2>"$err"
TMPDIR=$PWD/tmp "$FARGAUGE" verify given/broken.json >"$out" 2>"$err"
holds tmp
ok 'the pack is as it was' test "$before" = "$(find good -type f -exec sha256sum {} + | sort | sha256sum)"
chmod -R u+w good
(
  unset TMPDIR
  exec "$FARGAUGE" verify good.zip
) >"$out" 2>"$err"
status=$?
exited 0 'no folder for temporary files is named'

# hashes only: said, and made again where the originals are at hand under other names
fg 0 pack --db audit.db --out hashes --no-inputs --quiet
fg 0 verify hashes
prints 'not made again: the pack holds only the hashes of its'
prints 'That the results follow from the evidence is not proved'
prints 'files come out byte for byte when the audit is packed again from the packed database'
prints 'hashes: whole, not signed, results NOT made again'
mkdir -p found/deep
n=0
for file in given/* later_20261101T000000Z.json waivers.csv; do
  n=$((n + 1))
  cp "$file" "found/deep/$n"
done
fg 0 verify hashes --inputs found
prints 'the same'
prints 'hashes: whole, not signed, results made again'
rm found/deep/1
fg 1 verify hashes --inputs found
prints 'not at hand: '
fg 4 verify hashes --inputs nowhere
fg 0 verify good --no-redo
prints 'not made again: --no-redo'

# a pack that says what it lacks
mv later_20261101T000000Z.json away.json
fg 0 pack --db audit.db --out lacking --allow-missing --quiet
fg 1 verify lacking
prints 'not at hand: later_20261101T000000Z.json'
prints 'files come out byte for byte when the audit is packed again from the packed database'
mkdir originals
cp away.json originals/
fg 0 verify lacking --inputs originals
mv away.json later_20261101T000000Z.json

# the period before
fg 0 pack --db audit.db --out next --previous good --quiet
fg 0 verify next
prints 'not looked at: --previous was not given'
fg 0 verify next --previous good
prints 'good is the pack before'
fg 0 verify next --previous good.zip
fg 1 verify next --previous good.tar.gz
prints 'a period was left out or exchanged'
fg 1 verify good --previous next
prints 'the pack names none before it'
rm -rf bad
cp -R next bad
edit bad/bag-info.txt 's/^\(Fargauge-Previous-Pack: \)sha256/\1sha512/'
seal_tags bad
fg 1 verify bad --previous good --no-redo
prints 'the pack before was sha512:'

# the period before is to be whole too
fresh
echo more >>bad/data/STATEMENT.txt
fg 1 verify next --previous bad --no-redo
prints 'changed: the pack before, bad: data/STATEMENT.txt: SHA-256 is '
ok 'one finding' in_file "$out" -F 'next: NOT AS IT SHOULD BE, 1 finding, '
fresh
rm bad/data/inputs.csv
echo more >bad/data/more
fg 1 verify next --previous bad --no-redo
prints 'missing: the pack before, bad: data/inputs.csv: '
prints 'added: the pack before, bad: data/more: '
fresh
edit bad/bag-info.txt 's/^Payload-Oxum: .*/Payload-Oxum: 1.1/'
fg 1 verify next --previous bad --no-redo
prints 'malformed: the pack before, bad: bag-info.txt: Payload-Oxum is 1.1'
{ cat good.zip && echo more; } >longer.zip
fg 1 verify next --previous longer.zip --no-redo
prints "added: the pack before, longer.zip: something stands behind the archive's end"
head -c 4000 good.zip >short.zip
fg 1 verify next --previous short.zip --no-redo
prints 'damaged: the pack before, short.zip: '
prints 'missing: the pack before, short.zip: 4 files that every pack has'

# standard input, and controls of one's own
"$FARGAUGE" import - --db piped.db --quiet <given/good.json
"$FARGAUGE" import - --db piped.db --quiet <given/inner.tar 2>/dev/null
"$FARGAUGE" assess --db piped.db --controls "$here/own" --control ECS.10 --max-age 3 --quiet
mkdir piped
cp given/good.json given/inner.tar piped/
asks piped.db 'select group_concat(outcome) from handed_over' 'loaded,refused'
fg 0 pack --db piped.db --out piped-pack --no-inputs --quiet
fg 0 verify piped-pack --inputs piped
prints '1 assessment made again'
prints 'files come out byte for byte'

# no pack at all
fg 3 verify given/broken.json
fg 3 verify given
fg 3 verify given/inner.tar
fg 4 verify nowhere
fg 2 verify
fg 2 verify good good
fg 4 verify good --previous nowhere

# made by other rules: said, and not taken for proved
mkdir -p rules/sql/controls
sed 's/^-- /-- Another. /' "$SOURCE_ROOT/sql/controls/ECS.10.sql" >rules/sql/controls/ECS.10.sql
cp audit.db ruled.db
"$FARGAUGE" assess --db ruled.db --resource-dir rules --quiet
fg 0 pack --db ruled.db --out ruled --resource-dir rules --quiet
fg 1 verify ruled
prints 'another than this program'
prints '3 assessments made again'
prints 'not proved: reports, statements and rules: fargauge '
prints '--with-tool PROGRAM'
ok 'its results are the same' in_file "$out" -E 'results made again: ([0-9]+) of \1 the same$'
fg 0 verify ruled --resource-dir rules
prints '2 of the assessments were judged by other rules then'

# an audit of an older fargauge: made again as far as that noted what it did
gunzip -c "$SOURCE_ROOT/tests/cli/upgrade/schema-5.db.gz" >old.db
fg 0 pack --db old.db --out old --no-inputs --quiet
fg 0 verify old
prints 'not made again: the pack holds only the hashes'
fg 1 verify old --inputs "$SAMPLES"
prints 'not at hand'

# its database as that program packed it
gunzip -c "$SOURCE_ROOT/tests/cli/upgrade/schema-5.db.gz" >old/data/fargauge.db
seal old
fg 1 verify old
prints 'Ruleset      the same as'
prints 'not made again: the pack holds only the hashes'
prints 'old: NOT AS IT SHOULD BE, 1 finding,'

# joined from several machines; redacted
"$FARGAUGE" import given/good.json given/old.json --db one.db --quiet
"$FARGAUGE" import given/inner.tar later_20261101T000000Z.json --db two.db --quiet
"$FARGAUGE" merge one.db two.db --into merged.db --quiet
"$FARGAUGE" assess --db merged.db --quiet
fg 0 pack --db merged.db --out merged --quiet
fg 0 verify merged
prints 'merged: whole, not signed, results made again'
fg 0 pack --db audit.db --out redacted --redact --redact-key key --quiet
fg 0 verify redacted
prints 'not made again: the pack is redacted'
prints 'redacted: whole, not signed, results NOT made again'

# said_at_once OPTION PLACE: refused before any work, whether or not the pack needs it
said_at_once() {
  fg 4 verify good "$1" "$2"
  prints_nothing
  says "$1: $2: "
  says 'hint: '
}
mkdir readable
for option in --trust --allowed-signers --tsa-trust --previous --inputs --with-tool; do
  said_at_once $option nowhere
done
said_at_once --trust readable
said_at_once --inputs good.zip

# merged of audits that share a file and have assessments of their own, behind a ZIP
"$FARGAUGE" assess --db one.db --quiet
"$FARGAUGE" import given/good.json --db two.db --quiet
"$FARGAUGE" merge one.db two.db --into shared.db --quiet
"$FARGAUGE" assess --db shared.db --quiet
fg 0 pack --db shared.db --out shared.zip --quiet
fg 0 verify shared.zip
ok 'all of it' in_file "$out" -E '^shared.zip: whole, not signed, results made again: ([0-9]+) of \1 the same$'

# what was not made again is not compared, and --strict takes it for a finding
for pack in hashes redacted; do
  fg 0 verify $pack
  prints 'data/fargauge.db was not made again, so not compared'
  ok "no word of another SQLite: $pack" fails in_file "$out" -F 'another SQLite'
  fg 1 verify $pack --strict
  prints 'not made again: results: --strict was given'
  ok "last line: $pack" in_file "$out" -E "^$pack: NOT AS IT SHOULD BE, 1 finding, not signed, results NOT made again"
done
fg 0 verify good --strict
cp given/* found/
fg 0 verify hashes --strict --inputs found
fg 1 verify good --strict --no-redo
fg 1 verify redacted --inputs given
prints 'not at hand: inputs: the pack is redacted, so no originals can be found'
fg 0 verify redacted
ok 'redacted: --inputs is not recommended' fails in_file "$out" -F -e --inputs

# an archive that ends early: what was not read is not said to be right
size=$(wc -c <good.zip | tr -d ' ')
head -c $((size / 2)) good.zip >cut.zip
size=$(wc -c <good.tar.gz | tr -d ' ')
head -c $((size / 2)) good.tar.gz >cut.tar.gz
gunzip -c good.tar.gz | head -c 3500000 >cut.tar
for pack in cut.zip cut.tar.gz cut.tar; do
  fg 1 verify $pack
  prints 'the file looks cut short'
  prints 'not checked: there is no manifest'
  ok "hashes are not said to fit: $pack" fails in_file "$out" -F 'every file is as the manifests say'
  ok "not said to hold hashes only: $pack" fails in_file "$out" -F 'holds only the hashes'
  ok "not said to be unsigned: $pack" fails in_file "$out" -F 'not signed'
  ok "missing files are counted: $pack" in_file "$out" -E "^  missing: $pack: [0-9]+ files? that every pack has; the archive could be read only in part"
  ok "missing files are not listed: $pack" test "$(grep -c '^  missing: ' "$out")" -le 2
done
# one that ends in the manifest: what its lines lack is not added
gunzip -c good.tar.gz >whole.tar
head -c $(($(wc -c <whole.tar) - 12000)) whole.tar >cut.tar
fg 1 verify cut.tar
prints 'not checked: manifest-sha256.txt could not be read to its end'
nok 'nothing is said to be added' in_file "$out" -E '^  (added|malformed): '
cp -R hashes untold
rm untold/bag-info.txt
fg 1 verify untold
prints 'is not known: bag-info.txt does not say'
ok 'not said to hold hashes only' fails in_file "$out" -F 'holds only the hashes'
cp -R good unlisted
rm unlisted/manifest-sha256.txt
fg 1 verify unlisted
ok 'hashes are not said to fit' fails in_file "$out" -F 'every file is as the manifests say'
cp -R good untagged
rm untagged/tagmanifest-sha256.txt
fg 1 verify untagged
prints 'the others are not checked: there is no tagmanifest-sha256.txt'

# quiet: what is wrong is an error
fresh
echo more >>bad/data/STATEMENT.txt
fg 1 verify bad --quiet
prints_nothing
says 'fargauge: changed: data/STATEMENT.txt'
says 'fargauge: bad: NOT AS IT SHOULD BE, '
fg 1 verify hashes --strict --quiet
says 'fargauge: hashes: NOT AS IT SHOULD BE, 1 finding'

# the last line tells a signature that is right, but of nobody known, from one that is not right
if command -v openssl >/dev/null && command -v ssh-keygen >/dev/null; then
  unset SOURCE_DATE_EPOCH
  for who in mine theirs; do
    openssl req -x509 -newkey rsa:2048 -nodes -keyout $who.key -out $who.pem -days 3650 -subj "/CN=$who" 2>/dev/null
    chmod 600 $who.key
    ssh-keygen -q -t ed25519 -N '' -C $who -f ssh-$who
    printf '%s@example.org %s\n' $who "$(cat ssh-$who.pub)" >allowed-$who
  done
  cp -R hashes signed
  fg 0 sign signed --key mine.key --cert mine.pem --quiet
  fg 1 verify signed --trust theirs.pem
  ok 'signed, not trusted' in_file "$out" -E '^signed: NOT AS IT SHOULD BE, 1 finding, signed by CN=mine \(not trusted\), results'
  fg 0 sign signed --ssh ssh-mine --quiet
  fg 1 verify signed --allowed-signers allowed-theirs --trust mine.pem
  ok 'one trusted' in_file "$out" -E '^signed: .*, signed by CN=mine and SHA256:[^ ]* \(not trusted\), results'
  echo nothing >signed/tagmanifest-sha256.txt.sig
  fg 1 verify signed --trust mine.pem
  prints ', signed by CN=mine, another signature not valid, results'
  printf ' \n' >>signed/tagmanifest-sha256.txt
  fg 1 verify signed
  prints ', signature not valid, results'
else
  skip 'signed packs' 'openssl and ssh-keygen are not here'
fi
