# Assessments are listed, and taken back without being lost; a taken-back one counts nowhere. An assessment of nothing is none.

SOURCE_DATE_EPOCH=1790845200
export SOURCE_DATE_EPOCH
for month in 1 2 3; do
  mkdir -p x/$month
  service web 1.$month.0 >x/$month/services_20260${month}01T000000Z.json
  fg 0 import x/$month --db a.db --quiet
  fg 1 assess --db a.db --label m$month --control ECS.10,ECS.2 --quiet
done
asks a.db 'pragma foreign_key_check' ''
cp a.db before.db
fg 1 render --db before.db --out before --format html,csv,junit

# ---- listing
fg 1 assess --db a.db --as-of 2026-02-15T00:00:00Z --quiet
fg 0 status --db a.db --assessments
prints '  1  m1     2026-01-01 00:00:00 UTC       1'
prints '  4  -      2026-02-15 00:00:00 UTC'
ok 'what was chosen' grep -q ' m3 .* Controls: ECS.10, ECS.2$' "$out"
ok 'the newest is the one made last' grep -q '^ *4 .* the newest' "$out"
fg 0 status --db a.db --assessments --lang ja
prints '最新'

# ---- wrong words
fg 2 assess --db a.db --withdraw m9 --reason slip --by me
says '--withdraw: m9: no assessment has this label or number'
fg 2 assess --db a.db --withdraw m1 --by me
says 'assess: --withdraw: --reason is missing'
fg 2 assess --db a.db --withdraw m1 --reason slip
says 'assess: --withdraw: --by is missing'
fg 2 assess --db a.db --reason slip
says 'assess: --reason: --withdraw is missing'
fg 2 assess --db a.db --withdraw m1 --label x --reason slip --by me
says 'nothing is judged with it, so --label is of no use'
fg 2 assess --db a.db --withdraw m1 --reason "$(printf 'a\nb')" --by me
says '--reason: '

# ---- the newest: the one before it is shown again, as it was
fg 0 assess --db a.db --withdraw 4 --reason 'a wrong --as-of' --by 'A. Auditor'
prints 'Withdrew assessment 4: 4'
asks a.db 'select assessment_id, label, reason, withdrawn_by, withdrawn_at, shown_id from withdrawal' \
  '4|-|a wrong --as-of|A. Auditor|2026-10-01T09:00:00.000Z|3'
asks a.db 'select count(*) > 0 from v_result where assessment_id = 4' 1
asks a.db 'pragma foreign_key_check' ''
fg 1 render --db a.db --out again --format html,csv,junit
ok 'the reports are those of before' diff -r before again
fg 0 status --db a.db --assessments
prints 'withdrawn by A. Auditor at 2026-10-01 09:00:00 UTC: a wrong --as-of'
fg 2 assess --db a.db --withdraw 4 --reason again --by me
says '--withdraw: 4: it was withdrawn at 2026-10-01T09:00:00Z by A. Auditor'
fg 0 explain ECS.10:arn:aws:ecs:eu-west-1:123456789012:service/web/web --db a.db

# ---- another: its label is free, and nothing counts it
fg 0 assess --db a.db --withdraw m2 --reason 'the export was cut' --by 'A. Auditor' --quiet
asks a.db 'select count(*) from v_moment' 2
fg 2 diff --db a.db --from m2
says '--from: m2: no assessment has this label'
fg 0 diff --db a.db --exit-zero
prints 'From  m1  2026-01-01'
fg 1 assess --db a.db --label m2 --as-of 2026-02-01T00:00:00Z --control ECS.10,ECS.2 --quiet
fg 0 assess --db a.db --withdraw m2 --reason 'once more' --by 'B. Auditor' --quiet
asks a.db 'select group_concat(assessment_id || ifnull(label, 0), " ") from withdrawal' '40 2m2 5m2'
fg 1 diff --db a.db
prints 'To    m3'

# ---- evidence that came in between: nobody can make the former's working rows again
cp a.db b.db
service web LATEST >x/services_20260401T000000Z.json
fg 0 import x/services_20260401T000000Z.json --db b.db --quiet
fg 0 assess --db b.db --label m4 --exit-zero --quiet
fg 0 assess --db b.db --withdraw m4 --reason slip --by me --quiet
for command in status 'render --out o' 'pack --out o.bag'; do
  fg 2 $command --db b.db
  says 'the newest assessment was withdrawn'
done
fg 0 status --db b.db --assessments
fg 0 assess --db b.db --label m4 --quiet
fg 0 status --db b.db

# ---- a pack carries them, and verify does them again
fg 0 pack --db a.db --out a.bag
ok 'the statement names them' grep -q '^- Withdrawn: m2, as of 2026-02-01 00:00:00 UTC, by A. Auditor at 2026-10-01 09:00:00 UTC: the export was cut' a.bag/data/STATEMENT.txt
ok 'pack.json too' grep -q '^{"assessment":4,"reason":"a wrong --as-of","by":"A. Auditor","at":"2026-10-01T09:00:00.000Z"' a.bag/data/pack.json
fg 0 verify a.bag
says_nothing
fg 0 pack --db b.db --out b.bag
fg 0 verify b.bag
says_nothing
sealed() { (cd "$1" && find data -type f | LC_ALL=C sort | xargs sha256sum >manifest-sha256.txt && sha256sum bag-info.txt bagit.txt manifest-sha256.txt >tagmanifest-sha256.txt); }
cp -r a.bag t.bag
chmod -R u+w t.bag
"$ASK" t.bag/data/fargauge.db "update withdrawal set reason = 'none of yours' where number = 2"
sealed t.bag
fg 1 verify t.bag
prints 'changed: data/STATEMENT.txt: other bytes come out'
cp a.bag/data/fargauge.db t.bag/data/fargauge.db
"$ASK" t.bag/data/fargauge.db "delete from withdrawal where number = 2"
sealed t.bag
fg 1 verify t.bag
ok 'one that was taken out is found' grep -q 'withdrawal 2' "$out"

# ---- merging leaves those of the target, and brings none
cp a.db c.db
fg 0 merge x/1/../../before.db --into c.db
asks c.db 'select count(*) from withdrawal' 3
fg 0 merge a.db --into d.db
asks d.db 'select count(*) from withdrawal' 0

# ---- redaction keeps no words of it
fg 0 pack --db a.db --out r.bag --redact --redact-key key
asks r.bag/data/fargauge.db "select count(*) from withdrawal where reason like '%cut%' or withdrawn_by like '%Auditor%'" 0

# ---- nothing to judge is no assessment
mkdir none
fg 0 import none --db n.db
fg 2 assess --db n.db --label Q1
says 'Q1: there is nothing to judge'
asks n.db 'select count(*) from assessment' 0
fg 0 import x/1 --db n.db --quiet
fg 2 assess --db n.db --label Q1 --as-of 2025-01-01T00:00:00Z
asks n.db 'select count(*) from assessment' 0
fg 1 assess --db n.db --label Q1 --quiet
# an inventory that is empty proves that there is nothing
echo '{"services":[],"failures":[]}' >none_20260101T000000Z.json
fg 0 import none_20260101T000000Z.json --db e.db --quiet
fg 0 assess --db e.db --label Q1
says 'nothing was judged'
asks e.db 'select label from assessment' Q1
# a report is made of what was refused, but has no label then
echo '{' >bad.json
fg 3 report bad.json --out bad --format csv --label Q1 --quiet
says '--label: Q1: not given to this assessment'
asks bad/fargauge.db 'select count(*) from assessment where label is null' 1
fg 1 report x/1 --out bad --format csv --label Q1 --quiet
asks bad/fargauge.db 'select label from assessment where id = 2' Q1
