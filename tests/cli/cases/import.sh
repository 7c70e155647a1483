# What import says and what it does not do: summaries, dry runs, limits, what is passed over, two at once.
mkdir in
service web 1.3.0 >in/web.json
printf '{"configurationItems":[{"resourceType":"AWS::EC2::Volume"},{"resourceType":"AWS::EC2::Volume"},{"resourceType":"AWS::S3::Bucket"},{"resourceType":"AWS::ECS::Service"}]}' >in/config.json
echo hello >in/notes.txt

# One line a file, and one for all.
fg 3 import in --db a.db
prints 'in/config.json: config_items, 0 used, 3 of no interest (AWS::EC2::Volume 2, AWS::S3::Bucket 1), 1 rejected'
prints 'in/web.json: ecs_services, 1 used'
prints 'Imported 2 files: 1 records used, 3 of no interest, 1 rejected; 1 passed over (no exports).'
says 'in/config.json: 1 of its records rejected: /configurationItems/3'
fg 0 import in --db a.db
prints 'in/web.json: ecs_services, seen before'
fg 3 import in --db q.db --quiet
prints_nothing
says 'in/config.json'

# A dry run makes nothing, and leaves what is there as it is.
fg 3 import in --db dry.db --dry-run
prints 'Would import 2 files: 1 records used'
ok 'no database is made' [ ! -e dry.db ]
cp a.db before.db
service api LATEST >in/api.json
fg 0 import in --db a.db --dry-run
prints 'in/api.json: ecs_services, 1 used'
prints 'Would import 1 files: 1 records used, 0 of no interest, 0 rejected; 2 files seen before'
same a.db before.db
echo 'not a database at all, but long enough to be looked at as one' >text.db
fg 4 import in --db text.db --dry-run
says 'text.db'
fg 0 import in/web.json --db new.db
rm in/api.json

# Links and special files in a folder are named and not followed; everything passed over is in the database.
ln -s ../in in/circle
ln -s /etc/passwd in/link.json
mkfifo in/pipe.json
fg 0 import in --db a.db
says 'in/circle: passed over: a symbolic link'
says 'in/link.json: passed over: a symbolic link'
says 'in/pipe.json: passed over: not a regular file'
says_like '^hint: .'
asks a.db 'select path, reason from passed_over order by path' 'in/circle|symbolic_link
in/link.json|symbolic_link
in/notes.txt|not_an_export
in/pipe.json|special_file'
rm in/circle in/link.json in/pipe.json

# Limits: what passes one is refused or rejected with the limit's name.
fg 3 import in/web.json --db l.db --max-record 200
says 'in/web.json:1: a record is longer than the 200 bytes of --max-record'
asks l.db 'select count(*) from source' 0
fg 3 import in/web.json --db l.db --max-string 20
says 'a text in a record is longer than the 20 bytes of --max-string'
fg 3 import in/web.json --db l.db --max-depth 3
says '--max-depth'
asks l.db 'select count(*) from service' 0
fg 2 import in/web.json --db l.db --max-depth 513
says '--max-depth: 513'
fg 0 import in/web.json --db l.db --max-depth 5 --max-record 1M --max-string 1K # what was refused can be brought in
asks l.db 'select count(*) from service' 1
if command -v gzip >/dev/null; then
  { printf '{"services":[],"x":"'; head -c 40000000 /dev/zero | tr '\000' x; printf '"}'; } | gzip -9 >bomb.json.gz
  fg 3 import bomb.json.gz --db b.db
  says 'decompresses to more than 500 times its size'
  says '--max-ratio'
  fg 0 import bomb.json.gz --db b.db --max-ratio 2000
  fg 3 import bomb.json.gz --db c.db --max-ratio 2000 --max-total 30M
  says '--max-total'
else
  skip 'a compression bomb' 'no gzip'
fi

# A second import waits for the first, says so, and both end well.
mkfifo slow
service second 1.4.0 >second.json
"$FARGAUGE" import slow --db two.db >first.out 2>first.err &
first=$!
exec 9>slow
printf '{"services":[' >&9
i=0
while [ $i -lt 100 ] && [ ! -e two.db-journal ]; do # until it holds the database
  i=$((i + 1))
  sleep 0.1 2>/dev/null || sleep 1
done
"$FARGAUGE" import second.json --db two.db >"$out" 2>"$err" 9>&- & # or the pipe would stay open
second=$!
i=0
while [ $i -lt 100 ] && ! grep -q waiting "$err"; do
  i=$((i + 1))
  sleep 0.1 2>/dev/null || sleep 1
done
says 'two.db: waiting for another process that writes to it'
service_object first 1.4.0 >&9
printf ']}\n' >&9
exec 9>&-
wait $first
status=$?
exited 0 'the first import'
wait $second
status=$?
exited 0 'the second import'
asks two.db 'select count(*) from service' 2
asks two.db 'pragma integrity_check' ok
