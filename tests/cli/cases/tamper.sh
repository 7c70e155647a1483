# Whatever is done to a pack is found, and named by what was done.
. "$here/tampering.sh"
make_audit
"$FARGAUGE" pack --db audit.db --out good --quiet
input=$(cd good/data/inputs && echo ./*good.json)
input=${input#./}
other=$(cd good/data/inputs && echo ./*old.json)
other=${other#./}

# ---- what hashes find
fresh
printf ' ' >>"bad/data/inputs/$input"
found "changed: data/inputs/$input"

# what follows from one cause is no finding of its own
ok 'two findings' in_file "$out" -F 'NOT AS IT SHOULD BE, 2 findings, '
prints 'results NOT made again: 1 input is not at hand'
ok 'a line for what speaks of it' in_file "$out" -E '^Payload .*data/STATEMENT.ja.txt, .* differ too, as files do '
nok 'its size is no other finding' in_file "$out" -F Payload-Oxum
seal bad
found 'not at hand: given/good.json'
ok 'two findings again' in_file "$out" -F 'NOT AS IT SHOULD BE, 2 findings, '
prints "added: data/inputs/$input: it does not come out"
prints 'data/pack.json differ too, as files do'

fresh
rm "bad/data/inputs/$input"
found "missing: data/inputs/$input"

fresh
echo more >bad/data/inputs/00099-more.json
found 'added: data/inputs/00099-more.json'

fresh
mv "bad/data/inputs/$input" bad/data/inputs/00099-more.json
found_by_files "renamed: data/inputs/$input: it is now data/inputs/00099-more.json"

fresh
mv "bad/data/inputs/$input" kept
mv "bad/data/inputs/$other" "bad/data/inputs/$input"
mv kept "bad/data/inputs/$other"
found_by_files "exchanged: data/inputs/$input: with data/inputs/$other"

fresh
: >"bad/data/inputs/$input"
found_by_files "changed: data/inputs/$input"

fresh
head -c 4096 good/data/fargauge.db >bad/data/fargauge.db
found_by_files 'changed: data/fargauge.db'

fresh
edit bad/data/STATEMENT.txt 's/fargauge/somebody/'
found_by_files 'changed: data/STATEMENT.txt'

# ---- manifests
fresh
edit bad/manifest-sha256.txt "/$input/d"
seal_tags bad
found "added: data/inputs/$input: manifest-sha256.txt does not list it"

fresh
edit bad/manifest-sha256.txt "s/^[0-9a-f]*\(.*$input\)/0000000000000000000000000000000000000000000000000000000000000000\1/"
seal_tags bad
found_by_files "changed: data/inputs/$input"

fresh
edit bad/manifest-sha256.txt "s/^[0-9a-f]*\(.*$input\)/d41d8cd98f00b204e9800998ecf8427e\1/"
seal_tags bad
found_by_files 'its hash is no SHA-256'

fresh
sort -r good/manifest-sha256.txt >bad/manifest-sha256.txt
seal_tags bad
found_by_files 'reordered: manifest-sha256.txt'

fresh
tail -n 1 good/manifest-sha256.txt >>bad/manifest-sha256.txt
seal_tags bad
found_by_files 'lists it twice'

fresh
sed 's/$/\r/' good/manifest-sha256.txt >bad/manifest-sha256.txt
seal_tags bad
found_by_files 'malformed: manifest-sha256.txt: line 1: it ends in CR LF'

fresh
{ printf '\357\273\277' && cat good/manifest-sha256.txt; } >bad/manifest-sha256.txt
seal_tags bad
found_by_files 'malformed: manifest-sha256.txt: line 1: a byte order mark stands before it'

fresh
tr a-f A-F <good/tagmanifest-sha256.txt >bad/tagmanifest-sha256.txt
found_by_files 'malformed: tagmanifest-sha256.txt: line 1'

fresh
printf '%s  ../../etc/passwd\n' "$(sha256sum /etc/passwd | cut -d ' ' -f 1)" >>bad/manifest-sha256.txt
seal_tags bad
found_by_files '../../etc/passwd does not belong here'

fresh
rm bad/tagmanifest-sha256.txt
found 'missing: tagmanifest-sha256.txt'

fresh
rm bad/manifest-sha256.txt
found 'missing: manifest-sha256.txt'

fresh
rm bad/bagit.txt
found 'missing: bagit.txt'

fresh
edit bad/bagit.txt 's/1\.0/0.97/'
seal_tags bad
found 'malformed: bagit.txt: it does not declare BagIt 1.0'

fresh
edit bad/bag-info.txt 's/^Payload-Oxum: .*/Payload-Oxum: 1.1/'
seal_tags bad
found 'malformed: bag-info.txt: Payload-Oxum is 1.1'
edit bad/bag-info.txt '/^Payload-Oxum/d'
seal_tags bad
found 'malformed: bag-info.txt: it has no Payload-Oxum'

fresh
edit bad/bag-info.txt 's/^Bagging-Date: .*/Bagging-Date: 2020-01-01/'
found 'changed: bag-info.txt: SHA-256 is'
seal_tags bad
found 'changed: bag-info.txt: other bytes come out'

fresh
echo note >bad/note.txt
(cd bad && sha256sum bag-info.txt bagit.txt manifest-sha256.txt note.txt >tagmanifest-sha256.txt)
found 'added: note.txt: no part of what fargauge packs'

fresh
(cd bad && md5sum data/pack.json >manifest-md5.txt)
found_by_files 'added: manifest-md5.txt: a manifest of another algorithm'

fresh
echo 'http://example.org/x - data/x' >bad/fetch.txt
found_by_files 'added: fetch.txt: it names files that lie elsewhere'

# ---- all hashes made to fit: what was imported and judged again finds it
fresh
edit bad/data/reports/results.csv 's/FAILED/PASSED/'
seal bad
found 'changed: data/reports/results.csv: other bytes come out when the audit is packed again'

fresh
edit bad/data/reports/report.html 's/FAILED/PASSED/'
seal bad
found 'changed: data/reports/report.html'

fresh
edit bad/data/STATEMENT.ja.txt '1s/^/x/'
seal bad
found 'changed: data/STATEMENT.ja.txt'

fresh
edit bad/data/inputs.csv '2d'
seal bad
found 'changed: data/inputs.csv'
nok 'that is the cause itself' in_file "$out" -F 'differ too'

fresh
edit bad/data/import-log.csv '$d'
seal bad
found 'changed: data/import-log.csv'

fresh
edit bad/data/ruleset/sql/controls/ECS.10.sql '1s/^/-- /'
seal bad
found 'changed: data/ruleset/sql/controls/ECS.10.sql'

fresh
rm bad/data/ruleset/sql/catalog/30-platform-versions.sql
seal bad
found 'missing: data/ruleset/sql/catalog/30-platform-versions.sql: it comes out'

fresh
edit bad/data/pack.json 's/"second"/"third"/'
seal bad
found 'changed: data/pack.json'

fresh
echo '{' >bad/data/pack.json
seal bad
found 'malformed: data/pack.json'

fresh
rm bad/data/pack.json
seal bad
found 'missing: data/pack.json'

fresh
edit bad/data/pack.json 's/"lang": *"en"/"lang":"xx"/'
seal bad
found 'data/pack.json'

fresh
printf '\n' >>"bad/data/inputs/$input"
seal bad
found 'not at hand: given/good.json'

fresh
mv "bad/data/inputs/$input" kept
mv "bad/data/inputs/$other" "bad/data/inputs/$input"
mv kept "bad/data/inputs/$other"
seal bad
found "changed: data/inputs/$input: other bytes come out"

fresh
mv "bad/data/inputs/$input" bad/data/inputs/00001-other.json
seal bad
found "added: data/inputs/00001-other.json: it does not come out"

fresh
echo '{"services":[]}' >bad/data/inputs/00099-more.json
seal bad
found 'added: data/inputs/00099-more.json: it does not come out'

# ---- rows of the database
changed_db "update assessment_reason set status = 'PASSED' where reason = (select q.reason from assessment_reason q
  where q.assessment_id = 2 and q.control_id = 'ECS.10' and q.status = 'FAILED' limit 1) and assessment_id = 2"
found 'another: reason: assessment 2 ECS.10'
prints 'status is PASSED, made again FAILED'

changed_db "update result set actual = '1.4.0' where actual = '1.2.0'"
found 'actual is 1.4.0, made again 1.2.0'
prints 'another: result: assessment 1 ECS.10 arn:aws:ecs:eu-west-1:123456789012:service/web/archived'
ok 'the last line counts' in_file "$out" -E '^bad: NOT AS IT SHOULD BE, [0-9]+ findings, not signed, results made again: [0-9]+ of [0-9]+ the same$'

changed_db "delete from result where actual = '1.2.0'"
found 'missing: result: assessment 1 ECS.10 arn:aws:ecs:eu-west-1:123456789012:service/web/archived'

changed_db "update result set waiver_id = (select min(id) from waiver) where waiver_id is null and actual = '1.2.0'"
found 'status is WAIVED, made again FAILED'

changed_db "insert into waiver (record_id, waiver_id, control_id, resource, reason, owner, approver, approved_at, expires_at)
  select record_id, 'W-2', 'ECS.10', '*', 'x', 'x', 'x', approved_at, expires_at from waiver"
found 'added: waiver: W-2'

changed_db "update assessment_parameter set value = '1.3.0' where origin = 'option'"
found 'another: result: assessment 1'

changed_db "update assessment_parameter set value = '1.3.0' where origin = 'default' and name = 'latestLinuxVersion'"
found 'another: parameter: assessment 2 ECS.10.latestLinuxVersion: value is 1.3.0, made again 1.4.0'

changed_db "update assessment set as_of = '2026-09-01T00:00:00.000Z' where id = 2"
found 'another: assessment: assessment 2: as_of is 2026-09-01T00:00:00.000Z'

changed_db "update assessment set as_of = '2026-09-01T00:00:00.000Z', as_of_from = 'option' where id = 2"
found 'added: result: assessment 2'

changed_db "pragma foreign_keys = off; delete from assessment where id = 1"
found 'dropped: assessment 1: there are later ones, but not this'

changed_db "update assessment set label = '2026-Q4' where id = 2"
found 'changed: data/pack.json'

changed_db "update assessment set generated_at = '2026-12-24T00:00:00.000Z' where id = 2"
found 'changed: data/pack.json'

changed_db "update assessment_control set failed = 0 where failed > 0"
found 'another: count: assessment'

changed_db "update handed_over set position = position + 100 where run = 1;
  update handed_over set position = 105 - position where run = 1"
found 'reordered: handed over: 2 files'

changed_db "delete from handed_over where path = 'given/old.json'"
found 'added: source: '

changed_db "update handed_over set captured_at = null where path = 'given/old.json'"
found 'captured_at is 2026-10-01T00:00:00.000Z, made again'

changed_db "update handed_over set outcome = 'loaded' where outcome = 'refused'"
found 'outcome is loaded, made again refused'

changed_db "update import_run set max_record = 10 where run = 1"
found 'another: handed over: run 1, file 2: outcome is loaded, made again refused'

changed_db "delete from rejected_source"
found 'missing: refused file: given/broken.json'

changed_db "update source set captured_at = '2026-09-01T00:00:00.000Z' where path = 'given/old.json'"
found 'another: source: '

changed_db "update record set pointer = '/services/7' where id = 1"
found 'record: '

changed_db "update service set platform_version = '1.4.0' where platform_version = '1.3.0'"
found 'another: table service: 1 of its rows do not come out, 1 are missing'

changed_db "update resource set name = 'other' where name = 'old'"
found 'name is other, made again old'

changed_db "insert into own_rule values ('sql/own/controls/X.1.sql', 'create view control_X as select 1')"
found 'another than this program'

changed_db "drop view v_results; create view v_results as select 'PASSED' as status"
found 'schema: data/fargauge.db: changed: the view v_results'

changed_db "create trigger t after insert on result begin delete from gap; end"
found 'schema: data/fargauge.db: added: the trigger t'

# one that is called as SQLite's own things are, which takes writing into the schema
changed_db "create trigger t after insert on result begin delete from gap; end; pragma writable_schema = 1;
  update sqlite_master set name = 'sqlite_t', sql = 'create trigger sqlite_t after insert on result begin delete from gap; end'
  where name = 't'"
found 'schema: data/fargauge.db: added: the trigger sqlite_t'

changed_db "create table more (x)"
found 'schema: data/fargauge.db: added: the table more'

changed_db "alter table result rename to result_2; create view result as select * from result_2"
found 'schema: data/fargauge.db'

changed_db "pragma user_version = 99"
found 'newer: data/fargauge.db: its schema 99 is newer'

changed_db "pragma application_id = 1"
found 'it is no database of fargauge'

changed_db "update catalog set digest = replace(digest, 'a', 'b')"
found 'not proved: reports, statements and rules: fargauge '

changed_db "insert into own_rule values ('sql/own/controls/X.1.sql', 'drop table result')"
found 'not made: data/fargauge.db: its own rules cannot be used'

fresh
echo 'no database' >bad/data/fargauge.db
seal bad
found 'damaged: data/fargauge.db'

fresh
dd if=/dev/zero of=bad/data/fargauge.db bs=1000 count=50 seek=200 conv=notrunc 2>/dev/null
seal bad
found 'damaged: data/fargauge.db'

# An older one, which is brought up to today's schema in a copy, and whose head says that it may not be written.
fresh
"$ASK" bad/data/fargauge.db 'pragma user_version = 6' >/dev/null
printf '\003' | dd of=bad/data/fargauge.db bs=1 seek=18 conv=notrunc 2>/dev/null
seal bad
found 'damaged: data/fargauge.db: it says that it may not be written'

fresh
rm bad/data/fargauge.db
seal bad
found 'missing: data/fargauge.db'
