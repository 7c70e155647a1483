# Outputs that cannot be written: exit code 4, nothing half done, no temporary file left.
service web LATEST >web.json
: >file
fg 4 report web.json --out file
says 'folder: file: '
says_like '^hint: .*--out'
fg 4 report web.json --out file/below
says_like '^hint: .'
fg 0 import web.json --db web.db
fg 0 assess --db web.db
fg 4 render --db web.db --out file
says 'folder: file: '

# A folder stands where a report should be: what is there stays, the others are complete or absent.
mkdir -p taken/results.csv
fg 4 render --db web.db --out taken --format csv
says 'taken/results.csv'
says_like '^hint: .'
holds taken results.csv
holds taken/results.csv
fg 4 report web.json --out taken --format csv
holds taken fargauge.db results.csv

# A report that is there is replaced whole, whoever may read it, and a link's target is left alone.
mkdir replaced
echo old >replaced/results.csv
echo mine >mine
ln -s ../mine replaced/junit.xml
fg 0 render --db web.db --out replaced --format csv,junit
ok 'the new results.csv' grep -q '^control_id,' replaced/results.csv
ok 'what the link pointed to is as it was' grep -qx mine mine
holds replaced junit.xml $csv_files

# The umask decides who may read.
(umask 027 && "$FARGAUGE" render --db web.db --out masked --format csv >"$out" 2>"$err")
ok 'mode 640 under umask 027' sh -c '[ "$(ls -l masked/results.csv | cut -c1-10)" = -rw-r----- ]'

if [ "$(id -u)" -eq 0 ]; then
  skip 'a folder that may not be written' 'root may write everywhere'
else
  mkdir closed
  chmod 555 closed
  fg 4 render --db web.db --out closed
  says 'closed'
  holds closed
  fg 4 report web.json --out closed
fi

# A disk without room.
if [ -c /dev/full ]; then
  "$FARGAUGE" render --db web.db --out full >/dev/full 2>"$err"
  status=$?
  exited 4 'render >/dev/full'
  says 'standard output: '
  says_like '^hint: .'
  ok 'the reports were written all the same' test -s full/results.csv
  for words in --help --version controls 'controls ECS.10' 'report --help'; do
    "$FARGAUGE" $words >/dev/full 2>"$err"
    status=$?
    exited 4 "$words >/dev/full"
  done
else
  skip 'a full standard output' 'there is no /dev/full'
fi

# Standard output closed: an error, and nothing of the text lands in a file that was opened instead.
printf "\n" >"$scratch/newline"
"$FARGAUGE" report web.json --out shut --format csv >&- 2>"$err"
status=$?
exited 4 'report >&-'
asks shut/fargauge.db 'pragma integrity_check' ok
ok 'results.csv is whole' sh -c 'tail -c 1 shut/results.csv | cmp -s - "$1"' - "$scratch/newline"
"$FARGAUGE" report web.json --out shut --format csv --quiet >&- 2>"$err"
status=$?
exited 0 'report --quiet >&- has nothing to say'
"$FARGAUGE" report nowhere.json --out shut 2>&-
status=$?
ok 'standard error closed: the code is there all the same' test "$status" -eq 4
"$FARGAUGE" report - --out shut --format csv <&- >"$out" 2>"$err"
status=$?
exited 3 'report - <&-'
says_like '^hint: .'
