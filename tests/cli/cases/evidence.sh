# docs/evidence.md is walked through as it stands there.
. "$SOURCE_ROOT/tests/cli/page.sh"
if walks docs/evidence.md openssl unzip sha256sum; then
  walk docs/evidence.md
  ok 'the walk has commands' test "$(grep -c '^fargauge ' "$shown/walk.sh")" -ge 12
  cat "$shown"/[0-9] "$shown"/[0-9][0-9] >"$out"
  prints '2026-12.tar.gz: whole'
  prints 'found: exit code 1'
  prints 'not known to be fixed'
  ok 'unpacked, it is whole' grep -q '^unpacked/2026-11: whole' "$walked/sound.txt"
  ok 'what was changed is named' grep -q 'changed: data/inputs/00010-' "$walked/spoiled.txt"
  ok 'and nothing else' test "$(grep -c '^  ' "$walked/spoiled.txt")" -le 12
  ok 'the redacted pack names nobody' sh -c 'unzip -q -d r "$1" && ! grep -r -q --exclude-dir=ruleset -e 111122223333 -e tsukinowa r' \
    sh "$walked/2026-11-redacted.zip"
  ok 'the trend is in the report' grep -q 'class="timeline"' "$walked/report/report.html"
fi
