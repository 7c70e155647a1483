# No network, no other program, no file that was not named: what is denied, and that it bites.
. "$SOURCE_ROOT/tests/cli/tracing.sh"
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

# ---- What nobody named is out of reach.
echo 'a secret of this machine' >"$place/other/secret"
# A rule that is a link to somewhere else: not to be read, so not to be quoted in a message either.
mkdir -p "$far/linked/controls"
ln -s "$place/other/secret" "$far/linked/controls/X.sql"
if [ $bite = yes ]; then
  fg 4 assess --db "$far/audit.db" --controls "$far/linked"
  says 'Permission denied'
else
  skip 'a link that leads out' 'Landlock is not in force here, or has a gap for coverage'
fi

# ---- A kernel that lacks a wall: it goes on without, and says so.
nowalls=$(dirname "$ASK")/nowalls
lacks() { # WALL... TEXT
  for text; do :; done
  walls=${*%"$text"}
  # shellcheck disable=SC2086  # a list of words
  "$nowalls" $walls -- "$FARGAUGE" --version --verbose >"$out" 2>"$err"
  status=$?
  exited 0 "without: $walls"
  prints "$text"
  # shellcheck disable=SC2086
  "$nowalls" $walls -- "$FARGAUGE" report "$far/link.json" --out without --exit-zero --quiet >"$out" 2>"$err"
  status=$?
  exited 0 "a report without: $walls"
  same without/results.csv with/results.csv
  rm -r without
}
if [ $calls = yes ] && [ -x "$nowalls" ]; then
  fg 0 report "$far/link.json" --out with --exit-zero --quiet
  lacks calls '  system calls: not confined: seccomp: Invalid argument'
  lacks files '  files: not confined: Landlock from Linux 5.19 on is needed: Function not implemented'
  lacks calls files '  files: not confined: Landlock from Linux 5.19 on is needed: Function not implemented'
else
  skip 'a kernel that lacks a wall' 'none can be had by seccomp here'
fi

# ---- The walls stand before the first input is opened.
if is_traceable; then
  strace -f -qq -e trace=seccomp,landlock_restrict_self,openat,open -o "$scratch/trace" "$FARGAUGE" import \
    "$far/link.json" --db walls.db >"$out" 2>"$err"
  awk '/^[0-9]+ +landlock_restrict_self.* = 0/ { files = 1 } /SECCOMP_SET_MODE_FILTER, .*[{]len=.* = 0/ { calls = 1 }
    /link.json/ && !/O_PATH/ { exit } END { print calls + 0, files + 0 }' "$scratch/trace" >"$scratch/walls"
  ok 'the walls stand before the first input is opened' \
    grep -qx "$([ $calls = yes ] && echo 1 || echo 0) $([ $files = yes ] && echo 1 || echo 0)" "$scratch/walls"
else
  skip 'the walls stand before the first input is opened' 'strace is not here, or may not trace'
fi

# ---- Only --with-tool may run a program, and that one is confined as well.
fg 0 pack --db "$far/audit.db" --out tool.zip
fg 0 verify tool.zip --with-tool "$FARGAUGE"
prints 'verifies it now'
