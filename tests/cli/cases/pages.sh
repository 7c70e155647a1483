# A report of more than 2,000 resources: an index and pages of its accounts, which hold everything once and lead to each other.

# services ACCOUNT COUNT VERSION: a describe-services answer. An account '' is missing from its ARNs.
services() {
  awk -v account="$1" -v count="$2" -v version="$3" 'BEGIN {
    printf "{\"services\":["
    for (i = 1; i <= count; i++) {
      printf "%s{\"serviceArn\":\"arn:aws:ecs:eu-west-1:%s:service/web/s%05d\",\"serviceName\":\"s%05d\",", (i > 1 ? "," : ""), account, i, i
      printf "\"clusterArn\":\"arn:aws:ecs:eu-west-1:%s:cluster/web\",\"status\":\"ACTIVE\",\"launchType\":\"FARGATE\",", account
      printf "\"platformVersion\":\"%s\",\"platformFamily\":\"Linux\",\"deployments\":[],\"tags\":[]}", (i % 3 ? version : "LATEST")
    }
    print "]}"
  }'
}
# Every link and every id of the report in DIR, as FILE#ID, one a line, sorted. Links out of it are none of ours.
links_of() {
  (cd "$1" && for file in report.html report/*.html; do
    grep -oE '(href)="[^"]*"' "$file" | sed 's/^href="//;s/"$//' | grep -v '^https\{0,1\}:' | sort -u |
      awk -v file="$file" '{
        cut = index($0, "#"); path = cut ? substr($0, 1, cut - 1) : $0; id = cut ? substr($0, cut) : ""
        folder = file ~ /\// ? "report/" : ""
        if (path == "") path = file; else if (path ~ /^\.\.\//) path = substr(path, 4); else path = folder path
        print path id
      }'
  done) | sort -u
}
targets_of() {
  (cd "$1" && for file in report.html report/*.html; do
    echo "$file"
    grep -oE ' id="[^"]*"' "$file" | sed 's/^ id="//;s/"$//' | sed "s|^|$file#|"
  done) | sort -u
}
links_resolve() {
  links_of "$1" >"$scratch/links"
  targets_of "$1" >"$scratch/targets"
  [ "$(wc -l <"$scratch/links")" -gt 10 ] || return 1
  comm -23 "$scratch/links" "$scratch/targets" >"$scratch/lost"
  is_empty "$scratch/lost"
}
# Each resource by its ARN, each of its results by its control: as results.csv has them, and each once.
holds_every_result() {
  "$ASK" "$1/fargauge.db" "select resource_arn || ' ' || group_concat(control_id, ' ') from (select resource_arn, control_id from v_results order by resource_arn, position) group by resource_arn" | sort >"$scratch/wanted"
  cat "$1"/report/*.html | awk '
    /<details class="resource row"/ { marks = $0; sub(/.*data-marks="/, "", marks); sub(/".*/, "", marks); gsub(/:[a-z]+/, "", marks) }
    /<p class="arn">/ { arn = $0; sub(/.*<bdi>/, "", arn); sub(/<\/bdi>.*/, "", arn); print arn " " marks }' | sort >"$scratch/found"
  [ "$(wc -l <"$scratch/wanted")" -gt 2000 ] && diff "$scratch/wanted" "$scratch/found" | head -20 >"$scratch/differs"
  is_empty "$scratch/differs"
}
small_pages() {
  : >"$scratch/large"
  for page in "$1"/report.html "$1"/report/*.html; do
    [ "$(wc -c <"$page")" -le 5000000 ] || echo "$page" >>"$scratch/large"
  done
  is_empty "$scratch/large"
}
same_tree() { (cd "$1" && find . -name '*.html' | sort | xargs cat) >"$scratch/a"; (cd "$2" && find . -name '*.html' | sort | xargs cat) >"$scratch/b"; cmp "$scratch/a" "$scratch/b"; }

SOURCE_DATE_EPOCH=1790900000
export SOURCE_DATE_EPOCH
mkdir in
services 111122223333 1500 1.3.0 >in/a_20261001T090000Z.json
services 222233334444 4 1.4.0 >in/b_20261001T090000Z.json
services 333344445555 700 1.4.0 >in/c_20261001T090000Z.json
services '' 3 1.3.0 >in/d_20261001T090000Z.json
cat >in/waivers.csv <<'CSV'
waiver_id,control_id,resource,account_id,reason,owner,approver,approved_at,expires_at,ticket
W-1,ECS.10,arn:aws:ecs:*:service/web/s00010,,being moved,ops@example.com,ciso@example.com,2026-09-01,2026-12-31,OPS-1
W-2,ECS.10,arn:aws:ecs:*:service/web/s01*,111122223333,many,ops@example.com,ciso@example.com,2026-09-01,2026-12-31,OPS-2
CSV
fg 1 report in --out out --format html
prints 'Wrote out/report.html'
prints 'Wrote out/report/111122223333.html'

# ---- which files

pages=$(ls out/report | tr '\n' ' ')
ok 'the accounts have files of their names' [ "$(ls out/report | sed 's/-[0-9]*\.html$//;s/\.html$//' | sort -u | tr '\n' ' ')" = '111122223333 222233334444 333344445555 other ' ]
ok 'an account without a name has a number' [ -f out/report/other-1.html ]
ok 'a large account has several' [ -f out/report/111122223333-002.html ]
ok 'a small one has one' [ ! -e out/report/222233334444-002.html ]
ok 'no temporary file stays' [ -z "$(find out -name '.*.tmp')" ]
ok 'no page is above 5 MB' small_pages out

# ---- what they hold

ok 'every result stands on one page, and once' holds_every_result out
nok 'the index holds no resource' grep -q '<details class="resource' out/report.html
ok 'every link of every page leads somewhere' links_resolve out
ok 'a waiver leads to what it covers' grep -q 'href="report/111122223333\.html#resource-' out/report.html
ok 'a page leads to the next' grep -q 'rel="next" href="111122223333-002.html"' out/report/111122223333.html
ok 'and back' grep -q 'rel="prev" href="111122223333.html"' out/report/111122223333-002.html
ok 'and to the index' grep -q 'href="\.\./report\.html"' out/report/111122223333-002.html
ok 'a list that goes on says so' grep -q 'Left out here: [0-9,]*\. All of them are in results.csv' out/report.html
for page in out/report/*.html; do
  ok "$page: one heading of the first level, a main part, a way to skip" [ "$(grep -c -e '<h1' -e '<main' -e 'class="skip"' "$page")" = 3 ]
done
ok 'each page has a title of its own' [ "$(grep -ho '<title>.*</title>' out/report/*.html | sort | uniq -d | wc -l)" = 0 ]
ok 'the same policy and styles everywhere' [ "$(grep -ho 'Content-Security-Policy.*' out/report.html out/report/*.html | sort -u | wc -l)" = 1 ]
fg 1 render --db out/fargauge.db --out ja --format html --lang ja
ok 'in Japanese too' grep -q '<html lang="ja">' ja/report/other-1.html
ok 'links lead somewhere in Japanese' links_resolve ja

# ---- the same bytes

fg 1 report in/waivers.csv in/d_20261001T090000Z.json in/c_20261001T090000Z.json in/b_20261001T090000Z.json in/a_20261001T090000Z.json --out again --format html
ok 'whatever the order of import' same_tree out again

# ---- what an earlier run left

mkdir mixed mixed/report
for name in 999988887777.html 111122223333-099.html other-9.html; do echo old >mixed/report/$name; done
for name in notes.txt 99998888777.html other-x.html 111122223333-1.html index.html; do echo mine >mixed/report/$name; done
echo elsewhere >elsewhere.html
ln -s ../../elsewhere.html mixed/report/888877776666.html
mkdir mixed/report/777766665555.html
fg 1 render --db out/fargauge.db --out mixed --format html
ok 'pages of an earlier run are gone' [ ! -e mixed/report/999988887777.html ]
ok 'and others numbered too high' [ ! -e mixed/report/111122223333-099.html ]
ok 'and those of accounts without a name' [ ! -e mixed/report/other-9.html ]
for name in notes.txt 99998888777.html other-x.html 111122223333-1.html index.html; do
  ok "what is not ours stays: $name" [ "$(cat mixed/report/$name)" = mine ]
done
ok 'a link is no page of ours' [ -L mixed/report/888877776666.html ]
ok 'nor is what it leads to' [ "$(cat elsewhere.html)" = elsewhere ]
ok 'nor a folder' [ -d mixed/report/777766665555.html ]

# ---- from many to few, and back

fg 1 report in/b_20261001T090000Z.json --out few --format html
ok 'few resources are one page' [ ! -e few/report ]
ok 'with the resources on it' grep -q '<details class="resource' few/report.html
fg 1 render --db few/fargauge.db --out ja --format html
ok 'and the pages of many are gone' [ ! -e ja/report ]
fg 1 render --db out/fargauge.db --out few --format html
ok 'many again' [ "$(ls few/report | tr '\n' ' ')" = "$pages" ]
fg 1 render --db few/fargauge.db --out mixed --format html
ok 'a folder that holds other things stays' [ "$(ls mixed/report | tr '\n' ' ')" = '111122223333-1.html 777766665555.html 888877776666.html 99998888777.html index.html notes.txt other-x.html ' ]

# ---- whole or not at all

mkdir linked elsewhere
ln -s ../elsewhere linked/report
fg 4 render --db out/fargauge.db --out linked --format html
says 'output: linked/report: not a folder'
ok 'nothing was written through the link' [ -z "$(ls -A elsewhere)" ]
ok 'nor beside it' [ ! -e linked/report.html ]

cp -R again killed
services 444455556666 600 1.3.0 >more_20261002T090000Z.json
fg 1 report more_20261002T090000Z.json --db killed/fargauge.db --out whole --format html
for moment in 100 400 800; do
  if "$KILL_AFTER" $((moment * 1000)) "$FARGAUGE" render --db killed/fargauge.db --out killed --format html >"$out" 2>"$err" &&
    [ ! -e killed/report/444455556666.html ]; then
    ok "killed after $moment ms: the former report is whole" same_tree again killed
  else
    skip "killed after $moment ms" 'it was done, or about to be'
  fi
done
fg 1 render --db killed/fargauge.db --out killed --format html
ok 'the next run makes it new' same_tree whole killed

# ---- few resources, and lists that are too long for a page

mkdir sources
awk 'BEGIN {
  for (i = 1; i <= 6000; i++) {
    file = sprintf("sources/%05d_20261001T090000Z.json", i)
    printf "{\"services\":[{\"serviceArn\":\"arn:aws:ecs:eu-west-1:111122223333:service/web/s%d\",\"serviceName\":\"s%d\",", i % 50, i % 50 >file
    printf "\"clusterArn\":\"arn:aws:ecs:eu-west-1:111122223333:cluster/web\",\"status\":\"ACTIVE\",\"launchType\":\"FARGATE\"," >file
    printf "\"platformVersion\":\"1.3.0\",\"platformFamily\":\"Linux\",\"deployments\":[],\"desiredCount\":%d}]}\n", i >file
    close(file)
  }
}'
fg 1 report sources --out listed --format html
ok 'thousands of sources: no page is above 5 MB' small_pages listed
ok 'the first are listed' [ "$(grep -c '<article class="source"' listed/report.html)" = 200 ]
ok 'and how many are left out' grep -q 'Left out here: 5,800 files\. All of them are in sources\.csv' listed/report.html
ok 'links lead to those that are listed' links_resolve listed
ok 'the path of one that is not is told without a link' grep -q '<a class="path"><bdi>sources/' listed/report/111122223333.html

{
  head -1 in/waivers.csv
  awk 'BEGIN {
    text = "because "; while (length(text) < 30000) text = text text
    for (i = 1; i <= 300; i++)
      printf "W-%03d,ECS.10,arn:aws:ecs:*:service/web/s%d,,%s,ops@example.com,ciso@example.com,2026-09-01,2026-12-31,\n", i, i, text
  }'
} >long.csv
fg 1 report in/b_20261001T090000Z.json --waivers long.csv --out long --format html
ok 'long texts: no page is above 5 MB' small_pages long
ok 'so fewer of them are listed' [ "$(grep -c ' id="waiver-' long/report.html)" = 100 ]
ok 'and links lead to those' links_resolve long
