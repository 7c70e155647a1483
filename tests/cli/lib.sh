# SPDX-License-Identifier: MIT
# What the cases are written with. Sourced by `run`, which gives FARGAUGE, ASK, SAMPLES, SOURCE_ROOT and
# an empty current directory. Every function that checks prints one line of TAP.

number=0
failures=0
# What --format html and --format csv write, for `holds`.
html_files='report.html remediation.sh remediation.tf'
csv_files='results.csv requirements.csv sources.csv waivers.csv gaps.csv history.csv'

# ok DESCRIPTION COMMAND...: the command succeeds. What it prints is shown where it does not.
ok() {
  description=$(printf %s "$1" | tr '\n' ' ')
  shift
  number=$((number + 1))
  if "$@" >"$scratch/said" 2>&1; then
    echo "ok $number - $description"
  else
    failures=$((failures + 1))
    echo "not ok $number - $description"
    echo "# failed: $(printf %s "$*" | tr '\n' ' ')"
    head -c 4000 "$scratch/said" | LC_ALL=C tr -d '\000-\011\013-\037' | sed 's/^/#   /'
  fi
}

# nok DESCRIPTION COMMAND...: the command fails.
nok() {
  description=$(printf %s "$1" | tr '\n' ' ')
  shift
  ok "$description" fails "$@"
}

fails() {
  if "$@"; then
    return 1
  fi
}

skip() {
  number=$((number + 1))
  echo "ok $number - $1 # SKIP $2"
}

# fg CODE ARGUMENT...: run fargauge; it must exit with CODE. Its output is then in $out and $err.
fg() {
  fg_code=$1
  shift
  "$FARGAUGE" "$@" >"$out" 2>"$err" </dev/null
  status=$?
  exited "$fg_code" "fargauge $*"
}

# fg_from FILE CODE ARGUMENT...: the same with FILE on standard input.
fg_from() {
  fg_input=$1
  fg_code=$2
  shift 2
  "$FARGAUGE" "$@" >"$out" 2>"$err" <"$fg_input"
  status=$?
  exited "$fg_code" "fargauge $* <$fg_input"
}

# exited CODE DESCRIPTION: check $status, and that no sanitizer spoke.
exited() {
  ok "exit code $1: $(printf %s "$2" | tr '\n' ' ' | cut -c1-160)" has_exited "$1"
}

has_exited() {
  if grep -qE 'Sanitizer|runtime error:' "$err"; then
    cat "$err"
    return 1
  fi
  if [ "$status" -ne "$1" ]; then
    echo "exit code $status"
    cat "$err"
    return 1
  fi
}

# What $out and $err say, as fixed text or (…_like) as an extended regular expression.
prints() { ok "prints: $1" in_file "$out" -F "$1"; }
says() { ok "says: $1" in_file "$err" -F "$1"; }
says_like() { ok "says something like: $1" in_file "$err" -E "$1"; }
prints_nothing() { ok 'prints nothing' is_empty "$out"; }
says_nothing() { ok 'no error text' is_empty "$err"; }

in_file() { grep -q "$2" -e "$3" "$1" || { cat "$1"; return 1; }; }
is_empty() { [ ! -s "$1" ] || { cat "$1"; return 1; }; }

# same FILE FILE, same_tree DIR DIR (reports only: a database also knows how it came about).
same() { ok "identical: $1 and $2" cmp "$1" "$2"; }
same_reports() {
  for name in $html_files $csv_files junit.xml; do
    ok "identical: $1 and $2: $name" cmp "$1/$name" "$2/$name"
  done
}

# holds DIR NAME...: exactly these files lie in DIR, hidden ones counted: no temporary file stays.
holds() {
  holds_dir=$1
  shift
  ok "in $holds_dir: $*" holds_exactly "$holds_dir" "$@"
}

holds_exactly() {
  ls -A "$1" | sort >"$scratch/found"
  shift
  : >"$scratch/wanted"
  [ $# -eq 0 ] || printf '%s\n' "$@" | sort >"$scratch/wanted"
  diff "$scratch/wanted" "$scratch/found"
}

# asks DB SQL ANSWER: what the database holds (rows as lines, columns joined by '|').
asks() { ok "database: $2" answers "$1" "$2" "$3"; }

answers() {
  answer=$("$ASK" "$1" "$2") && [ "$answer" = "$3" ] || { echo "answer: $answer"; return 1; }
}

# service NAME VERSION: a describe-services answer with one service; more by `services`.
service() {
  printf '{"services":[%s],"failures":[]}\n' "$(service_object "$1" "$2")"
}

service_object() {
  printf '{"serviceArn":"arn:aws:ecs:eu-west-1:123456789012:service/web/%s","serviceName":"%s",' "$1" "$1"
  printf '"clusterArn":"arn:aws:ecs:eu-west-1:123456789012:cluster/web","status":"ACTIVE",'
  printf '"launchType":"FARGATE","platformVersion":"%s","platformFamily":"Linux",' "$2"
  printf '"deployments":[{"id":"ecs-svc/1","status":"PRIMARY","runningCount":1,"launchType":"FARGATE",'
  printf '"platformVersion":"1.4.0","platformFamily":"Linux"}],'
  printf '"networkConfiguration":{"awsvpcConfiguration":{"assignPublicIp":"DISABLED"}},"tags":[{"key":"Owner","value":"web"}]}'
}
