# fargauge pack: only the very bytes that were handed over go in, under names that harm nobody.
. "$SOURCE_ROOT/tests/cli/bag.sh"
SOURCE_DATE_EPOCH=1790900000
export SOURCE_DATE_EPOCH
mkdir in
service web 1.4.0 >in/web.json
service api 1.3.0 >in/api.json
cp in/api.json in/twin.json
service db 1.3.0 >in/db.json
printf 'not json' >in/bad.json
fg 3 report in --out out --format csv
fg 0 pack --db out/fargauge.db --out whole
ok 'it is a bag' is_bag whole
holds whole/data/inputs 00001-api.json 00002-bad.json 00003-db.json 00004-web.json
ok 'twins are in it once, and listed twice' [ "$(grep -c ',00001-api.json,' whole/data/inputs.csv)" -eq 2 ]
ok 'what was refused is in it' cmp in/bad.json whole/data/inputs/00002-bad.json
ok 'the log says why' grep -q '^refused_file,in/bad.json,' whole/data/import-log.csv
ok 'and knows the twin' grep -q '^again,in/twin.json,' whole/data/import-log.csv

# --- changed, gone
refuses() { # WHY
  fg 4 pack --db out/fargauge.db --out no
  says "input: in/web.json: $1"
  says '--no-inputs'
  says '--allow-missing'
  says 'it was looked for under this path only'
  nok 'nothing stands there' [ -e no ]
}
cp in/web.json web.kept
sed 's/1\.4\.0/1.4.1/' web.kept >in/web.json
ok 'the same size' [ "$(wc -c <in/web.json)" -eq "$(wc -c <web.kept)" ]
refuses 'its bytes are not those that were handed over'
echo >>in/web.json
refuses 'its bytes are not those that were handed over'
rm in/web.json
refuses 'it is not there any more'
mkdir in/web.json
refuses 'it is not there any more'
rmdir in/web.json
mkfifo in/web.json
refuses 'it is not there any more'
rm in/web.json
rm in/db.json
fg 4 pack --db out/fargauge.db --out no
says 'input: in/db.json: it is not there any more (and 1 more)'
cp whole/data/inputs/00003-db.json in/db.json

fg 0 pack --db out/fargauge.db --out some --allow-missing
ok 'what is left is a bag' is_bag some
holds some/data/inputs 00001-api.json 00002-bad.json 00003-db.json
ok 'the statement names what is missing' grep -q '^- in/web.json: it is not where it was; sha256:' some/data/STATEMENT.txt
ok 'in Japanese too' grep -q '^- in/web.json：元の場所にありません' some/data/STATEMENT.ja.txt
ok 'and pack.json' grep -q '"path":"in/web.json","sha256":"[0-9a-f]*","size":[0-9]*,"reason":"gone"' some/data/pack.json
ok 'and inputs.csv' grep -q ',in/web.json,,' some/data/inputs.csv
echo changed >in/web.json
fg 0 pack --db out/fargauge.db --out other --allow-missing
ok 'that it changed is said' grep -q '"reason":"changed"' other/data/pack.json
ok 'bytes of another hash never go in' eval '! grep -rq changed other/data/inputs'
rm in/web.json

fg 0 pack --db out/fargauge.db --out none --no-inputs
ok 'without inputs it is a bag' is_bag none
nok 'it has no inputs' [ -e none/data/inputs ]
ok 'it has their hashes' [ "$(grep -cE ',[0-9a-f]{64},' none/data/inputs.csv)" -eq 5 ]
ok 'bag-info says so' grep -qx 'Fargauge-Inputs: hashes' none/bag-info.txt
ok 'the statement says so' grep -q 'not in this pack, by choice' none/data/STATEMENT.txt

# --- found elsewhere: below --inputs, by name alone, through a link, by another name
mkdir -p moved/in flat
mv in/api.json in/twin.json in/db.json in/bad.json moved/in/
cp web.kept moved/in/web.json
fg 4 pack --db out/fargauge.db --out no
fg 0 pack --db out/fargauge.db --out below --inputs moved
ok 'found below --inputs' diff -r whole below
cp moved/in/* flat/
fg 0 pack --db out/fargauge.db --out named --inputs flat
ok 'found by name alone' diff -r whole named
ln -s "$(pwd)/moved/in" in.link
rmdir in
ln -s in.link in
fg 0 pack --db out/fargauge.db --out linked
ok 'found through links' diff -r whole linked
rm moved/in/api.json
fg 0 pack --db out/fargauge.db --out alias
ok 'found by its other name' diff -r whole alias
rm in in.link
# by its hash, under any name: as after a merge, or from a folder that was sorted anew
mkdir -p sorted/2026/q3
for name in web api db bad; do cp flat/$name.json "sorted/2026/q3/$name of another name"; done
cp flat/web.json sorted/web.copy
fg 0 pack --db out/fargauge.db --out hashed --inputs sorted
ok 'found by hash' diff -r whole hashed
rm sorted/2026/q3/db*
fg 4 pack --db out/fargauge.db --out no --inputs sorted
says 'input: in/db.json: it is not there any more'
says 'nor is there a file with its bytes below sorted, whatever its name'
mkdir wrong wrong/in
cp flat/* wrong/in/
echo more >>wrong/in/web.json
fg 4 pack --db out/fargauge.db --out no --inputs wrong
says 'its bytes are not those that were handed over'

# --- standard input
fg_from web.kept 0 report - --out piped --format csv --exit-zero
fg 4 pack --db piped/fargauge.db --out no
says 'input: -: it came through standard input, and nothing kept it'
mkdir kept
cp web.kept kept/of-the-pipe
fg 0 pack --db piped/fargauge.db --out piped.kept --inputs kept
ok 'by its hash it is found' cmp web.kept "$(ls piped.kept/data/inputs/*)"
fg 0 pack --db piped/fargauge.db --out piped.bag --allow-missing
ok 'it is a bag' is_bag piped.bag
ok 'the statement says so' grep -q '^- -: it came through standard input' piped.bag/data/STATEMENT.txt
fg 0 import web.kept --db piped/fargauge.db
fg 0 pack --db piped/fargauge.db --out piped.again
ok 'a file with the same bytes will do' cmp web.kept "$(ls piped.again/data/inputs/*)"

# --- archives whole
mkdir arch && cp flat/web.json flat/api.json arch/
tar -cf exports.tar arch && gzip -n exports.tar
fg 1 report exports.tar.gz --out archived --format csv
fg 0 pack --db archived/fargauge.db --out archived.bag
ok 'it is a bag' is_bag archived.bag
holds archived.bag/data/inputs 00001-exports.tar.gz
ok 'the archive as it was' cmp exports.tar.gz archived.bag/data/inputs/00001-exports.tar.gz

# --- names that attack
mkdir hostile
tab=$(printf '\t') newline='
'
long=$(printf 'n%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20)
long=$long$long$long$long$long$long$long$long$long$long$long$long
i=0
for name in 'a b' "line${newline}feed" "tab${tab}" '100%25%0A' '.hidden' '-rf' '日本語' '*?[x]' "it's \"quoted\"" '$(touch pwned)`x`' '..%2f..' '\back\' "$long" \
  "$(printf 'bad\377byte')" "$(printf '\033[31mred')" '=cmd()' '00001-a.json'; do
  i=$((i + 1))
  service "s$i" 1.4.0 >"hostile/$name.json" || i=$((i - 1))
done
fg 0 report hostile --out h --format csv --exit-zero
fg 0 pack --db h/fargauge.db --out h.bag
ok 'it is a bag' is_bag h.bag
ok 'all but the hidden ones are in it' [ "$(ls h.bag/data/inputs | wc -l)" -eq $((i - 2)) ]
ok 'names are plain' [ -z "$(ls -A h.bag/data/inputs | LC_ALL=C grep -vE '^[0-9]{5}-[A-Za-z0-9._-]{1,100}$')" ]
ok 'a long one is cut' eval "ls h.bag/data/inputs | grep -qxE '[0-9]{5}-n{100}'"
ok 'every byte outside is one underscore' eval "ls h.bag/data/inputs | grep -qxE '[0-9]{5}-_{9}\.json'"
fg 0 pack --db h/fargauge.db --out h.zip
fg 0 pack --db h/fargauge.db --out h.tar.gz
ok 'ZIP: unpacks' unpack h.zip h.zip.d
ok 'ZIP: the same' diff -r h.bag h.zip.d
ok 'tar: unpacks' unpack h.tar.gz h.tar.d
ok 'tar: the same' diff -r h.bag h.tar.d
ok 'nothing ran' [ ! -e pwned ]
ok 'the statement is text without control characters' eval "! LC_ALL=C grep -q '[[:cntrl:]]' h.bag/data/STATEMENT.txt"

# The pack's own name may attack as well.
for name in 'new
line' '-x' '100%' "$(printf 'bad\377')" ; do
  fg 0 pack --db h/fargauge.db --out "./$name.zip" --quiet
  ok 'its archive unpacks into one folder' unpack "./$name.zip" x.d
  ok 'which is a bag' diff -r h.bag x.d
  rm -rf x.d
done
label=$(printf 'Q4\nFargauge-Previous-Pack: sha256:00 \342\200\256x')
fg 0 assess --db h/fargauge.db --label Q4 --exit-zero
"$ASK" h/fargauge.db "update assessment set label = '$label' where label = 'Q4'" # as an older or another program may have
fg 0 pack --db h/fargauge.db --out label
ok 'a label of two lines is a bag' is_bag label
nok 'and no line of its own' grep -q '^Fargauge-Previous-Pack' label/bag-info.txt
ok 'nothing is left' nothing_left
