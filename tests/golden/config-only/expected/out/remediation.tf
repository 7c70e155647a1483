## Remedies for the Amazon ECS compliance report as of 2026-10-01 06:00:00 UTC
## Nothing here takes effect as it stands. Each entry shows the arguments to change in your own configuration: copy them there, and see the plan before you apply it.

## known:3  123456789012 / eu-west-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "known" {
#   family = "known"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## known  123456789012 / eu-west-1 / web  FG.2
# resource "aws_ecs_service" "known" {
#   name = "known"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }
