## Remedies for the Amazon ECS compliance report as of 2026-10-01 09:00:00 UTC
## Nothing here takes effect as it stands. Each entry shows the arguments to change in your own configuration: copy them there, and see the plan before you apply it.

## checkout  123456789012 / eu-west-1 / shop  ECS.13
# resource "aws_ecs_service" "checkout" {
#   name = "checkout"
#
#   # Tasks started from now on carry the tags too.
#   propagate_tags = "SERVICE"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## ledger  123456789012 / eu-west-1 / shop  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "ledger" {
#   name = "ledger"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## mailer  123456789012 / eu-west-1 / shop  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "mailer" {
#   name = "mailer"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## reports  123456789012 / eu-west-1 / shop  ECS.10, FG.2, FG.3
# resource "aws_ecs_service" "reports" {
#   name = "reports"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## returns  123456789012 / eu-west-1 / shop  FG.2
# resource "aws_ecs_service" "returns" {
#   name = "returns"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }
