# No network, no other program, no file that was not named: what is denied, that it bites, and that no command asks for it.
SOURCE_DATE_EPOCH=1793520000
TMPDIR=$scratch/tmp
export SOURCE_DATE_EPOCH TMPDIR
mkdir "$TMPDIR"

# ---- What is in force is told.
fg 0 --version --verbose
says_nothing
prints 'Confinement here:'
ok 'system calls are told of' in_file "$out" -E '^  system calls: (seccomp denies [0-9]+|not confined: .)'
ok 'files are told of' in_file "$out" -E '^  files: (Landlock, version [0-9]+|not confined: .)'
ok 'privileges are told of' in_file "$out" -E '^  privileges: (none new|not confined)$'
calls=no files=no
! grep -q 'seccomp denies' "$out" || calls=yes
! grep -q 'files: Landlock' "$out" || files=yes
bite=$files # no: nobody's files can be relied on to be out of reach
fg 0 --version
ok 'without --verbose nothing of it' fails grep -q Confinement "$out"

# ---- It bites: a program that confines itself in the same way, and then tries. Elsewhere, not in a temporary folder: those
# are everybody's.
place=$(dirname "$ASK")/confined.$$
mkdir "$place" "$place/own" "$place/other"
trap 'rm -rf "$place"; chmod -R u+rwx "$scratch"; rm -rf "$scratch"' EXIT
fresh_place() {
  rm -rf "$place/own" "$place/other"
  mkdir "$place/own" "$place/other"
  : >"$place/own/file" >"$place/other/secret" >"$place/other/old"
}
tries() { # WANTED NAME: what became of an attempt
  line=$(grep "^$2: " "$scratch/tried")
  case $1 in
  done) [ "$line" = "$2: done" ] ;;
  denied) [ "$line" = "$2: Operation not permitted" ] || [ "$line" = "$2: Permission denied" ] ;;
  esac || { echo "$line"; return 1; }
}
bites() {
  fresh_place
  TMPDIR=$place/own "$CONFINED" --not "$place/own" "$place/other" >"$scratch/tried" 2>&1
  for name in 'calls socket inet' 'calls socket unix' 'calls socketpair' 'calls send' 'calls execve' 'calls kill' \
    'files read' 'files write' 'files make' 'files list' 'files remove' 'files make a folder' 'files move there' \
    'files read passwords' 'own write' 'own inherited socket'; do
    ok "without confinement: $name" tries done "$name"
  done
  fresh_place
  TMPDIR=$place/own "$CONFINED" "$place/own" "$place/other" >"$scratch/tried" 2>&1
  ! grep -q '^walls gap$' "$scratch/tried" || bite=no
  for name in 'own write' 'own rename' 'own inherited socket'; do
    ok "confined: $name" tries done "$name"
  done
  if [ $calls = yes ]; then
    ok 'no new privileges' grep -q '^walls privileges 1$' "$scratch/tried"
    for name in 'calls socket inet' 'calls socket unix' 'calls socketpair' 'calls send' 'calls socket in a thread' \
      'calls execve' 'calls kill' 'calls process_vm_readv' 'calls unshare' 'calls io_uring'; do
      ok "confined: $name" tries denied "$name"
    done
  else
    skip 'system calls' 'seccomp is not in force here'
  fi
  if [ $bite = yes ]; then
    ok 'confined: own read' tries done 'own read'
    for name in 'files read' 'files write' 'files make' 'files list' 'files remove' 'files make a folder' \
      'files read by a link' 'files read passwords'; do
      ok "confined: $name" tries denied "$name"
    done
    ok 'confined: files move there' fails grep -q '^files move there: done' "$scratch/tried"
    ok 'nothing was changed' [ "$(ls -A "$place/other" | tr '\n' ' ')" = 'old secret ' ]
  else
    skip 'files' 'Landlock is not in force here, or has a gap for coverage'
  fi
}
if [ -x "$CONFINED" ]; then bites; else skip 'what is denied' 'only of Linux'; fi

# ---- What a command needs it gets, wherever that lies: linked, above, not there yet, on a descriptor.
far=$place/far
mkdir -p "$far/real" "$far/rules/catalog" "$far/rules/controls"
service web 1.4.0 >"$far/real/web_20261001T000000Z.json"
ln -s real/web_20261001T000000Z.json "$far/link.json"
ln -s real/audit.db "$far/audit.db"
printf 'waiver_id,control_id,resource,account_id,reason,owner,approver,approved_at,expires_at\n' >"$far/waivers.csv"
fg 0 import "$far/link.json" --db "$far/audit.db" --waivers "$far/waivers.csv" --controls "$far/rules"
fg 0 assess --db "$far/audit.db" --exit-zero
ok 'a link to a database that was not there yet' [ -f "$far/real/audit.db" ]
holds "$far/real" audit.db web_20261001T000000Z.json
fg 0 render --db "$far/audit.db" --out "$far/a/b/c" --exit-zero
ok 'a folder that was not there yet' [ -f "$far/a/b/c/report.html" ]
fg 0 pack --db "$far/audit.db" --out "$far/a/pack.tar.gz"
fg 0 verify "$far/a/pack.tar.gz"
fg 0 merge "$far/audit.db" --into "$far/a/b/merged.db"
fg 0 templates new "$far/team"
fg 0 render --db "$far/audit.db" --out "$far/d" --template "$far/team" --exit-zero
fg_from "$far/real/web_20261001T000000Z.json" 0 import /dev/stdin --db "$far/stdin.db"
(cd "$far/real" && "$FARGAUGE" report ../link.json --out ../e --db ../e.db --exit-zero --quiet) >"$scratch/said" 2>&1
ok 'names that go up' [ -f "$far/e/report.html" ]
(cd "$far/a" && "$FARGAUGE" report "$far/link.json" --out . --exit-zero --quiet) >"$scratch/said" 2>&1
ok 'the folder one is in' [ -f "$far/a/report.html" ]

# ---- What nobody named is out of reach: templates and exports that point elsewhere, and a database that names other files.
echo 'a secret of this machine' >"$place/other/secret"
mkdir -p hostile/html
cat >hostile/evil.json <<JSON
{"services":[{"serviceArn":"arn:aws:ecs:eu-west-1:123456789012:service/web/x","serviceName":"file://$place/other/secret",
"clusterArn":"http://127.0.0.1:9/","\$ref":"http://127.0.0.1:9/schema.json"}]}
JSON
cat >hostile/evil.xml <<XML
<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/e"><!ENTITY f SYSTEM "file://$place/other/secret">]><x>&e;&f;</x>
XML
ln -s "$place/other/secret" hostile/link.json

# A rule that is a link to somewhere else: not to be read, so not to be quoted in a message either.
mkdir -p "$far/linked/controls"
ln -s "$place/other/secret" "$far/linked/controls/X.sql"
if [ $bite = yes ]; then
  fg 4 assess --db "$far/audit.db" --controls "$far/linked"
  says 'Permission denied'
else
  skip 'a link that leads out' 'Landlock is not in force here, or has a gap for coverage'
fi

# ---- No command asks for a network. strace sees what is asked for, also where it would be denied.
if ! command -v strace >/dev/null 2>&1 || ! strace -f -o "$scratch/trace" true 2>/dev/null; then
  skip 'no command asks for a network' 'strace is not here, or may not trace'
else
  # LeakSanitizer stops its own threads as a tracer does, and there is one already.
  ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"
  export ASAN_OPTIONS
  net=network,execve,execveat,io_uring_setup,ptrace,bpf,mount,unshare,setns
  : >traces
  traced() { # CODE ARGUMENT...
    wanted=$1
    shift
    strace -f -qq -e "trace=$net" -o "$scratch/trace" "$FARGAUGE" "$@" >"$out" 2>"$err" </dev/null
    status=$?
    ok "traced, exit code $wanted: $*" [ "$status" -eq "$wanted" ]
    ok "it starts: $*" grep -q 'execve("' "$scratch/trace"
    # the one execve is strace's own
    ok "asks for nothing: $*" silent
  }
  silent() {
    tail -n +2 "$scratch/trace" | grep -v -e '+++ exited' -e '--- SIG' >"$scratch/asked"
    [ ! -s "$scratch/asked" ] || { cat "$scratch/asked"; return 1; }
  }
  traced 0 --version --verbose
  strace -f -qq -e trace=seccomp,landlock_restrict_self,openat,open -o "$scratch/trace" "$FARGAUGE" import \
    "$far/link.json" --db walls.db >"$out" 2>"$err"
  awk '/^[0-9]+ +landlock_restrict_self.* = 0/ { files = 1 } /SECCOMP_SET_MODE_FILTER, .*[{]len=.* = 0/ { calls = 1 }
    /link.json/ && !/O_PATH/ { exit } END { print calls + 0, files + 0 }' "$scratch/trace" >"$scratch/walls"
  ok 'the walls stand before the first input is opened' \
    grep -qx "$([ $calls = yes ] && echo 1 || echo 0) $([ $files = yes ] && echo 1 || echo 0)" "$scratch/walls"
  traced 0 report --help
  traced 1 report "$SAMPLES" --out t --lang ja --format html,csv,junit,sarif,markdown,oscal
  traced 0 import "$SAMPLES" --db t.db
  traced 1 assess --db t.db
  traced 1 render --db t.db --out r
  traced 1 status --db t.db
  fg 1 assess --db t.db --label again
  traced 1 diff --db t.db --out d
  traced 0 explain "$("$ASK" t.db 'select max(result_id) from v_results')" --db t.db
  traced 0 controls ECS.10
  traced 2 waivers list --db t.db --as-of 2026-01-01
  traced 0 waivers list --db t.db
  traced 0 merge t.db --into merged.db
  traced 0 pack --db t.db --out t.zip
  traced 0 pack --db t.db --out redacted.tar.gz --redact --redact-key key
  traced 0 verify t.zip
  unset SOURCE_DATE_EPOCH # a certificate holds from now on
  (umask 077 && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out cert.pem \
    -subj /CN=auditor -days 30) >/dev/null 2>&1
  if [ -s cert.pem ]; then
    traced 0 sign t.zip --key key.pem --cert cert.pem
    traced 0 sign t.zip --time-stamp-request t.tsq
    traced 0 verify t.zip --trust cert.pem
  else
    skip 'signing' 'openssl is not here'
  fi
  traced 0 report hostile --out spoilt
  ok 'nothing of the secret' fails grep -rq 'a secret of this machine' spoilt

  # Templates that would fetch: refused, or shown as text; in no case fetched.
  fg 0 templates new team
  page=team/team.html.xhtml
  cp "$page" whole.html
  spoil() { # WHAT CODE SED
    sed "$3" whole.html >"$page"
    nok "$1: the template is another" cmp -s whole.html "$page"
    strace -f -qq -e "trace=$net,openat,open" -o "$scratch/trace" "$FARGAUGE" render --db t.db --out spoilt --template team \
      --format none >"$out" 2>"$err" </dev/null
    status=$?
    exited "$2" "$1"
    grep -v -e 'openat(' -e 'open(' "$scratch/trace" | tail -n +2 | grep -v -e '+++ exited' -e '--- SIG' >"$scratch/asked"
    ok "$1: no call" is_empty "$scratch/asked"
    ok "$1: the trace knows what is opened" grep -q "\"${page#*/}\"" "$scratch/trace"
    ok "$1: the file it points to is not opened" fails grep -q "$place/other" "$scratch/trace"
    ok "$1: nothing of the secret" fails grep -rq 'a secret of this machine' spoilt
  }
  spoil 'a DTD on a network' 2 's|<!DOCTYPE html>|<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd">|'
  spoil 'a DTD of a file' 2 "s|<!DOCTYPE html>|<!DOCTYPE html SYSTEM \"file://$place/other/secret\">|"
  spoil 'an entity of a file' 2 "s|<!DOCTYPE html>|<!DOCTYPE html [<!ENTITY e SYSTEM \"file://$place/other/secret\">]>|;s|<body>|<body>\&e;|"
  spoil 'a parameter entity' 2 's|<!DOCTYPE html>|<!DOCTYPE html [<!ENTITY % e SYSTEM "http://127.0.0.1:9/e"> %e;]>|'
  spoil 'XInclude' 2 "s|<body>|<body><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file://$place/other/secret\" parse=\"text\"/>|"
  spoil 'a style sheet' 1 's|<!DOCTYPE html>|<?xml-stylesheet href="http://127.0.0.1:9/s.xsl"?><!DOCTYPE html>|'
  spoil 'an include that goes up' 2 "s|<body>|<body><p fg:include=\"../../../other/secret\"/>|"
  spoil 'an image' 1 's|<body>|<body><img src="http://127.0.0.1:9/i.png" alt=""/>|'
fi

# ---- Only --with-tool may run a program, and that one is confined as well.
fg 0 pack --db "$far/audit.db" --out tool.zip
fg 0 verify tool.zip --with-tool "$FARGAUGE"
prints 'verifies it now'
