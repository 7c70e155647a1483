# SIGINT, SIGTERM and SIGHUP at any moment of a long run: the program dies by them, tells so, and leaves nothing half-made.
moments=${MOMENTS:-6}
SOURCE_DATE_EPOCH=1793520000
TMPDIR=$scratch/tmp
export SOURCE_DATE_EPOCH TMPDIR
mkdir "$TMPDIR" in more

# Enough of everything that each command takes a while.
i=0
while [ $i -lt 150 ]; do
  i=$((i + 1))
  service "s$i" 1.3.0 >"in/${i}_20261001T000000Z.json"
  service "t$i" 1.4.0 >"more/${i}_20261001T000000Z.json"
done
printf '{"services":[' >in/big_20261001T000000Z.json
for n in 0 1 2 3 4 5 6 7 8 9 a b c d e f g h; do
  for m in 0 1 2 3 4 5 6 7 8 9 a b c d e f; do
    service_object "big-$n$m" 1.3.0
    printf ,
  done
done >>in/big_20261001T000000Z.json
service_object last 1.3.0 >>in/big_20261001T000000Z.json
printf ']}' >>in/big_20261001T000000Z.json

quiet() { "$FARGAUGE" "$@" --quiet >"$scratch/said" 2>&1; }
quiet import in --db base.db
quiet assess --db base.db
quiet import more --db other.db
quiet pack --db base.db --out base.zip
quiet pack --db base.db --out base
cp base.db compared.db
quiet import more --db compared.db
quiet assess --db compared.db --label later
ssh-keygen -q -t ed25519 -N '' -C auditor -f id
ok 'a base to work on' [ -f base.zip ]

# What each command starts from, and whether what it made (a part of it: not finished) is right.
prepare_import() { :; }
whole_import() { contents place/new.db; }
command_import() { set_command import in --db place/new.db; }
prepare_assess() { cp base.db place/audit.db; }
whole_assess() { "$ASK" place/audit.db 'select status, count(*) from v_results group by 1 order by 1'; }
command_assess() { set_command assess --db place/audit.db --exit-zero; }
prepare_report() { :; }
whole_report() { (cd place/out 2>/dev/null && for file in *.html *.csv junit.xml; do [ ! -f "$file" ] || sha256sum "$file"; done); }
command_report() { set_command report in --out place/out --exit-zero; }
prepare_zip() { :; }
whole_zip() { [ ! -e place/new.zip ] || sha256sum <place/new.zip; }
command_zip() { set_command pack --db base.db --out place/new.zip; }
prepare_folder() { :; }
whole_folder() { [ ! -e place/new ] || (cd place/new && cat tagmanifest-sha256.txt && sha256sum -c --quiet manifest-sha256.txt); }
command_folder() { set_command pack --db base.db --out place/new; }
prepare_verify() { :; }
whole_verify() { :; }
command_verify() { set_command verify base.zip; }
prepare_sign() { cp base.zip place/signed.zip; }
whole_sign() { [ ! -e place/signed.zip ] || sha256sum <place/signed.zip; }
command_sign() { set_command sign place/signed.zip --ssh id; }
prepare_diff() { :; }
whole_diff() { [ ! -e place/diff ] || (cd place/diff && find . -type f -exec sha256sum {} +); }
command_diff() { set_command diff --db compared.db --out place/diff; }
prepare_merge() { cp base.db place/into.db; }
whole_merge() { contents place/into.db; }
command_merge() { set_command merge other.db --into place/into.db; }
prepare_new_merge() { :; }
whole_new_merge() { contents place/merged.db; }
command_new_merge() { set_command merge other.db base.db --into place/merged.db; }

set_command() { command="$*"; }
contents() { [ ! -s "$1" ] || "$ASK" "$1" 'select path, sha256 from source order by 1, 2' 2>/dev/null; }

# Nothing in the way: no temporary file or folder, no journal, no broken database.
is_clean() {
  find place -name '.?*' ! -name . >"$scratch/left"
  find place -name '*-journal' >>"$scratch/left"
  find "$TMPDIR" -mindepth 1 >>"$scratch/left"
  [ ! -s "$scratch/left" ] || { cat "$scratch/left"; return 1; }
  find place -name '*.db' -size +0 >"$scratch/databases"
  while IFS= read -r database; do
    [ "$("$ASK" "$database" 'pragma integrity_check')" = ok ] || { echo "$database is damaged"; return 1; }
  done <"$scratch/databases"
}

# Every line of what is there is one of what is whole; for all but imports and reports, it is there or it is not, or as it was before.
is_part() {
  case $1 in
  import | report | diff) awk 'NR == FNR { has[$0] = 1; next } !has[$0] { print "not in the whole: " $0; bad = 1 } END { exit bad }' "$scratch/whole" "$scratch/part" ;;
  assess | merge | sign) cmp "$scratch/part" "$scratch/before" || cmp "$scratch/part" "$scratch/whole" ;;
  *) [ ! -s "$scratch/part" ] || cmp "$scratch/part" "$scratch/whole" ;;
  esac
}

told() { grep -q "^fargauge: stopped: by SIG$1: nothing half-made is left" "$err" && grep -q '^hint: .' "$err"; }

set -- INT TERM HUP
seed=4711 killed=0 said=0
for what in ${COMMANDS:-import assess report diff zip folder sign verify merge new_merge}; do
  "command_$what"
  mkdir place && "prepare_$what"
  "whole_$what" >"$scratch/before"
  # shellcheck disable=SC2086  # the command is meant to fall apart into words
  run=$("$KILL_AFTER" 0 "$FARGAUGE" $command --quiet 2>"$err" | tail -1)
  "whole_$what" >"$scratch/whole"
  ok "$what: a run that nobody disturbs is clean" is_clean
  moment=0
  while [ $moment -lt $moments ]; do
    rm -rf place
    mkdir place && "prepare_$what"
    moment=$((moment + 1))
    signal=$1
    shift
    set -- "$@" "$signal"
    seed=$(((seed * 1103515245 + 12345) % 2147483648))
    after=$((run / moments * (moment - 1) + seed / 65536 * (run / moments / 100) * 100 / 32768 + 1))
    # shellcheck disable=SC2086
    "$KILL_AFTER" "--$signal" "$after" "$FARGAUGE" $command --quiet >"$scratch/took" 2>"$err"
    status=$?
    [ $status -lt 2 ] || ok "$what: ended by SIG$signal after $after microseconds" cat "$err" /nowhere
    [ $status -ne 0 ] || killed=$((killed + 1))
    [ $status -ne 1 ] || run=$(tail -1 "$scratch/took") # the machine is faster now
    ! told "$signal" || said=$((said + 1))
    ! grep -qE 'Sanitizer|runtime error:' "$err" || ok "$what: no sanitizer speaks" cat "$err" /nowhere
    is_clean >"$scratch/found" 2>&1 || ok "$what: clean after $after microseconds" cat "$scratch/found" /nowhere
    "whole_$what" >"$scratch/part" 2>&1
    is_part "$what" >"$scratch/found" 2>&1 || ok "$what: as before, or whole, after $after microseconds" cat "$scratch/found" /nowhere
    case $what in # where it is there it is not written twice
    zip | folder | sign) ! cmp -s "$scratch/part" "$scratch/whole" || continue ;;
    esac
    # shellcheck disable=SC2086
    "$FARGAUGE" $command --quiet >"$scratch/took" 2>&1
    "whole_$what" >"$scratch/part"
    [ "$what" = assess ] || cmp -s "$scratch/part" "$scratch/whole" || ok "$what: the next run works" cat "$scratch/took" /nowhere
  done
  ok "$what: $moments signals, clean each time" [ $moment -eq "$moments" ]
  rm -rf place
done
ok "$killed runs were ended" [ $killed -ge 8 ]
ok "$said said so" [ $said -ge 8 ]
mkdir place

# Waiting for what never comes.
mkfifo silent
fg_signalled() { # SIGNAL ARGUMENT...: within two seconds, from a named pipe that nobody writes to
  "$KILL_AFTER" "--$1" 500000 "$FARGAUGE" import "$2" --db place/piped.db --quiet <"$3" >"$scratch/took" 2>"$err"
}
ok 'a named pipe without a writer' fg_signalled TERM silent /dev/null
ok 'tells it' told TERM
sleep 600 >silent &
sleeper=$!
exec 9<silent
ok 'standard input that stays silent' fg_signalled INT - silent
ok 'tells it, too' told INT
ok 'a named pipe that stays silent' fg_signalled HUP silent /dev/null
exec 9<&-
kill $sleeper
ok 'clean' is_clean

# Another process holds the database.
fg 0 import more --db place/held.db
"$ASK" place/held.db 'begin immediate; with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n' &
holder=$!
sleep 1
ok 'waiting for another process' "$KILL_AFTER" --TERM 500000 "$FARGAUGE" assess --db place/held.db --quiet 2>"$err"
kill $holder
wait $holder 2>/dev/null
asks place/held.db 'pragma integrity_check' ok
