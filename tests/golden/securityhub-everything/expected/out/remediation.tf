## Remedies for the Amazon ECS compliance report as of 2026-10-01 09:00:00 UTC
## Nothing here takes effect as it stands. Each entry shows the arguments to change in your own configuration: copy them there, and see the plan before you apply it.

## asff-array  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "asff-array" {
#   name = "asff-array"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## asff-array  123456789012 / eu-west-1 / web  ECS.13
# resource "aws_ecs_service" "asff-array" {
#   name = "asff-array"
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

## asff-event  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "asff-event" {
#   name = "asff-event"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## asff-event  123456789012 / eu-west-1 / web  ECS.13
# resource "aws_ecs_service" "asff-event" {
#   name = "asff-event"
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

## asff-sns  123456789012 / eu-west-1 / web  ECS.13
# resource "aws_ecs_service" "asff-sns" {
#   name = "asff-sns"
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

## csv-console  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "csv-console" {
#   name = "csv-console"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## csv-console  123456789012 / eu-west-1 / web  ECS.13
# resource "aws_ecs_service" "csv-console" {
#   name = "csv-console"
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

## csv-differs  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "csv-differs" {
#   name = "csv-differs"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## csv-differs  123456789012 / eu-west-1 / web  ECS.13
# resource "aws_ecs_service" "csv-differs" {
#   name = "csv-differs"
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

## csv-manager-a  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "csv-manager-a" {
#   name = "csv-manager-a"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## csv-manager-a  123456789012 / eu-west-1 / web  ECS.13
# resource "aws_ecs_service" "csv-manager-a" {
#   name = "csv-manager-a"
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

## csv-manager-b  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "csv-manager-b" {
#   name = "csv-manager-b"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## csv-manager-b  123456789012 / eu-west-1 / web  ECS.13
# resource "aws_ecs_service" "csv-manager-b" {
#   name = "csv-manager-b"
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

## ocsf-api  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "ocsf-api" {
#   name = "ocsf-api"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## ocsf-api  123456789012 / eu-west-1 / web  ECS.13
# resource "aws_ecs_service" "ocsf-api" {
#   name = "ocsf-api"
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

## ocsf-event  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "ocsf-event" {
#   name = "ocsf-event"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## ocsf-event  123456789012 / eu-west-1 / web  ECS.13
# resource "aws_ecs_service" "ocsf-event" {
#   name = "ocsf-event"
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

## ocsf-lines  123456789012 / eu-west-1 / web  ECS.13
# resource "aws_ecs_service" "ocsf-lines" {
#   name = "ocsf-lines"
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

## ocsf-suppressed  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "ocsf-suppressed" {
#   name = "ocsf-suppressed"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## ocsf-suppressed  123456789012 / eu-west-1 / web  ECS.13
# resource "aws_ecs_service" "ocsf-suppressed" {
#   name = "ocsf-suppressed"
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
