## Remedies for the Amazon ECS compliance report as of 2026-10-01 09:30:00 UTC
## Nothing here takes effect as it stands. Each entry shows the arguments to change in your own configuration: copy them there, and see the plan before you apply it.

## carrier-sync  012345678901 / ap-northeast-1 / wms  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "carrier-sync" {
#   name = "carrier-sync"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## picking  012345678901 / ap-northeast-1 / wms  FG.2
# resource "aws_ecs_service" "picking" {
#   name = "picking"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## customs  012345678901 / eu-west-1 / wms-eu  FG.2
# resource "aws_ecs_service" "customs" {
#   name = "customs"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## weigher  012345678901 / eu-west-1 / wms-eu  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "weigher" {
#   name = "weigher"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## backoffice  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.12
# resource "aws_ecs_cluster" "backoffice" {
#   name = "backoffice"
#
#   # or "enabled"; old versions of the AWS provider do not know "enhanced"
#   setting {
#     name  = "containerInsights"
#     value = "enhanced"
#   }
#
#   # other arguments unchanged
# }

## backoffice-admin-web:31  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.5
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "backoffice-admin-web" {
#   family = "backoffice-admin-web"
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

## backoffice-admin-web:31  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "backoffice-admin-web" {
#   family = "backoffice-admin-web"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## backoffice-admin-web:31  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "backoffice-admin-web" {
#   family = "backoffice-admin-web"
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

## backoffice-jinji-portal:43  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.5
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "backoffice-jinji-portal" {
#   family = "backoffice-jinji-portal"
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

## backoffice-jinji-portal:43  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "backoffice-jinji-portal" {
#   family = "backoffice-jinji-portal"
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

## backoffice-legacy-crm:10  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.5
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "backoffice-legacy-crm" {
#   family = "backoffice-legacy-crm"
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

## backoffice-legacy-crm:10  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "backoffice-legacy-crm" {
#   family = "backoffice-legacy-crm"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## backoffice-legacy-crm:10  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "backoffice-legacy-crm" {
#   family = "backoffice-legacy-crm"
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

## batch-erp-bridge:18  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.5
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "batch-erp-bridge" {
#   family = "batch-erp-bridge"
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

## batch-erp-bridge:18  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.8
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "batch-erp-bridge" {
#   family = "batch-erp-bridge"
#
#   # Credentials for AWS come from this role, not from keys.
#   task_role_arn = "<TASK_ROLE_ARN>"
#
#   # With secrets: this role may read them (secretsmanager:GetSecretValue or ssm:GetParameters, kms:Decrypt).
#   execution_role_arn = "<EXECUTION_ROLE_ARN>"
#
#   container_definitions = jsonencode([
#     {
#       # environment: without the keys
#
#       # Only where a program needs a secret of another kind.
#       secrets = [
#         { name = "<NAME>", valueFrom = "<SECRET_OR_PARAMETER_ARN>" },
#       ]
#
#       # other members unchanged
#     },
#   ])
#
#   # other arguments unchanged
# }

## batch-gpu  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.19
# resource "aws_ecs_capacity_provider" "batch-gpu" {
#   name = "batch-gpu"
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

## batch-nightly-sales:20  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "batch-nightly-sales" {
#   family = "batch-nightly-sales"
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

## batch-report-windows:41  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.21
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "batch-report-windows" {
#   family = "batch-report-windows"
#
#   runtime_platform {
#     operating_system_family = "<OPERATING_SYSTEM_FAMILY>" # WINDOWS_SERVER_2022_CORE, or LINUX if it is Linux
#   }
#
#   container_definitions = jsonencode([
#     {
#       # On Windows; set USER in the Dockerfile too.
#       user = "ContainerUser"
#
#       # other members unchanged
#     },
#   ])
#
#   # other arguments unchanged
# }

## batch-stock-sync:34  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.3
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "batch-stock-sync" {
#   family = "batch-stock-sync"
#
#   # Leave pid_mode out, or set it to "task" where a sidecar has to see the other containers of its task.
#
#   # other arguments unchanged
# }

## batch-stock-sync:34  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.4
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "batch-stock-sync" {
#   family = "batch-stock-sync"
#
#   container_definitions = jsonencode([
#     {
#       privileged = false
#
#       # Only if a program needs it: the one capability, not all.
#       linuxParameters = {
#         capabilities = { add = ["<CAPABILITY>"] }
#       }
#
#       # other members unchanged
#     },
#   ])
#
#   # other arguments unchanged
# }

## batch-stock-sync:34  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.17
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "batch-stock-sync" {
#   family = "batch-stock-sync"
#
#   network_mode = "awsvpc"
#
#   container_definitions = jsonencode([
#     {
#       # hostPort left out: it is the containerPort. Neither extraHosts nor hostname.
#       portMappings = [{ containerPort = <PORT> }]
#
#       # other members unchanged
#     },
#   ])
#
#   # other arguments unchanged
# }
#
# resource "aws_ecs_service" "<SERVICE>" {
#   network_configuration {
#     subnets         = ["<SUBNET>"]
#     security_groups = ["<SECURITY_GROUP>"]
#   }
#
#   # Behind a load balancer: a target group with target_type = "ip".
#
#   # other arguments unchanged
# }

## shop-cart:43  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "shop-cart" {
#   family = "shop-cart"
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

## shop-coupon-api:10  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "shop-coupon-api" {
#   family = "shop-coupon-api"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## shop-gift-wrap:14  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.9
# resource "aws_cloudwatch_log_group" "shop-gift-wrap" {
#   name              = "<LOG_GROUP>"
#   retention_in_days = 365 # as policy asks
# }
#
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "shop-gift-wrap" {
#   family = "shop-gift-wrap"
#
#   # On Fargate: this role needs logs:CreateLogStream and logs:PutLogEvents. On EC2 the instance role does.
#   execution_role_arn = "<EXECUTION_ROLE_ARN>"
#
#   container_definitions = jsonencode([
#     {
#       logConfiguration = {
#         logDriver = "awslogs"
#         options = {
#           "awslogs-group"         = aws_cloudwatch_log_group.shop-gift-wrap.name
#           "awslogs-region"        = "ap-northeast-1"
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

## shop-image-resizer:9  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.18
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "shop-image-resizer" {
#   family = "shop-image-resizer"
#
#   # the same for every EFS volume
#   volume {
#     name = "<VOLUME>"
#
#     efs_volume_configuration {
#       file_system_id     = "<FILE_SYSTEM_ID>"
#       transit_encryption = "ENABLED"
#
#       # other arguments unchanged
#     }
#   }
#
#   # other arguments unchanged
# }

## shop-mail-worker:15  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.8
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "shop-mail-worker" {
#   family = "shop-mail-worker"
#
#   # Credentials for AWS come from this role, not from keys.
#   task_role_arn = "<TASK_ROLE_ARN>"
#
#   # With secrets: this role may read them (secretsmanager:GetSecretValue or ssm:GetParameters, kms:Decrypt).
#   execution_role_arn = "<EXECUTION_ROLE_ARN>"
#
#   container_definitions = jsonencode([
#     {
#       # environment: without the keys
#
#       # Only where a program needs a secret of another kind.
#       secrets = [
#         { name = "<NAME>", valueFrom = "<SECRET_OR_PARAMETER_ARN>" },
#       ]
#
#       # other members unchanged
#     },
#   ])
#
#   # other arguments unchanged
# }

## shop-review-api:27  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "shop-review-api" {
#   family = "shop-review-api"
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

## jinji-portal  111122223333 / ap-northeast-1 / backoffice  FG.1, FG.2, FG.3
# resource "aws_ecs_service" "jinji-portal" {
#   name = "jinji-portal"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## kintai  111122223333 / ap-northeast-1 / backoffice  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "kintai" {
#   name = "kintai"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## legacy-crm  111122223333 / ap-northeast-1 / backoffice  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "legacy-crm" {
#   name = "legacy-crm"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## vendor-edi  111122223333 / ap-northeast-1 / backoffice  FG.1, FG.2, FG.3
# resource "aws_ecs_service" "vendor-edi" {
#   name = "vendor-edi"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## erp-bridge  111122223333 / ap-northeast-1 / batch  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "erp-bridge" {
#   name = "erp-bridge"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## invoice-pdf  111122223333 / ap-northeast-1 / batch  FG.2
# resource "aws_ecs_service" "invoice-pdf" {
#   name = "invoice-pdf"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## ml-training  111122223333 / ap-northeast-1 / batch  ECS.10, FG.1, FG.2
# resource "aws_ecs_service" "ml-training" {
#   name = "ml-training"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## point-expiry  111122223333 / ap-northeast-1 / batch  ECS.10, FG.2, FG.3
# resource "aws_ecs_service" "point-expiry" {
#   name = "point-expiry"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## price-import  111122223333 / ap-northeast-1 / batch  FG.1, FG.3
# resource "aws_ecs_service" "price-import" {
#   name = "price-import"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## rss-builder  111122223333 / ap-northeast-1 / batch  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "rss-builder" {
#   name = "rss-builder"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## checkout  111122223333 / ap-northeast-1 / shop  FG.1, FG.3
# resource "aws_ecs_service" "checkout" {
#   name = "checkout"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## mail-worker  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "mail-worker" {
#   name = "mail-worker"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## order-history  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# # CodeDeploy deploys this service, so Terraform must not try to: AWS refuses a changed platform_version and
# # force_new_deployment here. First make a CodeDeploy deployment whose AppSpec says PlatformVersion: LATEST
# # (see AWS CLI), and put the same line wherever your AppSpec is kept. Then:
# resource "aws_ecs_service" "order-history" {
#   name = "order-history"
#
#   # Used only if the service is ever created anew.
#   platform_version = "LATEST"
#
#   # CodeDeploy owns these. AWS may report LATEST as the number it stood for, so platform_version is among them.
#   lifecycle {
#     ignore_changes = [task_definition, load_balancer, platform_version]
#   }
#
#   # other arguments unchanged
# }

## payment-gateway  111122223333 / ap-northeast-1 / shop  FG.2
# resource "aws_ecs_service" "payment-gateway" {
#   name = "payment-gateway"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## recommendation  111122223333 / ap-northeast-1 / shop  FG.1, FG.3
# resource "aws_ecs_service" "recommendation" {
#   name = "recommendation"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## review-api  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "review-api" {
#   name = "review-api"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## search-indexer  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "search-indexer" {
#   name = "search-indexer"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## store-locator  111122223333 / ap-northeast-1 / shop  FG.2
# # CodeDeploy deploys this service, so Terraform must not try to: AWS refuses a changed platform_version and
# # force_new_deployment here. First make a CodeDeploy deployment whose AppSpec says PlatformVersion: LATEST
# # (see AWS CLI), and put the same line wherever your AppSpec is kept. Then:
# resource "aws_ecs_service" "store-locator" {
#   name = "store-locator"
#
#   # Used only if the service is ever created anew.
#   platform_version = "LATEST"
#
#   # CodeDeploy owns these. AWS may report LATEST as the number it stood for, so platform_version is among them.
#   lifecycle {
#     ignore_changes = [task_definition, load_balancer, platform_version]
#   }
#
#   # other arguments unchanged
# }

## web-canary  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# # An external controller deploys this service: its platform version belongs to the task set, and a change replaces the
# # set. So that tasks keep running, add a second set, apply, make it the primary one (see AWS CLI: Terraform has
# # no argument for that), and only then remove the old resource.
# resource "aws_ecs_task_set" "web-canary_latest" {
#   service         = "web-canary"
#   cluster         = "shop"
#   task_definition = "arn:aws:ecs:ap-northeast-1:111122223333:task-definition/shop-web-canary:47"
#
#   platform_version  = "LATEST"
#   wait_until_stable = true
#
#   # other arguments unchanged: copy them from the old task set
# }

## checkout  111122223333 / eu-west-1 / shop-eu  FG.1, FG.3
# resource "aws_ecs_service" "checkout" {
#   name = "checkout"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## gdpr-export  111122223333 / eu-west-1 / shop-eu  FG.2
# resource "aws_ecs_service" "gdpr-export" {
#   name = "gdpr-export"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## vat-service  111122223333 / eu-west-1 / shop-eu  ECS.10, FG.1, FG.2
# resource "aws_ecs_service" "vat-service" {
#   name = "vat-service"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## shop-us-api:21  111122223333 / us-east-1 / <CLUSTER>  ECS.5
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "shop-us-api" {
#   family = "shop-us-api"
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

## shop-us-api:21  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "shop-us-api" {
#   family = "shop-us-api"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## shop-us-api:21  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "shop-us-api" {
#   family = "shop-us-api"
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

## shop-us-checkout:24  111122223333 / us-east-1 / <CLUSTER>  ECS.5
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "shop-us-checkout" {
#   family = "shop-us-checkout"
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

## shop-us-checkout:24  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "shop-us-checkout" {
#   family = "shop-us-checkout"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## shop-us-checkout:24  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "shop-us-checkout" {
#   family = "shop-us-checkout"
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

## shop-us-fraud-check:35  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "shop-us-fraud-check" {
#   family = "shop-us-fraud-check"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## shop-us-fraud-check:35  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "shop-us-fraud-check" {
#   family = "shop-us-fraud-check"
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

## shop-us-mail-worker:32  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "shop-us-mail-worker" {
#   family = "shop-us-mail-worker"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## shop-us-mail-worker:32  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "shop-us-mail-worker" {
#   family = "shop-us-mail-worker"
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

## shop-us-sales-tax:53  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "shop-us-sales-tax" {
#   family = "shop-us-sales-tax"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## shop-us-sales-tax:53  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "shop-us-sales-tax" {
#   family = "shop-us-sales-tax"
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

## shop-us-search-api:28  111122223333 / us-east-1 / <CLUSTER>  ECS.5
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "shop-us-search-api" {
#   family = "shop-us-search-api"
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

## shop-us-search-api:28  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "shop-us-search-api" {
#   family = "shop-us-search-api"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## shop-us-search-api:28  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "shop-us-search-api" {
#   family = "shop-us-search-api"
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

## shop-us-web:58  111122223333 / us-east-1 / <CLUSTER>  ECS.5
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "shop-us-web" {
#   family = "shop-us-web"
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

## shop-us-web:58  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "shop-us-web" {
#   family = "shop-us-web"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## shop-us-web:58  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "shop-us-web" {
#   family = "shop-us-web"
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

## checkout  111122223333 / us-east-1 / shop-us  FG.2
# resource "aws_ecs_service" "checkout" {
#   name = "checkout"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## fraud-check  111122223333 / us-east-1 / shop-us  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "fraud-check" {
#   name = "fraud-check"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## mail-worker  111122223333 / us-east-1 / shop-us  FG.2
# resource "aws_ecs_service" "mail-worker" {
#   name = "mail-worker"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## sales-tax  111122223333 / us-east-1 / shop-us  FG.2
# resource "aws_ecs_service" "sales-tax" {
#   name = "sales-tax"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## web  111122223333 / us-east-1 / shop-us  ECS.2
# resource "aws_ecs_service" "web" {
#   name = "web"
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

## stg-shop  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.12
# resource "aws_ecs_cluster" "stg-shop" {
#   name = "stg-shop"
#
#   # or "enabled"; old versions of the AWS provider do not know "enhanced"
#   setting {
#     name  = "containerInsights"
#     value = "enhanced"
#   }
#
#   # other arguments unchanged
# }

## stg-shop-api:51  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.5
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "stg-shop-api" {
#   family = "stg-shop-api"
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

## stg-shop-api:51  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "stg-shop-api" {
#   family = "stg-shop-api"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## stg-shop-api:51  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "stg-shop-api" {
#   family = "stg-shop-api"
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

## stg-shop-cart:48  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.5
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "stg-shop-cart" {
#   family = "stg-shop-cart"
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

## stg-shop-cart:48  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "stg-shop-cart" {
#   family = "stg-shop-cart"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## stg-shop-cart:48  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "stg-shop-cart" {
#   family = "stg-shop-cart"
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

## stg-shop-checkout:17  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.5
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "stg-shop-checkout" {
#   family = "stg-shop-checkout"
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

## stg-shop-checkout:17  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "stg-shop-checkout" {
#   family = "stg-shop-checkout"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## stg-shop-checkout:17  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "stg-shop-checkout" {
#   family = "stg-shop-checkout"
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

## stg-shop-load-test:4  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "stg-shop-load-test" {
#   family = "stg-shop-load-test"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## stg-shop-load-test:4  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "stg-shop-load-test" {
#   family = "stg-shop-load-test"
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

## stg-shop-mail-worker:18  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "stg-shop-mail-worker" {
#   family = "stg-shop-mail-worker"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## stg-shop-mail-worker:18  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "stg-shop-mail-worker" {
#   family = "stg-shop-mail-worker"
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

## stg-shop-search-indexer:1  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "stg-shop-search-indexer" {
#   family = "stg-shop-search-indexer"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## stg-shop-search-indexer:1  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "stg-shop-search-indexer" {
#   family = "stg-shop-search-indexer"
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

## stg-shop-web:60  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.5
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "stg-shop-web" {
#   family = "stg-shop-web"
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

## stg-shop-web:60  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "stg-shop-web" {
#   family = "stg-shop-web"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## stg-shop-web:60  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "stg-shop-web" {
#   family = "stg-shop-web"
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

## cart  444455556666 / ap-northeast-1 / stg-shop  FG.2
# resource "aws_ecs_service" "cart" {
#   name = "cart"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## mail-worker  444455556666 / ap-northeast-1 / stg-shop  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "mail-worker" {
#   name = "mail-worker"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## ci-runner  777788889999 / ap-northeast-1 / platform  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "ci-runner" {
#   name = "ci-runner"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## keycloak  777788889999 / ap-northeast-1 / platform  FG.1, FG.3
# resource "aws_ecs_service" "keycloak" {
#   name = "keycloak"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## prometheus  777788889999 / ap-northeast-1 / platform  FG.2
# resource "aws_ecs_service" "prometheus" {
#   name = "prometheus"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## secrets-rotator  777788889999 / ap-northeast-1 / platform  FG.2
# resource "aws_ecs_service" "secrets-rotator" {
#   name = "secrets-rotator"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## platform-us-artifact-cache:58  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "platform-us-artifact-cache" {
#   family = "platform-us-artifact-cache"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## platform-us-artifact-cache:58  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "platform-us-artifact-cache" {
#   family = "platform-us-artifact-cache"
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

## platform-us-geo-dns:21  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "platform-us-geo-dns" {
#   family = "platform-us-geo-dns"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## platform-us-geo-dns:21  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "platform-us-geo-dns" {
#   family = "platform-us-geo-dns"
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

## platform-us-link-checker:21  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "platform-us-link-checker" {
#   family = "platform-us-link-checker"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## platform-us-link-checker:21  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "platform-us-link-checker" {
#   family = "platform-us-link-checker"
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

## platform-us-proxy:52  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "platform-us-proxy" {
#   family = "platform-us-proxy"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## platform-us-proxy:52  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "platform-us-proxy" {
#   family = "platform-us-proxy"
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

## platform-us-status-page:33  777788889999 / us-east-1 / <CLUSTER>  ECS.5
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "platform-us-status-page" {
#   family = "platform-us-status-page"
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

## platform-us-status-page:33  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "platform-us-status-page" {
#   family = "platform-us-status-page"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## platform-us-status-page:33  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "platform-us-status-page" {
#   family = "platform-us-status-page"
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

## platform-us-telemetry:18  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "platform-us-telemetry" {
#   family = "platform-us-telemetry"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## platform-us-telemetry:18  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "platform-us-telemetry" {
#   family = "platform-us-telemetry"
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

## platform-us-vpn-monitor:42  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "platform-us-vpn-monitor" {
#   family = "platform-us-vpn-monitor"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## platform-us-vpn-monitor:42  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "platform-us-vpn-monitor" {
#   family = "platform-us-vpn-monitor"
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

## platform-us-win-signer:29  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # Changed tags alone make no new revision.
# resource "aws_ecs_task_definition" "platform-us-win-signer" {
#   family = "platform-us-win-signer"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # other arguments unchanged
# }

## platform-us-win-signer:29  777788889999 / us-east-1 / <CLUSTER>  ECS.21
# # This registers a new revision; let the service refer to it by the ARN of this resource.
# resource "aws_ecs_task_definition" "platform-us-win-signer" {
#   family = "platform-us-win-signer"
#
#   runtime_platform {
#     operating_system_family = "<OPERATING_SYSTEM_FAMILY>" # WINDOWS_SERVER_2022_CORE, or LINUX if it is Linux
#   }
#
#   container_definitions = jsonencode([
#     {
#       # On Windows; set USER in the Dockerfile too.
#       user = "ContainerUser"
#
#       # other members unchanged
#     },
#   ])
#
#   # other arguments unchanged
# }

## artifact-cache  777788889999 / us-east-1 / platform-us  FG.2
# resource "aws_ecs_service" "artifact-cache" {
#   name = "artifact-cache"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## link-checker  777788889999 / us-east-1 / platform-us  ECS.10, FG.2, FG.3
# resource "aws_ecs_service" "link-checker" {
#   name = "link-checker"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## telemetry  777788889999 / us-east-1 / platform-us  FG.2
# resource "aws_ecs_service" "telemetry" {
#   name = "telemetry"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }

## win-signer  777788889999 / us-east-1 / platform-us  FG.2
# resource "aws_ecs_service" "win-signer" {
#   name = "win-signer"
#
#   # LATEST is resolved when a deployment starts; the second line starts one.
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # other arguments unchanged
# }
