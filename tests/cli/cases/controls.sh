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
fg 2 controls ECS.11
says 'the catalogue does not have it'
says_like '^hint: .*fargauge controls'
fg 2 controls ''
fg 2 controls "ECS.10' or '1'='1"
ok 'it leaves no files' holds_exactly .
