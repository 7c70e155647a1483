# The CSV files beside results.csv: what stands in them, and that none is taken for an input or takes one's place.
cp "$SAMPLES/waivers.csv" handed.csv
{ head -1 handed.csv; echo 'W-1,ECS.10,*,,because,a,b,2026-09-01,soon,T-1'; } >broken.csv
service web 1.3.0 >web_20261001T090000Z.json
cp web_20261001T090000Z.json again_20261002T090000Z.json
echo '{"clusters":[1' >broken.json
fg 3 report web_20261001T090000Z.json again_20261002T090000Z.json broken.json --waivers broken.csv --out out --format csv
for file in $csv_files; do
  prints "Wrote out/$file"
done
header_of() {
  head -1 "out/$1" >found
  printf '%s\r\n' "$2" >wanted
  ok "columns of $1" cmp found wanted
}
header_of requirements.csv 'framework_id,framework,framework_version,requirement,title,status,controls,controls_not_judged,total,failed,insufficient_data,waived,passed,not_applicable'
header_of sources.csv 'path,outcome,kind,bytes,sha256,captured_at,captured_from,capture_counts,records,rejected,of_no_interest,more_pages,compression,encoding,archive,archive_bytes,archive_sha256,reason,line,byte_offset,tool_version'
header_of waivers.csv 'waiver_id,control_id,resource,account_id,reason,owner,requester,approver,approved_at,expires_at,ticket,waiver_state,in_force,covered,covered_resources,matching,failing,issues,message,source,record,line'
header_of gaps.csv 'gap_kind,title,account_id,region,resource_type,resource,detail,expected,source,record,message'

# Everything handed over is in sources.csv, and sums count each file once.
bytes=$(wc -c <web_20261001T090000Z.json | tr -d ' ')
hash=$(sha256sum web_20261001T090000Z.json 2>/dev/null | cut -d' ' -f1)
ok 'a file that is used' grep -q "^again_20261002T090000Z.json,used,ecs_services,$bytes,$hash,2026-10-02T09:00:00Z,path,1,1,0,0,0,none,utf-8,,,,,,,[0-9.]*.\$" out/sources.csv
ok 'the same bytes under another name' grep -q "^web_20261001T090000Z.json,again,ecs_services,$bytes,$hash,2026-10-01T09:00:00Z,path,0,,,,,none,utf-8," out/sources.csv
ok 'a file that was refused, with its reason and line' grep -q '^broken.json,refused,,15,.*,the text ends inside an array,2,15,' out/sources.csv
ok 'results.csv names a path of sources.csv' grep -q 'again_20261002T090000Z.json,/services/0,' out/results.csv
ok 'a row of a waiver file that could not be used' grep -q '^,,,,,,,,,,,rejected,0,0,,,,malformed,.*,broken.csv,/0,2.$' out/waivers.csv
ok 'a gap, and what to ask for' grep -q '^clusters_not_exported,No clusters exported,123456789012,eu-west-1,AWS::ECS::Cluster,,1,,,,.*Ask for aws ecs describe-clusters' out/gaps.csv
ok 'a file that was refused is a gap' grep -q '^file_refused,Files refused,,,,broken.json,' out/gaps.csv
fg 1 render --db out/fargauge.db --out ja --format csv --lang ja
ok 'in Japanese' grep -q '^clusters_not_exported,クラスターの証跡がない場所,' ja/gaps.csv

# The numbers are those of the views that the other reports show.
fg 1 report "$SAMPLES" --waivers "$SAMPLES/waivers.csv" --out whole --format csv
rows() { sed 1d "whole/$1" | wc -l | tr -d ' '; }
asks whole/fargauge.db 'select count(*) from v_requirement' "$(rows requirements.csv)"
asks whole/fargauge.db "select (select count(*) from v_handover) + (select count(*) from rejected_source) + (select count(*) from passed_over where reason <> 'not_an_export')" "$(rows sources.csv)"
asks whole/fargauge.db 'select count(*) from waiver' "$(rows waivers.csv)"
asks whole/fargauge.db 'select count(*) from gap g join v_assessment_id a on a.assessment_id = g.assessment_id' "$(rows gaps.csv)"
asks whole/fargauge.db 'select count(*) from v_results' "$(rows results.csv)"
asks whole/fargauge.db 'select count(*) from v_results where source not in (select path from v_handover)' 0
asks whole/fargauge.db "select sum(covered) from v_waiver_state" "$(cut -d, -f3 whole/results.csv | grep -c WAIVED)"
ok 'what a waiver covers' grep -q ',in_use,1,1,arn:aws:ecs:ap-northeast-1:111122223333:service/backoffice/vendor-edi,1,0,' whole/waivers.csv
ok 'a failing requirement' grep -q '^pci-dss-4.0.1,PCI DSS,v4.0.1,6.3.3,.*,FAILED,ECS.10,,' whole/requirements.csv

# Where controls were chosen, requirements and waivers say what was not judged.
fg 1 report "$SAMPLES" --waivers "$SAMPLES/waivers.csv" --out part --format csv --control ECS.5
ok 'a requirement that rests on others too' grep -q '^nist-800-53-r5,.*,AC-3,.*,FAILED,"ECS.2, ECS.4, ECS.5, ECS.17","ECS.2, ECS.4, ECS.17",' part/requirements.csv
ok 'one that rests on others alone' grep -q '^pci-dss-4.0.1,.*,6.3.3,.*,not_judged,ECS.10,ECS.10,0,' part/requirements.csv
ok 'a waiver of another control' grep -q '^W-2026-011,.*,not_judged,1,0,,' part/waivers.csv

# --csv-bom: three bytes, in every CSV file and in no other.
fg 1 render --db whole/fargauge.db --out bom --csv-bom
fg 1 render --db whole/fargauge.db --out plain
printf '\357\273\277' >mark
for file in $csv_files; do
  cat mark "plain/$file" >wanted
  same "bom/$file" wanted
done
for file in report.html junit.xml; do
  same "bom/$file" "plain/$file"
done
fg 1 report web_20261001T090000Z.json --out direct --format csv --csv-bom
ok 'report takes it too' sh -c 'head -c 3 direct/gaps.csv | cmp - mark'

# What is ours is no input, by name or in a folder, marked or not.
for file in $csv_files; do
  for folder in bom plain; do
    fg 3 import "$folder/$file" --db own.db
    says 'that fargauge itself writes'
    says_like '^hint: give '
  done
done
fg 3 report web_20261001T090000Z.json --waivers plain/waivers.csv --out own --format csv
says 'plain/waivers.csv:1: not an export this version reads: it looks like the waivers that fargauge itself writes'
mkdir folder
cp web_20261001T090000Z.json folder/
fg 1 report folder --out folder --format csv
cp folder/results.csv first.csv
fg 1 report folder --out folder --format csv
prints '7 passed over (no exports)' # the database too
same folder/results.csv first.csv
nok 'reports of an earlier run are no sources' grep -q '^folder/waivers.csv' folder/sources.csv
ln -s ../broken.json folder/link.json
fg 1 report folder --out folder --format csv
ok 'a link that was not followed is told' grep -q '^folder/link.json,passed_over,.*,symbolic_link,' folder/sources.csv

# An input is never replaced, by report or by render, whichever report has its name.
mkdir mine
cp handed.csv mine/waivers.csv
fg 2 report web_20261001T090000Z.json --waivers mine/waivers.csv --out mine --format csv
says '--out: mine/waivers.csv: an export or a waiver file stands there'
says_like '^hint: name another folder'
holds mine waivers.csv
same mine/waivers.csv handed.csv
fg 2 render --db whole/fargauge.db --out mine
holds mine waivers.csv
fg 1 render --db whole/fargauge.db --out mine --format junit
holds mine junit.xml waivers.csv
same mine/waivers.csv handed.csv
