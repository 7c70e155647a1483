# A machine that does not let it: places that cannot be written, files that may not be read, databases that are damaged. Each has
# its message, a hint and exit code 4, and what was there stays.
mkdir in
service web 1.3.0 >in/services_20261001T090000Z.json
fg 1 report in --out out --format csv
cp out/fargauge.db good.db

# ---- no place for the reports
: >file
: >'a file'
ln -s nowhere/at/all dangling
mkdir -p taken/results.csv
# place DIR WHY
place() {
  fg 4 report in --out "$1" --format csv
  says_like "^fargauge: folder: $1: $2"
  says_like '^hint: .*--out'
}
place file 'Not a directory'
place file/below 'Not a directory'
place dangling 'No such file or directory'
[ ! -d /proc/self ] || place /proc/fargauge 'No such file or directory'
fg 4 render --db good.db --out taken --format csv
says 'output: taken/results.csv: Is a directory'
says_like '^hint: .'
same good.db out/fargauge.db
[ ! -e /dev/full ] || {
  status=0
  "$FARGAUGE" status --db good.db >/dev/full 2>"$err" || status=$?
  exited 4 'status, to a full device'
  says 'standard output: '
  says 'hint: is the disk full?'
}

# ---- no place for the database
for db in in dangling nofolder/new.db file/new.db; do
  fg 4 import in --db "$db"
  says "database: $db: "
  says_like '^hint: .'
done
ok 'nothing was made of a dangling link' test ! -e nowhere

# ---- databases that are damaged
head -c 100 good.db >header.db
head -c 4096 good.db >page.db
head -c "$(($(wc -c <good.db) / 2))" good.db >half.db
# damaged DB: every command that reads it says so, and leaves it as it is.
damaged() {
  cp "$1" before
  for command in 'status' 'assess' 'render --out new' 'pack --out new.zip' 'import in'; do
    # shellcheck disable=SC2086  # a command and its words
    fg 4 $command --db "$1"
    says_like "^fargauge: .*database: .*$1: .*(malformed|not a database)"
    says_like '^hint: .*(damaged|no SQLite database)'
  done
  fg 4 merge "$1" --into merged.db
  says_like "^fargauge: database: $1: "
  says_like '^hint: .'
  same "$1" before
  ok "nothing was made of $1" test ! -e new -a ! -e new.zip -a ! -e merged.db
}
damaged header.db
damaged page.db
damaged half.db

# A page in the middle: the one at which the records begin.
page() { "$ASK" good.db "select rootpage from sqlite_schema where name = '$1'"; }
size=$("$ASK" good.db 'pragma page_size')
spoil() { # TABLE
  cp good.db torn.db
  head -c "$size" /dev/zero | tr '\0' '\377' |
    dd of=torn.db bs="$size" seek="$(($(page "$1") - 1))" conv=notrunc 2>/dev/null
}
spoil source
fg 4 assess --db torn.db
says_like 'database: .*torn.db: .*malformed'
says_like '^hint: .*damaged'
spoil result
cp torn.db before
fg 4 render --db torn.db --out new --format csv
says_like 'database: .*torn.db: .*malformed|torn.db'
says_like '^hint: .*damaged'
ok 'no report was written' test ! -e new/results.csv
spoil record
fg 4 import in --db torn.db
says_like 'database: .*torn.db: .*malformed'
says_like '^hint: .*damaged'
fg 4 merge torn.db --into merged.db
says 'database: torn.db: it is damaged'
ok 'nothing was merged' test ! -e merged.db

# ---- what may not be read or written, as somebody who is not root
nobody=
if [ "$(id -u)" = 0 ]; then
  nobody='setpriv --reuid 65534 --regid 65534 --clear-groups'
  chmod 755 "$scratch" .
fi
# fg_nobody CODE ARGUMENT...: as fg, without root's rights.
fg_nobody() {
  nobody_code=$1
  shift
  # shellcheck disable=SC2086  # a command and its words, or none
  $nobody "$FARGAUGE" "$@" >"$out" 2>"$err" </dev/null
  status=$?
  exited "$nobody_code" "without rights: fargauge $*"
}
# shellcheck disable=SC2086
if $nobody "$FARGAUGE" --version >/dev/null 2>&1 && $nobody test -r in/services_20261001T090000Z.json; then
  mkdir closed open
  chmod 777 open
  cp -p good.db open/good.db
  chmod 644 open/good.db
  chmod 755 closed
  [ -n "$nobody" ] || chmod 555 closed
  fg_nobody 4 report in --out closed/out
  says 'folder: closed/out: Permission denied'
  says_like '^hint: .*--out'
  fg_nobody 4 render --db good.db --out closed --format csv
  says_like '(closed/|good.db)'
  says_like '^hint: .'
  holds closed
  fg_nobody 4 import in --db closed/new.db
  says 'database: closed/new.db: '
  says_like '^hint: .'
  holds closed
  chmod 444 open/good.db
  fg 0 pack --db good.db --out open/written.zip
  fg_nobody 0 pack --db open/good.db --out open/pack.zip
  fg_nobody 0 verify open/pack.zip
  ok 'a pack of what may only be read is unpacked' unzip -q open/pack.zip -d open/a
  ok 'and one of what may be written' unzip -q open/written.zip -d open/b
  ok 'they are the same' diff -r open/a/pack open/b/written
  fg_nobody 4 assess --db open/good.db
  says 'open/good.db'
  says_like '^hint: .'
  same good.db open/good.db
  chmod 000 in/services_20261001T090000Z.json
  fg_nobody 3 import in --db open/unread.db
  says 'in/services_20261001T090000Z.json: cannot open: Permission denied'
  says_like '^hint: .'
  chmod 644 in/services_20261001T090000Z.json
  chmod 000 in
  fg_nobody 3 import in --db open/unread.db
  says 'in: a folder that cannot be read'
  says_like '^hint: .'
  chmod 755 in
else
  skip 'places without rights' 'no setpriv, or this folder is closed to others'
fi
