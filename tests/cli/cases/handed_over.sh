# What was handed over is written down in order, with what became of it, so that it can be done again.
mkdir given
cp "$SAMPLES/ecs/tsukinowa-prod/us-east-1/"services*.json "$SAMPLES/ecs/tsukinowa-prod/ap-northeast-1/"clusters*.json given/
printf 'no export' >given/broken.json
one=$(echo given/services*.json)
zipped=two.tar.gz
tar -czf "$zipped" "$one"
fg 3 import given --db audit.db --captured-at 2026-10-01T00:00:00Z --quiet
fg 0 import "$one" "$zipped" --waivers "$SAMPLES/waivers.csv" --db audit.db --max-record 5M --quiet
asks audit.db "select group_concat(run || ' ' || known || ' ' || max_record, ', ') from import_run" \
  '1 1 16777216, 2 1 5242880'
asks audit.db "select count(*) from handed_over where run = 1" "$(find given -type f | wc -l | tr -d ' ')"
asks audit.db "select path || ' ' || outcome || ' ' || length(sha256) from handed_over where outcome = 'refused'" \
  'given/broken.json refused 64'
asks audit.db "select distinct captured_at from handed_over where run = 1" '2026-10-01T00:00:00.000Z'
asks audit.db "select group_concat(path || ' ' || is_archive || as_waivers || ' ' || outcome, ', ') from
    (select * from handed_over where run = 2 order by position)" \
  "$one 00 seen_before, $zipped 10 loaded, $SAMPLES/waivers.csv 01 loaded"
asks audit.db "select sha256 from handed_over where path = '$zipped'" "$(sha256sum "$zipped" | cut -d ' ' -f 1)"

# a label names one assessment
fg 1 assess --db audit.db --label 2026-Q4 --quiet
asks audit.db "select label || ' ' || run from assessment" '2026-Q4 2'
fg 2 assess --db audit.db --label 2026-Q4 --quiet
says 'fargauge: --label: 2026-Q4: the assessment of 20'
fg 1 assess --db audit.db --label 2026-Q4b --quiet
asks audit.db 'select count(*) from assessment' 2

# and is a line that can be told from a time
for label in '' ' ' '2026-12-01' '2026-12-01T00:00:00Z' "$(printf 'a\nb')" "$(printf '\033[1m')" "$(printf '\377')" \
  "$(printf '%0101d' 0)"; do
  fg 2 assess --db audit.db --label "$label"
  says 'fargauge: --label: '
  says_like '^hint: .'
done
fg 2 report given --out new --label '2026-12-01'
asks new/fargauge.db 'select count(*) from source' 0
fg 1 assess --db audit.db --label '監査 2026-10' --quiet
