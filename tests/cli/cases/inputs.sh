# Inputs: files, folders, standard input, gzip, the same file twice, and none at all.
service web LATEST >web.json
service api 1.4.0 >api.json
mkdir -p folder/deep/.hidden folder/empty
service one LATEST >folder/one.json
service two LATEST >folder/deep/two.json
service no LATEST >folder/deep/.hidden/no.json
echo 'not an export' >folder/deep/notes.txt
service three LATEST | gzip -n >folder/three.json.gz

fg 0 import folder --db folder.db
prints 'Imported 3 files: 3 records used'
prints '1 passed over'
asks folder.db "select group_concat(path, ' ') from (select path from source order by path)" \
  'folder/deep/two.json folder/one.json folder/three.json.gz'
asks folder.db "select compression from source where path like '%gz'" gzip
fg 0 import folder/ --db slash.db
asks slash.db "select count(*) from source where path like '%//%'" 0

fg_from web.json 0 import - --db stdin.db
asks stdin.db 'select path, kind from source' '-|ecs_services'
gzip -nc web.json >web.json.gz
fg_from web.json.gz 0 import - --db gz.db
asks gz.db 'select path, compression from source' '-|gzip'
fg 3 import - --db nothing.db
says '-:1: the file is empty'

# Twice the same: by one name, by two, by the same bytes, and in a later run.
fg 0 import web.json web.json --db twice.db
asks twice.db 'select count(*) from source' 1
fg 0 import web.json ./web.json --db twice.db
prints 'files seen before'
asks twice.db 'select count(*) from source' 1
cp web.json copy.json
fg 0 import copy.json --db twice.db
prints 'Imported 0 files: 0 records used, 0 of no interest, 0 rejected; 1 files seen before.'
asks twice.db 'select count(*) from service' 1
asks twice.db "select count(*) from source_alias where path = 'copy.json'" 1

# An empty folder, and a folder without exports: done, with nothing in it.
fg 0 report folder/empty --out empty --format csv,junit
prints 'Imported 0 files'
ok 'results.csv is its header' sh -c '[ "$(wc -l <empty/results.csv)" -eq 1 ]'

# The reports may lie inside the folder that is walked: what fargauge wrote there is not read as an export.
mkdir inside
cp web.json inside/services_20261001T090000Z.json
SOURCE_DATE_EPOCH=1790900000
export SOURCE_DATE_EPOCH
fg 0 report inside --out inside/report
cp -R inside/report first-report
fg 0 report inside --out inside/report
says_nothing
same_reports first-report inside/report
unset SOURCE_DATE_EPOCH

# Two imports into one database wait for each other.
"$FARGAUGE" import web.json --db both.db --quiet 2>"$scratch/first.err" &
fg 0 import api.json --db both.db
ok 'the other import' wait $!
asks both.db 'select count(*) from service' 2

# What is no file is refused, not waited for.
fg 3 import /dev/null --db device.db
says '/dev/null'
says 'not a regular file'
# A FIFO is a pipe with a name.
mkfifo pipe
cat web.json >pipe &
fg 0 import pipe --db fifo.db
wait
asks fifo.db 'select count(*) from service' 1

# A time in the option, in the name, inside; never the file's own.
fg 0 import web.json --db option.db --captured-at 2026-10-01T18:00:00+09:00
asks option.db 'select captured_at, captured_from from source' '2026-10-01T09:00:00.000Z|option'
cp web.json services_20261002T030405Z.json
fg 0 import services_20261002T030405Z.json --db path.db
asks path.db 'select captured_at, captured_from from source' '2026-10-02T03:04:05.000Z|path'
asks stdin.db 'select captured_at, captured_from from source' '-|none'
