# SPDX-License-Identifier: MIT
# One program with all libraries inside. Debian has no archive of cJSON; its source is Debian's, with Debian's patches.
word=static
. "$parts/common.sh"

# fetch_cjson FOLDER: cjson/cJSON.c and .h, as apt verified them.
fetch_cjson() {
  mkdir -p "$place/apt/lists/partial" "$1/cjson"
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  cat >"$place/apt/source.sources" <<SOURCES
Types: deb-src
URIs: http://deb.debian.org/debian
Suites: $codename
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
SOURCES
  set -- "$1" -q -o "Dir::Etc::sourcelist=$place/apt/source.sources" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$place/apt/lists" \
    -o APT::Sandbox::User=root
  folder=$1
  shift
  quietly 'apt-get update' apt-get "$@" update
  (cd "$place/apt" && quietly 'apt-get source' apt-get "$@" source cjson)
  cp "$place"/apt/cjson-*/cJSON.[ch] "$folder/cjson/"
}

fetch_cjson "$place/cjson"
export_source "$place/source"
cd "$place/source"
quietly 'meson setup' meson setup "$place/build" -Dstatic=true -Dtests=true -Dcjson_source="$place/cjson" -Dwerror=true
quietly 'build' ninja -C "$place/build" fargauge tests/cli/ask tests/cli/kill_after tests/cli/on_terminal tests/install/bill \
  tools/packaging/fargauge.spdx.json
program=$place/build/fargauge
quietly 'hardening' sh tests/install/run hardening "$place/build" "$program" "$place/build/tests/cli/ask" fortified static
quietly 'bill of materials' sh tests/install/run materials "$place/build" "$program" "$place/build/tests/cli/ask" fortified static
# Each archive that the linker took something from is in the bill, and nothing else is.
(cd "$place/build" && sh -c "$(ninja -t commands fargauge | tail -n 1) -Wl,-t" 2>/dev/null) |
  sed -n 's/^(\{0,1\}\([^)]*\/\)\{0,1\}\(lib[^/)]*\)\.a)\{0,1\}.*/\2/p' | sed 's/-[0-9.]*$//' | grep -vE '^lib(fargauge|embedded)$' | LC_ALL=C sort -u >"$place/archives"
awk -F'|' 'NR == FNR {n = split($5, all, " "); for (i = 1; i <= n; i++) if (!(all[i] in of)) of[all[i]] = $1; next}
  {print ($0 in of) ? of[$0] : "unknown:" $0}' "$parts/libraries.table" "$place/archives" | LC_ALL=C sort -u >"$place/linked"
"$place/build/tests/install/bill" "$place/build/tools/packaging/fargauge.spdx.json" \
  "select value ->> 'name' from json_each(bill(), '\$.packages') where value ->> 'name' <> 'fargauge'" | LC_ALL=C sort >"$place/billed"
diff "$place/linked" "$place/billed" >>"$log" || fail 'the bill of materials is not what was linked'
strip -o "$work/fargauge-static" "$program"
cp "$place/build/tools/packaging/fargauge.spdx.json" "$work/fargauge-static.spdx.json"

# An empty root: no library, no locale, no /etc, no /dev. A member of an archive has a name that is not ASCII.
empty=$place/empty
mkdir -p "$empty/tmp" "$empty/in"
cp "$work/fargauge-static" "$empty/fargauge"
cp -R samples "$empty/samples"
python3 - "$empty/in" <<'PYTHON'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1] + '/証拠.zip', 'w') as pack:
    pack.write('samples/ecs/tsukinowa-stg/ap-northeast-1/services_20261001T090000Z.json', 'サービス/services_20261001T090000Z.json')
PYTHON
for language in en ja; do
  report_on_samples as_root env -i SOURCE_DATE_EPOCH=1790000000 /usr/sbin/chroot "$empty" /fargauge report samples in --out "out-$language" --lang "$language" \
    --format html,csv,junit,sarif,markdown,oscal
done
as_root env -i /usr/sbin/chroot "$empty" /fargauge pack --db out-en/fargauge.db --out pack.zip >>"$log" 2>&1 || fail 'pack in an empty root'
as_root env -i /usr/sbin/chroot "$empty" /fargauge verify pack.zip >>"$log" 2>&1 || fail 'verify in an empty root'
# The same reports as where everything is installed, byte for byte.
(cd "$empty" && for language in en ja; do
  SOURCE_DATE_EPOCH=1790000000 "${FARGAUGE:-$place/build/fargauge}" report samples in --out "here-$language" --lang "$language" \
    --format html,csv,junit,sarif,markdown,oscal --quiet --exit-zero || exit 1
  as_root rm -f "out-$language/fargauge.db" "here-$language/fargauge.db"
  diff -r "out-$language" "here-$language" || exit 1
done) >>"$log" 2>&1 || fail 'reports from an empty root differ'
grep -q 'サービス/services' "$empty/out-en/sources.csv" || fail 'names in archives are lost in an empty root'

# The cli tests where none of the libraries is.
new_debian "$place/debian"
within "$place/debian" apt-get update -q >>"$log" 2>&1 || fail 'apt-get update in a new Debian'
within "$place/debian" apt-get install -q -y --no-install-recommends unzip >>"$log" 2>&1 || fail 'unzip cannot be installed'
if find "$place/debian" -name 'libsqlite3*' -o -name 'libxml2*' -o -name 'libarchive*' -o -name 'libcjson*' -o -name 'libcsv*' \
    -o -name 'libcrypto*' -o -name 'libicu*' | grep . >>"$log"; then
  fail 'a Debian that has the libraries shows nothing'
fi
as_root mkdir -p "$place/debian/src/build"
as_root cp -R tests samples sql templates tools docs meson.build .gitattributes "$place/debian/src/"
as_root cp "$program" "$place/debian/src/build/fargauge"
for helper in ask kill_after on_terminal; do as_root cp "$place/build/tests/cli/$helper" "$place/debian/src/build/"; done
as_root chown -R 0:0 "$place/debian/src"
passed=0 failed=
for case in ${PACKAGE_TESTS:-$(sed -n "/^cli_cases/,/^]/s/^  '\(.*\)',/\1/p" tests/cli/meson.build | grep -v '^docs')}; do
  if within_mounted "$place/debian" sh /src/tests/cli/run "$case" /src/build/fargauge /src/build/ask >"$place/$case.tap" 2>&1; then
    passed=$((passed + 1))
  else
    failed="$failed $case"
    grep -A 5 '^not ok' "$place/$case.tap" >>"$log" || tail -n 5 "$place/$case.tap" >>"$log"
  fi
done
[ -z "$failed" ] || fail "cli tests without the libraries:$failed"
echo "static: $(wc -c <"$work/fargauge-static") bytes; runs in an empty root; $passed cli tests passed where no library is"
