## Remedies for the Amazon ECS compliance report as of 2026-10-01 09:00:00 UTC
## Nothing here takes effect as it stands. Each entry shows the arguments to change in your own configuration: copy them there, and see the plan before you apply it.

## group  012345678901 / eu-west-1 / <CLUSTER>  ECS.19
# resource "aws_ecs_capacity_provider" "group" {
#   name = "group"
#
#   auto_scaling_group_provider {
#     auto_scaling_group_arn         = "<AUTO_SCALING_GROUP_ARN>"
#     managed_termination_protection = "ENABLED"
#
#     # the protection works only with managed scaling
#     managed_scaling {
#       status = "ENABLED"
#     }
#   }
#
#   # other arguments unchanged
# }
#
# # In the Auto Scaling group, so that Terraform and ECS do not undo each other:
# #   protect_from_scale_in = true

## catalog  012345678901 / eu-west-1 / shop  FG.1, FG.3
# resource "aws_ecs_service" "catalog" {
#   name = "catalog"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## search/ecs-svc/2001  012345678901 / eu-west-1 / shop  ECS.16
# # A change of the network configuration replaces the task set. So that tasks keep running, add a second set, apply,
# # make it the primary one (see AWS CLI: Terraform has no argument for that), and only then remove the old resource.
# resource "aws_ecs_task_set" "search_ecs-svc_2001_private" {
#   cluster = "shop"
#
#   network_configuration {
#     # Private subnets, with a NAT gateway or VPC endpoints: tasks have to fetch their images.
#     subnets          = ["<PRIVATE_SUBNET>"]
#     assign_public_ip = false
#
#     # security_groups unchanged
#   }
#
#   wait_until_stable = true
#
#   # other arguments unchanged: copy them from the old task set
# }

## pay:1  012345678901 / us-east-1 / <CLUSTER>  ECS.5
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "pay" {
#   family = "pay"
#
#   container_definitions = jsonencode([
#     {
#       readonlyRootFilesystem = true
#
#       # One for each folder that is written to; the size is in MiB and counts as memory of the container.
#       linuxParameters = {
#         tmpfs = [{ containerPath = "/tmp", size = 64 }]
#       }
#
#       # other members unchanged
#     },
#   ])
#
#   # other arguments unchanged
# }

## pay:1  012345678901 / us-east-1 / <CLUSTER>  ECS.9
# resource "aws_cloudwatch_log_group" "pay" {
#   name              = "<LOG_GROUP>"
#   retention_in_days = 365 # as policy asks
# }
#
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "pay" {
#   family = "pay"
#
#   # On Fargate: this role needs logs:CreateLogStream and logs:PutLogEvents. On EC2 the instance role does.
#   execution_role_arn = "<EXECUTION_ROLE_ARN>"
#
#   container_definitions = jsonencode([
#     {
#       logConfiguration = {
#         logDriver = "awslogs"
#         options = {
#           "awslogs-group"         = aws_cloudwatch_log_group.pay.name
#           "awslogs-region"        = "us-east-1"
#           "awslogs-stream-prefix" = "ecs"
#         }
#       }
#
#       # other members unchanged
#     },
#   ])
#
#   # other arguments unchanged
# }

## pay:1  012345678901 / us-east-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "pay" {
#   family = "pay"
#
#   container_definitions = jsonencode([
#     {
#       # A user and a group other than 0 that can read and write what the program needs in the image.
#       user = "<UID:GID>"
#
#       # other members unchanged
#     },
#   ])
#
#   # other arguments unchanged
# }

## shop  012345678901 / us-east-1 / <CLUSTER>  ECS.12
# resource "aws_ecs_cluster" "shop" {
#   name = "shop"
#
#   # or "enabled"; old versions of the AWS provider do not know "enhanced"
#   setting {
#     name  = "containerInsights"
#     value = "enhanced"
#   }
#
#   # other arguments unchanged
# }

## pay  012345678901 / us-east-1 / shop  ECS.10, FG.2, FG.3
# resource "aws_ecs_service" "pay" {
#   name = "pay"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## pay  012345678901 / us-east-1 / shop  ECS.2
# resource "aws_ecs_service" "pay" {
#   name = "pay"
#
#   network_configuration {
#     # Private subnets, with a NAT gateway or VPC endpoints: tasks have to fetch their images.
#     subnets          = ["<PRIVATE_SUBNET>"]
#     assign_public_ip = false
#
#     # security_groups unchanged
#   }
#
#   # other arguments unchanged
# }
