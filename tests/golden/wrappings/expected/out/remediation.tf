## Remedies for the Amazon ECS compliance report as of 2026-10-01 09:00:00 UTC
## Nothing here takes effect as it stands. Each entry shows the arguments to change in your own configuration: copy them there, and see the plan before you apply it.

## page-two  123456789012 / eu-west-1 / web  FG.2
# resource "aws_ecs_service" "page-two" {
#   name = "page-two"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## wide  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "wide" {
#   name = "wide"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## zipped  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "zipped" {
#   name = "zipped"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }
