# The peak of an import does not grow with the size of its file. Most of an export is what nobody asks about: a service's events.
export_of() { # SERVICES: each with some 30 KB of events
  awk -v services="$1" 'BEGIN {
    for (i = 0; i < 100; i++)
      events = events (i ? "," : "") "{\"id\":\"0a1b2c3d-" i "\",\"createdAt\":\"2026-10-01T09:00:00+09:00\",\"message\":\"" \
        "(service web) has started 1 tasks: (task 0123456789abcdef0123456789abcdef). (service web) has reached a steady state. " \
        "(service web) registered 1 targets in (target-group arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web)\"}"
    printf "{\"services\":["
    for (i = 0; i < services; i++)
      printf "%s{\"serviceArn\":\"arn:aws:ecs:eu-west-1:123456789012:service/web/s%d\",\"serviceName\":\"s%d\",\"status\":\"ACTIVE\"," \
        "\"clusterArn\":\"arn:aws:ecs:eu-west-1:123456789012:cluster/web\",\"launchType\":\"FARGATE\",\"platformVersion\":\"LATEST\"," \
        "\"events\":[%s]}", i ? "," : "", i, i, events
    print "],\"failures\":[]}"
  }'
}

# AddressSanitizer keeps what was freed; that is not the program's.
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}quarantine_size_mb=1
export ASAN_OPTIONS
peak_of() { # FILE: in KB
  "$PEAK" "$FARGAUGE" import "$1" --db "$1.db" --quiet >peak.out 2>"$err" || return 1
  awk 'END { print $NF }' peak.out
}

export_of 50 >small.json
export_of 2000 >large.json
size=$(($(wc -c <large.json) / 1024))
ok 'the large one is large' test "$size" -gt 60000
small=$(peak_of small.json)
large=$(peak_of large.json)
says_nothing
ok "the peaks were measured: $small and $large KB" test "${small:-0}" -gt 1000 -a "${large:-0}" -gt 1000
ok "$size KB of JSON take no more than 16 MB above what a small file takes" test "$((large - small))" -lt 16384
asks large.json.db 'select count(*) from service' 2000
