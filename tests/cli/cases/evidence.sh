# docs/evidence.md is walked through as it stands there.
for tool in openssl unzip sha256sum; do
  command -v "$tool" >/dev/null || missing="${missing:-} $tool"
done
if [ -n "${missing:-}" ]; then
  skip "the walk through docs/evidence.md" "needs$missing"
else
  awk '/^```sh$/ { on = 1; next } /^```$/ { on = 0 } on' "$SOURCE_ROOT/docs/evidence.md" >walk.sh
  ok 'the walk has commands' test "$(grep -c '^fargauge ' walk.sh)" -ge 12
  mkdir path walked
  ln -s "$FARGAUGE" path/fargauge
  found=$PWD/path:$PATH
  (cd walked && SAMPLES=$SAMPLES PATH=$found sh -eu ../walk.sh) >"$out" 2>"$err"
  code=$?
  ok 'every command works' test "$code" -eq 0
  prints '2026-12.tar.gz: whole'
  prints 'found: exit code 1'
  prints 'not known to be fixed'
  # what the page shows is what comes out
  prints "$(grep '^2026-11.zip: whole' "$SOURCE_ROOT/docs/evidence.md")"
  ok 'unpacked, it is whole' grep -q '^unpacked/2026-11: whole' walked/sound.txt
  ok 'what was changed is named' grep -q 'changed: data/inputs/00010-' walked/spoiled.txt
  ok 'and nothing else' test "$(grep -c '^  ' walked/spoiled.txt)" -le 12
  ok 'the redacted pack names nobody' sh -c 'unzip -q -d r walked/2026-11-redacted.zip && ! grep -r -q --exclude-dir=ruleset -e 111122223333 -e tsukinowa r'
  ok 'the trend is in the report' grep -q 'class="timeline"' walked/report/report.html
fi
