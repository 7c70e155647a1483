# The lines of Python in docs/csv.md give back every name as it was exported.
if ! command -v python3 >/dev/null; then
  skip 'the program in docs/csv.md' 'needs python3'
else
  awk '/^```python$/ { on = 1; next } /^```$/ { on = 0 } on' "$SOURCE_ROOT/docs/csv.md" >undo.py
  ok 'the page has the program' grep -q '^def undo' undo.py
  cat >>undo.py <<'PYTHON'

import csv, json, sys
with open(sys.argv[1], encoding="utf-8", newline="") as table:
    names = [undo(row["resource_name"]) for row in csv.DictReader(table) if row["control_id"] == "ECS.10"]
print(json.dumps(sorted(names)))
PYTHON
  {
    printf '{"services":['
    comma=
    # a formula, an apostrophe of its own, what cannot be seen, what looks like an escape, beyond the first plane, a comma and quotes
    for name in '=1+1' "'x" "'=x" '\u202Ex\u200B' '\\u0041' '\\\\x41' '\uDB40\uDC01y' '@a,\"b\"' '-2' 'tab\tend' 'plain'; do
      printf '%s{"serviceArn":"arn:aws:ecs:eu-west-1:123456789012:service/web/%s","serviceName":"%s","status":"ACTIVE",' "$comma" "$name" "$name"
      printf '"clusterArn":"arn:aws:ecs:eu-west-1:123456789012:cluster/web","launchType":"FARGATE","platformVersion":"LATEST"}'
      comma=,
    done
    printf '],"failures":[]}\n'
  } >services.json
  fg 0 report services.json --out out --format csv --exit-zero
  ok 'some names are written otherwise' grep -q "'=1+1" out/results.csv
  ok 'the program runs' sh -c 'python3 undo.py out/results.csv >undone'
  ok 'every name comes back' python3 -c '
import json
wanted = sorted(s["serviceName"] for s in json.load(open("services.json"))["services"])
undone = json.load(open("undone"))
assert undone == wanted, (undone, wanted)'
fi
