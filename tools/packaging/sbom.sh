# SPDX-License-Identifier: MIT
# The bill of materials, from two places, and against the rules.
word=sbom
. "$parts/common.sh"
for name in a b; do
  export_source "$place/$name/source"
  (cd "$place/$name/source" && quietly "setup $name" meson setup "$place/$name/build" -Dtests=true)
  quietly "sbom $name" ninja -C "$place/$name/build" tools/packaging/fargauge.spdx.json
done
cmp "$place/a/build/tools/packaging/fargauge.spdx.json" "$place/b/build/tools/packaging/fargauge.spdx.json" || fail 'two of them differ'
quietly 'build' ninja -C "$place/a/build" fargauge tests/cli/ask tests/install/bill
SOURCE_ROOT=$place/a/source quietly 'rules' sh "$place/a/source/tests/install/run" materials "$place/a/build" "$place/a/build/fargauge" "$place/a/build/tests/cli/ask"
cp "$place/a/build/tools/packaging/fargauge.spdx.json" "$work/fargauge.spdx.json"
echo "sbom: $(wc -c <"$work/fargauge.spdx.json") bytes, the same from two folders; $(grep -c '^ok' "$log") checks passed"
