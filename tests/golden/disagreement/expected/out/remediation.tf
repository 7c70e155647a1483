## Remedies for the Amazon ECS compliance report as of 2026-10-01 09:30:00 UTC
## Nothing here takes effect as it stands. Each entry shows the arguments to change in your own configuration: copy them there, and see the plan before you apply it.

## agreed  123456789012 / eu-west-1 / web  FG.2
# resource "aws_ecs_service" "agreed" {
#   name = "agreed"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## agreed  123456789012 / eu-west-1 / web  ECS.13
# resource "aws_ecs_service" "agreed" {
#   name = "agreed"
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

## latest  123456789012 / eu-west-1 / web  ECS.13
# resource "aws_ecs_service" "latest" {
#   name = "latest"
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

## old  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "old" {
#   name = "old"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## old  123456789012 / eu-west-1 / web  ECS.13
# resource "aws_ecs_service" "old" {
#   name = "old"
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
