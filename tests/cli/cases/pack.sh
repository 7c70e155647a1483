# fargauge pack: a bag that others can check, in three forms, the same bytes wherever it is made.
. "$SOURCE_ROOT/tests/cli/bag.sh"
SOURCE_DATE_EPOCH=1790900000
export SOURCE_DATE_EPOCH
cp -R "$SAMPLES" samples
fg 1 report samples --out out --waivers samples/waivers.csv --label 2026-Q4
cp out/fargauge.db before.db

# --- three forms
fg 0 pack --db out/fargauge.db --out whole
says_nothing
prints 'Wrote whole'
digest=$(sha256sum whole/tagmanifest-sha256.txt | cut -c1-64)
prints "Pack digest: sha256:$digest"
ok 'a folder is a bag' is_bag whole
ok 'packing changed nothing in the audit' cmp before.db out/fargauge.db
for form in zip tar.gz tgz; do
  fg 0 pack --db out/fargauge.db --out "whole.$form"
  prints "Pack digest: sha256:$digest"
  ok "$form: unpacks into one folder" unpack "whole.$form" "from.$form"
  ok "$form: is a bag" is_bag "from.$form"
  ok "$form: holds what the folder holds" diff -r whole "from.$form"
done
mkdir upper
fg 0 pack --db out/fargauge.db --out upper/whole.Zip --quiet
ok 'endings count in any case' cmp upper/whole.Zip whole.zip
fg 0 verify upper/whole.Zip --no-redo
ok 'nothing is left' nothing_left

# --- what is in it
same_reports out whole/data/reports
for name in STATEMENT.txt STATEMENT.ja.txt fargauge.db inputs.csv import-log.csv pack.json; do
  ok "it holds $name" [ -s "whole/data/$name" ]
done
asks whole/data/fargauge.db 'select count(*) from assessment' 1
ok 'the results are those of the audit' sh -c '[ "$("$1" "$2" "$4")" = "$("$1" "$3" "$4")" ]' - "$ASK" out/fargauge.db \
  whole/data/fargauge.db 'select group_concat(status), count(*) from v_results'
ok 'the rules are those of the source tree' diff -r "$SOURCE_ROOT/sql" whole/data/ruleset/sql -x README.md
ok 'and the templates' diff -r "$SOURCE_ROOT/templates" whole/data/ruleset/templates -x README.md
handed=$("$ASK" out/fargauge.db 'select count(distinct sha256) from handed_over')
ok 'as many inputs as were handed over' [ "$(ls whole/data/inputs | wc -l)" -eq "$handed" ]
ok 'an input is there byte for byte' cmp samples/waivers.csv "$(ls whole/data/inputs/*-waivers.csv)"
for text in '2026-Q4' '2026-10-01 09:30:00 UTC' 'sha256sum -c manifest-sha256.txt' 'not the time\|does not show when' "W-2026-007"; do
  ok "the statement says: $text" grep -q -e "$text" whole/data/STATEMENT.txt
done
ok 'the statement in Japanese' grep -q '2026-Q4' whole/data/STATEMENT.ja.txt
ok 'bag-info has the label' grep -qx 'External-Identifier: 2026-Q4' whole/bag-info.txt
ok 'and the time of the assessment' grep -qx 'Bagging-Date: 2026-10-02' whole/bag-info.txt
ok 'and says that inputs are there' grep -qx 'Fargauge-Inputs: included' whole/bag-info.txt
if [ -r /proc/self/exe ]; then
  ok 'pack.json has the hash of the program' grep -q "\"sha256\":\"$(sha256sum "$FARGAUGE" | cut -c1-64)\"" whole/data/pack.json
fi
ok 'files may be read by everybody' [ -z "$(find whole -type f ! -perm 644)" ]
ok 'folders too' [ -z "$(find whole -type d ! -perm 755)" ]

# --- archives tell nothing of where they were made
unzip -Z whole.zip | grep '^[-dl?]' >listed
ok 'ZIP: modes and times' [ -z "$(grep -vE '^-rw-r--r-- .* 80-Jan-01 00:00 whole/' listed)" ]
ok 'ZIP: as many members as files' [ "$(wc -l <listed)" -eq "$(find whole -type f | wc -l)" ]
TZ=UTC0 tar --numeric-owner -tvzf whole.tar.gz >listed 2>/dev/null
ok 'tar: modes, owners and times' [ -z "$(grep -vE '^-rw-r--r-- +0[/ ]+0 .*(1970-01-01 00:00|Jan +1 +1970) whole/' listed)" ]

# --- the same bytes from other places: import, assess and pack again
again() { # DIR NAME...: in an empty folder of this name, these packs
  again_dir=$1
  shift
  rm -rf "$again_dir"
  mkdir "$again_dir" && cp -R "$SAMPLES" "$again_dir/samples" &&
    (cd "$again_dir" && "$FARGAUGE" report samples --out out --waivers samples/waivers.csv --label 2026-Q4 --quiet
      for name in "$@"; do
        "$FARGAUGE" pack --db out/fargauge.db --out "$name" --quiet || exit 1
      done)
}
same_packs() { # DIR: in all three forms
  cmp whole.zip "$1/whole.zip" && cmp whole.tar.gz "$1/whole.tar.gz" && diff -r whole "$1/whole" &&
    [ -z "$(find "$1/whole" -type f ! -perm 644)" ] && [ -z "$(find "$1/whole" -type d ! -perm 755)" ]
}
for zone in Asia/Tokyo America/St_Johns nonsense; do
  ok "packed with TZ=$zone" eval "(TZ=$zone; export TZ; again zone whole.zip whole.tar.gz)"
  ok "the same bytes with TZ=$zone" eval 'cmp whole.zip zone/whole.zip && cmp whole.tar.gz zone/whole.tar.gz'
done
for locale in C C.UTF-8 ja_JP.UTF-8 tr_TR.UTF-8; do
  case $locale in
    C*) ;;
    *) locale -a 2>/dev/null | grep -qx "$(printf %s "$locale" | sed s/UTF-8/utf8/)" || { skip "locale $locale" 'not here'; continue; } ;;
  esac
  ok "packed in the locale $locale" eval "(LC_ALL=$locale LANG=$locale; export LC_ALL LANG; again locale whole.zip)"
  ok "the same bytes in the locale $locale" cmp whole.zip locale/whole.zip
done
ok 'packed with the umask 077' eval '(umask 077; again umask whole whole.zip whole.tar.gz)'
ok 'the same bytes with the umask 077' same_packs umask
ok 'packed elsewhere, deeper' eval 'mkdir -p else/where && again else/where/deep whole.zip'
ok 'the same bytes elsewhere' cmp whole.zip else/where/deep/whole.zip
if [ "$(id -u)" = 0 ] && command -v su >/dev/null 2>&1 && su -s /bin/sh nobody -c true 2>/dev/null; then
  mkdir other && cp -R "$SAMPLES" other/samples && chmod -R a+rwX other && chmod a+x "$scratch" "$scratch/work"
  cat >other/script <<'END'
"$1" report samples --out out --waivers samples/waivers.csv --label 2026-Q4 --quiet
for name in whole whole.zip whole.tar.gz; do "$1" pack --db out/fargauge.db --out $name --quiet || exit 1; done
END
  (cd other && su -s /bin/sh nobody -c "SOURCE_DATE_EPOCH=$SOURCE_DATE_EPOCH sh script '$FARGAUGE'") >"$out" 2>&1
  if [ -e other/out/fargauge.db ]; then
    ok 'the same bytes by another user' same_packs other
  else
    skip 'the same bytes by another user' 'it cannot run the program'
  fi
else
  skip 'the same bytes by another user' 'nobody cannot be tried'
fi

# The same audit is the same pack, whenever it is packed.
ok 'packed by another clock' eval "(SOURCE_DATE_EPOCH=1893456000; export SOURCE_DATE_EPOCH; mkdir later; '$FARGAUGE' pack --db out/fargauge.db --out later/whole.zip --quiet) && (unset SOURCE_DATE_EPOCH; mkdir now; '$FARGAUGE' pack --db out/fargauge.db --out now/whole.zip --quiet)"
ok 'the same bytes whenever it is packed' eval 'cmp whole.zip later/whole.zip && cmp whole.zip now/whole.zip'

# A name that is not ASCII stays what it is in archives.
fg 0 pack --db out/fargauge.db --out '監査 2026.zip' --quiet
fg 0 pack --db out/fargauge.db --out '監査 2026.tar.gz' --quiet
# unzip shows names in the locale's characters, and CI has C's: looked for are the bytes
ok 'UTF-8 in a ZIP' env LC_ALL=C grep -a -q '監査 2026/bagit.txt' '監査 2026.zip'
ok 'UTF-8 in a tar' eval "tar -tzf '監査 2026.tar.gz' --quoting-style=literal 2>/dev/null | grep -qx '監査 2026/bagit.txt' || tar -tzf '監査 2026.tar.gz' | grep -qx '監査 2026/bagit.txt'"

# --- a chain
for before in whole whole.zip whole.tar.gz whole/; do
  rm -rf next
  fg 0 pack --db out/fargauge.db --out next --previous "$before"
  ok "$before: bag-info names it" grep -qx "Fargauge-Previous-Pack: sha256:$digest" next/bag-info.txt
  ok "$before: pack.json names it" grep -q "\"previous\":\"$digest\"" next/data/pack.json
  ok "$before: the statement names it" grep -q "$digest" next/data/STATEMENT.txt
done
ok 'a pack that follows is a bag' is_bag next
mkdir -p no/data && cp whole/bagit.txt no/ && cp whole/tagmanifest-sha256.txt no/ && echo 'Bag-Software-Agent: other 1.0' >no/bag-info.txt
mkdir long waiting && cp whole/bagit.txt whole/bag-info.txt long/ && cp whole/bag-info.txt whole/tagmanifest-sha256.txt waiting/
yes '# a line' | head -c 1100000 | cat whole/tagmanifest-sha256.txt - >long/tagmanifest-sha256.txt
mkfifo waiting/bagit.txt
head -c 2000 whole.zip >cut.zip
head -c 200000 whole.tar.gz >cut.tar.gz
for before in no long waiting samples out/results.csv cut.zip cut.tar.gz out/fargauge.db; do
  fg 2 pack --db out/fargauge.db --out refused --previous "$before"
  says "pack: $before: "
  says 'hint: name a folder, a .zip or a .tar.gz that fargauge pack has made'
done
fg 2 pack --db out/fargauge.db --out refused --previous long
says 'pack: long: tagmanifest-sha256.txt: it is larger than any that fargauge makes'
fg 4 pack --db out/fargauge.db --out refused --previous gone.zip
says 'pack: gone.zip: No such file or directory'
nok 'nothing came of it' [ -e refused ]

# --- options of reports
fg 0 pack --db out/fargauge.db --out ja --lang ja --format csv,sarif --organisation 'Tsukinowa KK' --period '2026-Q4' --prepared-by 'A & B'
holds ja/data/reports $csv_files results.sarif
ok 'pack.json has the options' grep -qF '"format":"csv,sarif","lang":"ja"' ja/data/pack.json
ok 'the statement says for whom' grep -qx -e '- Organisation: Tsukinowa KK' ja/data/STATEMENT.txt
ok 'and by whom' grep -q 'A & B' ja/data/STATEMENT.ja.txt
fg 2 pack --db out/fargauge.db --out bad --format pdf
says '--format: pdf'
"$FARGAUGE" templates new mine >/dev/null
fg 0 pack --db out/fargauge.db --out own --template mine --format none
ok 'a template of one'"'"'s own' [ -s own/data/reports/team.html ]
ok 'is said' grep -q '"own_templates":true' own/data/pack.json

# --- several assessments
cp out/fargauge.db two.db
fg 1 assess --db two.db --label 2027-Q1 --as-of 2026-10-01T09:00:00Z --severity HIGH --latest-linux 1.3.0
fg 0 pack --db two.db --out two
ok 'it is a bag' is_bag two
ok 'the statement lists both' eval "grep -q '^- 2026-Q4: as of' two/data/STATEMENT.txt && grep -q '^- 2027-Q1: as of' two/data/STATEMENT.txt"
ok 'pack.json too' eval "grep -q '\"label\":\"2026-Q4\"' two/data/pack.json && grep -q '\"label\":\"2027-Q1\"' two/data/pack.json"
ok 'the statement has the parameter that was set' grep -qx -e '- ECS.10 latestLinuxVersion = 1.3.0' two/data/STATEMENT.txt
ok 'and the choice of controls' grep -q '"kind":"severity","value":"HIGH"' two/data/pack.json
ok 'the pack is named by the newest' grep -qx 'External-Identifier: 2027-Q1' two/bag-info.txt

# --- refused
fg 2 pack --db out/fargauge.db
says 'pack: --out is missing'
fg 2 pack --out x
says 'pack: --db is missing'
fg 2 pack --db out/fargauge.db --out x --no-inputs --allow-missing
for there in whole whole.zip samples; do
  fg 2 pack --db out/fargauge.db --out "$there"
  says "--out: $there: something stands there already"
done
ln -s nowhere dangling
fg 2 pack --db out/fargauge.db --out dangling
fg 4 pack --db out/fargauge.db --out none/here
says 'pack: none/here: No such file or directory'
fg 4 pack --db gone.db --out x
service web 1.4.0 >web.json
fg 0 import web.json --db raw.db
fg 2 pack --db raw.db --out x
says 'there is no assessment'
nok 'nothing came of it' [ -e x ]
ok 'nothing is left of all that' nothing_left

# --- a full disk, and a kill
(ulimit -f 200; "$FARGAUGE" pack --db out/fargauge.db --out full.zip >"$out" 2>"$err"; echo $? >"$scratch/status")
status=$(cat "$scratch/status")
exited 4 'pack where the disk is full'
nok 'nothing stands there' [ -e full.zip ]
ok 'nothing is left' nothing_left
for wait in 0.01 0.05 0.1 0.2 0.3 0.4; do
  rm -rf killed killed.zip
  for name in killed killed.zip; do
    "$FARGAUGE" pack --db out/fargauge.db --out $name --quiet 2>/dev/null &
    sleep $wait
    kill -9 $! 2>/dev/null
    wait $! 2>/dev/null
  done
  ok "killed after $wait s: whole or not there" eval \
    '{ [ ! -e killed ] || is_bag killed; } && { [ ! -e killed.zip ] || { unpack killed.zip from.killed && is_bag from.killed; }; }'
done
rm -rf killed killed.zip
fg 0 pack --db out/fargauge.db --out killed
fg 0 pack --db out/fargauge.db --out killed.zip
ok 'the next run removes what was left' nothing_left
