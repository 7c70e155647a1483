# An assessment of nothing must not look like one without failures.

mkdir empty
fg 0 report empty --out o --format csv,junit
says 'nothing was judged'
says_like '^hint: '
service web 1.3.0 >s_20261001T000000Z.json
fg 0 report s_20261001T000000Z.json --out early --format csv --as-of 2026-09-01T00:00:00Z --quiet
says 'nothing was judged'
fg 1 report s_20261001T000000Z.json --out now --format csv
says_nothing
fg 4 report nowhere --out never
nok 'nothing is made for an input that is not there' test -e never
fg 4 report empty --out never --waivers nowhere.csv
nok 'nor for a waiver file that is not there' test -e never

# What counts is what the chosen controls judge, not whether there is a service.
cat >definition.json <<'END'
{"taskDefinition":{"taskDefinitionArn":"arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1","family":"web",
"revision":1,"status":"ACTIVE","networkMode":"awsvpc","containerDefinitions":[{"name":"app","image":"app"}]},"tags":[]}
END
fg 1 report definition.json --out definition
says_nothing
nok 'a task definition is something' grep -q '<h3>Nothing was judged</h3>' definition/report.html
fg 0 report definition.json --out chosen --control ECS.10
says 'nothing was judged'
ok 'the report warns of it' grep -q '<h3>Nothing was judged</h3>' chosen/report.html
ok 'and counts nothing as nought' grep -q 'Services: 0 · task definitions: 0' chosen/report.html
service web LATEST >web.json
fg 0 report web.json --out web --control ECS.9
says 'nothing was judged'
ok 'a service is nothing to it' grep -q '<p>Nothing was judged; see the warnings.</p>' web/report.html
nok 'nothing fails, but nobody says so' grep -q '<p>Nothing fails.</p>' web/report.html
