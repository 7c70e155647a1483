# fargauge controls: the catalogue on the screen.
fg 0 controls
says_nothing
for id in ECS.2 ECS.10 ECS.21 FG.1 FG.2 FG.3; do
  ok "it lists $id" grep -q "^$id " "$out"
done
nok 'there is no ECS.6' grep -q '^ECS\.6 ' "$out"
fg 0 controls ECS.10
prints 'ECS Fargate services should run on the latest Fargate platform version'
prints 'SI-2(5)'
prints '6.3.3'
prints 'aws ecs update-service'
prints 'resource "aws_ecs_service"'
cp "$out" english
fg 0 controls ECS.10 --lang ja
prints 'リスク'
prints '対策'
prints 'Terraform'
nok "another language" cmp english "$out"
rm english
fg 0 controls --lang ja
for id in ECS.1 FG.3; do
  fg 0 controls $id
  fg 0 controls $id --lang ja
done

# The list narrowed: as assess does, but with what is retired.
lists() { # WANTED OPTION...: exactly these controls, in reading order
  wanted=$1
  shift
  fg 0 controls "$@"
  ok "it lists $wanted" lists_exactly "$wanted"
}
lists_exactly() {
  listed=$(sed -n 's/^\([A-Z]*\.[0-9]*\) .*/\1/p' "$out" | tr '\n' ' ')
  [ "$listed" = "$1 " ] || { echo "it lists: $listed"; return 1; }
}
lists 'ECS.10' --control ECS.10
lists 'ECS.10 FG.1 ECS.13' --control ECS.13,FG.1 --control ECS.10
lists 'ECS.1' --control ECS.1
prints 'retired'
lists 'ECS.1 ECS.2 ECS.3 ECS.4 ECS.5 ECS.8 ECS.9 ECS.16' --severity high
lists 'ECS.1 ECS.2 ECS.3 ECS.4 ECS.5 ECS.8 ECS.9 ECS.16' --severity HIGH
lists 'ECS.2 ECS.8 ECS.16' --severity high --framework pci-dss-4.0.1
prints 'pci-dss-4.0.1      PCI DSS v4.0.1'
lists 'FG.2 ECS.2' --control FG.2,ECS.2 --severity high,low
lists 'FG.1' --control FG.1
nok 'no framework asks for it' grep -q '^framework' "$out"
lists 'ORG.1' --controls "$SOURCE_ROOT/tests/cli/own" --framework org-policy
prints 'org-policy         Tsukinowa platform policy 2026'
fg 0 controls
prints 'aws-fsbp           AWS Foundational Security Best Practices v1.0.0'
prints 'nist-800-53-r5     NIST SP 800-53 Revision 5'

# What it lists and computes is what assess judges.
computed() {
  fg 0 controls "$@"
  sed -n 's/^\([A-Z]*\.[0-9]*\) *[a-z]* *yes .*/\1/p' "$out" | sort >"$scratch/computed"
}
service web LATEST >web.json
fg 0 import web.json --db web.db
judges_the_same() {
  computed "$@"
  "$FARGAUGE" assess --db web.db --exit-zero "$@" >"$scratch/assessed" 2>&1
  ok "assess judges the same: $*" judged_exactly
}
judged_exactly() {
  "$ASK" web.db 'select id from v_judged_control' | sort | diff "$scratch/computed" -
}
judges_the_same --severity high
judges_the_same --severity low,high --framework nist-800-53-r5
judges_the_same --framework aws-fsbp,pci-dss-4.0.1 --control ECS.10,ECS.2,FG.1
judges_the_same
rm web.json web.db

fg 2 controls ECS.11
says 'the catalogue does not have it'
says_like '^hint: .*fargauge controls'
fg 2 controls ''
fg 2 controls "ECS.10' or '1'='1"
ok 'it leaves no files' holds_exactly .
