# The bill of materials against the rules of SPDX 2.3, against the program, and against the source.
bill=$BUILD/tools/packaging/fargauge.spdx.json

# rule DESCRIPTION ANSWER SQL: what SQLite finds in it.
rule() { ok "$1" rule_holds "$2" "$3"; }
rule_holds() {
  answer=$("$BUILD/tests/install/bill" "$bill" "$2") || return 1
  [ "$answer" = "$1" ] || { echo "answer: $answer"; return 1; }
}
packages="json_each(bill(), '\$.packages') p"
relations="json_each(bill(), '\$.relationships') r"
files="json_each(bill(), '\$.files') f"
ids="(select 'SPDXRef-DOCUMENT' id union all select p.value ->> 'SPDXID' from $packages union all select f.value ->> 'SPDXID' from $files)"

rule 'it is JSON' 1 'select json_valid(bill())'
rule 'the document' 'SPDX-2.3|CC0-1.0|SPDXRef-DOCUMENT' "select bill() ->> 'spdxVersion', bill() ->> 'dataLicense', bill() ->> 'SPDXID'"
rule 'its namespace: an absolute URI without fragment' 1 "select bill() ->> 'documentNamespace' glob 'https://spdx.org/spdxdocs/fargauge-*-????????????????????????????????' and bill() ->> 'documentNamespace' not like '%#%'"
rule 'its time: UTC, to the second' 1 "select bill() ->> '\$.creationInfo.created' = strftime('%Y-%m-%dT%H:%M:%SZ', $("$SOURCE_ROOT/tools/revision" --time), 'unixepoch')"
rule 'who made it' 1 "select bill() ->> '\$.creationInfo.creators[0]' glob 'Tool: ?*'"
rule 'identifiers: letters, digits, dots, dashes' 0 "select count(*) from $ids where substr(id, 1, 8) <> 'SPDXRef-' or substr(id, 9) glob '*[^A-Za-z0-9.-]*' or length(id) < 9"
rule 'no identifier twice' 0 "select count(*) - count(distinct id) from $ids"
rule 'relationships name what is there' 0 "select count(*) from $relations where r.value ->> 'spdxElementId' not in (select id from $ids) or r.value ->> 'relatedSpdxElement' not in (select id from $ids)"
rule 'and are of known types' 0 "select count(*) from $relations where r.value ->> 'relationshipType' not in ('DESCRIBES', 'CONTAINS', 'STATIC_LINK', 'DYNAMIC_LINK')"
rule 'the document describes the program' 'SPDXRef-fargauge' "select r.value ->> 'relatedSpdxElement' from $relations where r.value ->> 'relationshipType' = 'DESCRIBES'"
rule 'packages have what they must' 0 "select count(*) from $packages where coalesce(p.value ->> 'name', '') = '' or p.value ->> 'downloadLocation' is null or p.value ->> 'licenseDeclared' is null or p.value ->> 'licenseConcluded' is null or p.value ->> 'copyrightText' is null"
rule 'suppliers are persons, organisations or not asserted' 0 "select count(*) from $packages where not (p.value ->> 'supplier' = 'NOASSERTION' or p.value ->> 'supplier' glob 'Person: ?*' or p.value ->> 'supplier' glob 'Organization: ?*')"
rule 'files of the program only are analysed' 'fargauge' "select p.value ->> 'name' from $packages where (p.value -> 'filesAnalyzed') = 'true' and length(p.value ->> '\$.packageVerificationCode.packageVerificationCodeValue') = 40"
rule 'the program has its version and licence' "$("$FARGAUGE" --version | sed -n 's/^fargauge //p')|MIT" "select p.value ->> 'versionInfo', p.value ->> 'licenseDeclared' from $packages where p.value ->> 'name' = 'fargauge'"
rule 'each file has SHA-1 and SHA-256' 0 "select count(*) from $files where f.value ->> '\$.checksums[0].algorithm' <> 'SHA1' or length(f.value ->> '\$.checksums[0].checksumValue') <> 40 or f.value ->> '\$.checksums[1].algorithm' <> 'SHA256' or length(f.value ->> '\$.checksums[1].checksumValue') <> 64"
rule 'each file is contained' 0 "select count(*) from $files where f.value ->> 'SPDXID' not in (select r.value ->> 'relatedSpdxElement' from $relations where r.value ->> 'relationshipType' = 'CONTAINS')"
rule 'each library is linked' 0 "select count(*) from $packages where p.value ->> 'name' <> 'fargauge' and p.value ->> 'SPDXID' not in (select r.value ->> 'relatedSpdxElement' from $relations where r.value ->> 'relationshipType' in ('STATIC_LINK', 'DYNAMIC_LINK'))"

# The checksums, by another program, in the source as it is.
"$BUILD/tests/install/bill" "$bill" "select (f.value ->> '\$.checksums[1].checksumValue') || '  ' || (f.value ->> 'fileName') from $files" >sums
ok 'there are as many files as the program is made of' [ "$(wc -l <sums)" -gt 600 ]
ok 'the checksums are right' sh -c 'cd "$1" && sha256sum -c --quiet "$2"' - "$SOURCE_ROOT" "$PWD/sums"
ok 'every C file of the program is there' sh -c 'cd "$1" && find ./src ./include -name "*.[ch]" | while read -r f; do grep -q "  $f$" "$2" || { echo "$f"; exit 1; }; done' - "$SOURCE_ROOT" "$PWD/sums"

# The versions that the program itself names.
"$FARGAUGE" --version >version
named() { # LIBRARY, as --version writes it, as the bill does
  rule "$1: the version in use" "$(sed -n "s/^  $1 \([0-9.]*\).*/\1/p" version)" "select p.value ->> 'versionInfo' from $packages where p.value ->> 'name' = '$2'"
}
named SQLite sqlite3
named cJSON cJSON
named libcsv libcsv
named zlib zlib
named libarchive libarchive
named OpenSSL openssl
grep -q '^  libseccomp ' version && named libseccomp libseccomp

# Every shared object that the program asks for, and no other library, is linked dynamically.
if command -v readelf >/dev/null; then
  readelf -d "$FARGAUGE" | sed -n 's/.*(NEEDED).*\[\(.*\)\.so.*/\1/p' >needed
  : >needed.names
  while read -r object; do
    case $object in libasan|libubsan|ld-linux*) continue ;; esac
    name=$(awk -F'|' -v o="$object" '{n = split($5, all, " "); for (i = 1; i <= n; i++) if (all[i] == o) {print $1; exit}}' "$SOURCE_ROOT/tools/packaging/libraries.table")
    ok "$object is known" [ -n "$name" ]
    echo "$name" >>needed.names
  done <needed
  LC_ALL=C sort -u -o needed.names needed.names
  "$BUILD/tests/install/bill" "$bill" "select p.value ->> 'name' from $packages join $relations on r.value ->> 'relatedSpdxElement' = p.value ->> 'SPDXID' where r.value ->> 'relationshipType' = 'DYNAMIC_LINK'" | LC_ALL=C sort >dynamic.names
  # zlib may be asked for by others only.
  ok 'what is linked dynamically is what the program asks for' sh -c 'grep -vx zlib dynamic.names >a; grep -vx zlib needed.names >b; diff a b'
fi
if command -v python3 >/dev/null; then
  ok 'another parser reads it' python3 -m json.tool "$bill" /dev/null
fi
