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

# licences: of the program, of the Debian packages that the archives are from, and what those refer to.
licences() {
  cat "$place/source/LICENSE"
  while read -r archive; do
    [ "${archive#/}" = "$archive" ] || dpkg -S "$(realpath "$archive")" | sed 's/:.*//'
  done <"$place/opened" | LC_ALL=C sort -u >"$place/packages"
  {
    while read -r package; do
      printf '\n==== %s\n\n' "$package"
      cat "/usr/share/doc/$package/copyright"
    done <"$place/packages"
    printf '\n==== cjson\n\n'
    cat "$place"/apt/cjson-*/debian/copyright
  } >"$place/copyrights"
  cat "$place/copyrights"
  grep -o '/usr/share/common-licenses/[A-Za-z]*-[0-9.]*[0-9]' "$place/copyrights" | LC_ALL=C sort -u | while read -r text; do
    printf '\n==== %s\n\n' "${text##*/}"
    cat "$text"
  done
}

fetch_cjson "$place/cjson"
export_source "$place/source"
cd "$place/source"
quietly 'meson setup' meson setup "$place/build" -Dstatic=true -Dseccomp=enabled -Dtests=true -Dcjson_source="$place/cjson" -Dwerror=true
helpers='ask confined nowalls kill_after on_terminal peak'
# shellcheck disable=SC2086  # the list is meant to fall apart into words
quietly 'build' ninja -C "$place/build" fargauge $(printf 'tests/cli/%s ' $helpers) tests/install/bill tools/packaging/fargauge.spdx.json
program=$place/build/fargauge
quietly 'hardening' sh tests/install/run hardening "$place/build" "$program" "$place/build/tests/cli/ask" fortified static
quietly 'bill of materials' sh tests/install/run materials "$place/build" "$program" "$place/build/tests/cli/ask" fortified static
# Each archive that the linker took something from is in the bill, and nothing else is.
(cd "$place/build" && sh -c "$(ninja -t commands fargauge | tail -n 1) -Wl,-t" 2>/dev/null) |
  sed -n 's/^(\{0,1\}\([^)]*lib[^/)]*\.a\)\()[^/]*\)\{0,1\}$/\1/p' | grep -vE '/lib(fargauge|embedded)\.a$' | LC_ALL=C sort -u >"$place/opened"
sed 's,.*/,,; s/\.a$//; s/-[0-9.]*$//' "$place/opened" | LC_ALL=C sort -u >"$place/archives"
awk -F'|' 'NR == FNR {n = split($5, all, " "); for (i = 1; i <= n; i++) if (!(all[i] in of)) of[all[i]] = $1; next}
  {print ($0 in of) ? of[$0] : "unknown:" $0}' "$parts/libraries.table" "$place/archives" | LC_ALL=C sort -u >"$place/linked"
"$place/build/tests/install/bill" "$place/build/tools/packaging/fargauge.spdx.json" \
  "select value ->> 'name' from json_each(bill(), '\$.packages') where value ->> 'name' <> 'fargauge'" | LC_ALL=C sort >"$place/billed"
diff "$place/linked" "$place/billed" >>"$log" || fail 'the bill of materials is not what was linked'
strip -o "$work/fargauge-static" "$program"
cp "$place/build/tools/packaging/fargauge.spdx.json" "$work/fargauge-static.spdx.json"
licences >"$work/fargauge-static.licences"

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
# It is confined there as it is here: seccomp always, Landlock where this kernel has it.
as_root env -i /usr/sbin/chroot "$empty" /fargauge --version --verbose >"$place/there" 2>>"$log" || fail '--version in an empty root'
"$program" --version --verbose >"$place/here"
diff "$place/here" "$place/there" >>"$log" || fail 'confinement in an empty root differs'
grep -q '^  system calls: seccomp denies [0-9]' "$place/there" || { cat "$place/there" >>"$log"; fail 'system calls are not confined'; }
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
for helper in $helpers; do as_root cp "$place/build/tests/cli/$helper" "$place/debian/src/build/"; done
as_root chown -R 0:0 "$place/debian/src"
cases=${PACKAGE_TESTS:-$(sed -n "/^cli_cases/,/^]/s/^  '\(.*\)',/\1/p" tests/cli/meson.build | grep -v '^docs')}
workers=$(nproc)
# try WORKER: each of the cases that fall to it.
try() {
  turn=0
  for case in $cases; do
    [ $((turn % workers)) -ne "$1" ] || within_mounted "$place/debian" sh /src/tests/cli/run "$case" /src/build/fargauge /src/build/ask \
      >"$place/$case.tap" 2>&1 || : >"$place/$case.failed"
    turn=$((turn + 1))
  done
}
for worker in $(seq 0 $((workers - 1))); do try "$worker" & done
wait
passed=0 failed=
for case in $cases; do
  if [ -e "$place/$case.tap" ] && [ ! -e "$place/$case.failed" ]; then
    passed=$((passed + 1))
  else
    failed="$failed $case"
    grep -A 5 '^not ok' "$place/$case.tap" >>"$log" || tail -n 5 "$place/$case.tap" >>"$log"
  fi
done
# What a bare Debian has no program for is skipped, and here is why.
(cd "$place" && grep -hE '# SKIP' ./*.tap | sed 's/^ok [0-9]* - //; s/^1\.\.0 //' | LC_ALL=C sort | uniq -c) >"$place/skipped"
[ -z "$failed" ] || fail "cli tests without the libraries:$failed"
echo "static: $(wc -c <"$work/fargauge-static") bytes; runs in an empty root; $passed cli tests passed where no library is"
sed -n 's/^  \(system calls\|files\): /static: \1: /p' "$place/there"
