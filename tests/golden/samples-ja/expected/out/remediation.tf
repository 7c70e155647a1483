## Amazon ECSコンプライアンスレポート（評価基準日時：2026-10-01 09:30:00 UTC）の修復方法
## このままでは何も適用されません。各項目は、お使いの設定で変更する引数を示しています。設定に書き写し、適用する前に実行計画を確認してください。

## carrier-sync  012345678901 / ap-northeast-1 / wms  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "carrier-sync" {
#   name = "carrier-sync"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## picking  012345678901 / ap-northeast-1 / wms  FG.2
# resource "aws_ecs_service" "picking" {
#   name = "picking"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## customs  012345678901 / eu-west-1 / wms-eu  FG.2
# resource "aws_ecs_service" "customs" {
#   name = "customs"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## weigher  012345678901 / eu-west-1 / wms-eu  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "weigher" {
#   name = "weigher"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## backoffice  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.12
# resource "aws_ecs_cluster" "backoffice" {
#   name = "backoffice"
#
#   # "enabled"でもかまいません。AWSプロバイダーの古いバージョンは"enhanced"に対応していません
#   setting {
#     name  = "containerInsights"
#     value = "enhanced"
#   }
#
#   # その他の引数は変更しません
# }

## backoffice-admin-web:31  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.5
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "backoffice-admin-web" {
#   family = "backoffice-admin-web"
#
#   container_definitions = jsonencode([
#     {
#       readonlyRootFilesystem = true
#
#       # 書き込むフォルダーごとに指定します。sizeの単位はMiBで、コンテナのメモリを使用します
#       linuxParameters = {
#         tmpfs = [{ containerPath = "/tmp", size = 64 }]
#       }
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## backoffice-admin-web:31  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "backoffice-admin-web" {
#   family = "backoffice-admin-web"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## backoffice-admin-web:31  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "backoffice-admin-web" {
#   family = "backoffice-admin-web"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## backoffice-jinji-portal:43  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.5
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "backoffice-jinji-portal" {
#   family = "backoffice-jinji-portal"
#
#   container_definitions = jsonencode([
#     {
#       readonlyRootFilesystem = true
#
#       # 書き込むフォルダーごとに指定します。sizeの単位はMiBで、コンテナのメモリを使用します
#       linuxParameters = {
#         tmpfs = [{ containerPath = "/tmp", size = 64 }]
#       }
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## backoffice-jinji-portal:43  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "backoffice-jinji-portal" {
#   family = "backoffice-jinji-portal"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## backoffice-legacy-crm:10  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.5
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "backoffice-legacy-crm" {
#   family = "backoffice-legacy-crm"
#
#   container_definitions = jsonencode([
#     {
#       readonlyRootFilesystem = true
#
#       # 書き込むフォルダーごとに指定します。sizeの単位はMiBで、コンテナのメモリを使用します
#       linuxParameters = {
#         tmpfs = [{ containerPath = "/tmp", size = 64 }]
#       }
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## backoffice-legacy-crm:10  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "backoffice-legacy-crm" {
#   family = "backoffice-legacy-crm"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## backoffice-legacy-crm:10  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "backoffice-legacy-crm" {
#   family = "backoffice-legacy-crm"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## batch-erp-bridge:18  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.5
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "batch-erp-bridge" {
#   family = "batch-erp-bridge"
#
#   container_definitions = jsonencode([
#     {
#       readonlyRootFilesystem = true
#
#       # 書き込むフォルダーごとに指定します。sizeの単位はMiBで、コンテナのメモリを使用します
#       linuxParameters = {
#         tmpfs = [{ containerPath = "/tmp", size = 64 }]
#       }
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## batch-erp-bridge:18  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.8
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "batch-erp-bridge" {
#   family = "batch-erp-bridge"
#
#   # AWSの認証情報は、キーではなくこのロールから取得します
#   task_role_arn = "<TASK_ROLE_ARN>"
#
#   # secretsを使う場合、このロールに読み取りの権限が必要です（secretsmanager:GetSecretValueまたはssm:GetParameters、kms:Decrypt）
#   execution_role_arn = "<EXECUTION_ROLE_ARN>"
#
#   container_definitions = jsonencode([
#     {
#       # environmentからはキーを取り除きます
#
#       # ほかのシークレットが必要な場合だけ指定します
#       secrets = [
#         { name = "<NAME>", valueFrom = "<SECRET_OR_PARAMETER_ARN>" },
#       ]
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## batch-gpu  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.19
# resource "aws_ecs_capacity_provider" "batch-gpu" {
#   name = "batch-gpu"
#
#   auto_scaling_group_provider {
#     auto_scaling_group_arn         = "<AUTO_SCALING_GROUP_ARN>"
#     managed_termination_protection = "ENABLED"
#
#     # マネージドスケーリングが有効な場合にだけ機能します
#     managed_scaling {
#       status = "ENABLED"
#     }
#   }
#
#   # その他の引数は変更しません
# }
#
# # TerraformとECSが互いの変更を打ち消さないように、Auto Scalingグループには次を設定します。
# #   protect_from_scale_in = true

## batch-nightly-sales:20  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "batch-nightly-sales" {
#   family = "batch-nightly-sales"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## batch-report-windows:41  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.21
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "batch-report-windows" {
#   family = "batch-report-windows"
#
#   runtime_platform {
#     operating_system_family = "<OPERATING_SYSTEM_FAMILY>" # WINDOWS_SERVER_2022_COREなど。Linuxの場合はLINUX
#   }
#
#   container_definitions = jsonencode([
#     {
#       # Windowsの場合に指定します。DockerfileでもUSERを指定してください
#       user = "ContainerUser"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## batch-stock-sync:34  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.3
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "batch-stock-sync" {
#   family = "batch-stock-sync"
#
#   # pid_modeは指定しません。サイドカーから同じタスクのほかのコンテナを見る必要がある場合は"task"を指定します。
#
#   # その他の引数は変更しません
# }

## batch-stock-sync:34  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.4
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "batch-stock-sync" {
#   family = "batch-stock-sync"
#
#   container_definitions = jsonencode([
#     {
#       privileged = false
#
#       # 必要なプログラムがある場合だけ、必要なケーパビリティのみを追加します
#       linuxParameters = {
#         capabilities = { add = ["<CAPABILITY>"] }
#       }
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## batch-stock-sync:34  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.17
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "batch-stock-sync" {
#   family = "batch-stock-sync"
#
#   network_mode = "awsvpc"
#
#   container_definitions = jsonencode([
#     {
#       # hostPortは指定しません（containerPortと同じになります）。extraHostsとhostnameも指定できません
#       portMappings = [{ containerPort = <PORT> }]
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }
#
# resource "aws_ecs_service" "<SERVICE>" {
#   network_configuration {
#     subnets         = ["<SUBNET>"]
#     security_groups = ["<SECURITY_GROUP>"]
#   }
#
#   # ロードバランサーを使う場合は、target_typeが"ip"のターゲットグループを指定します
#
#   # その他の引数は変更しません
# }

## shop-cart:43  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "shop-cart" {
#   family = "shop-cart"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## shop-coupon-api:10  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "shop-coupon-api" {
#   family = "shop-coupon-api"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## shop-gift-wrap:14  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.9
# resource "aws_cloudwatch_log_group" "shop-gift-wrap" {
#   name              = "<LOG_GROUP>"
#   retention_in_days = 365 # 方針に合わせて変更します
# }
#
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "shop-gift-wrap" {
#   family = "shop-gift-wrap"
#
#   # Fargateでは、このロールにlogs:CreateLogStreamとlogs:PutLogEventsの権限が必要です。EC2ではインスタンスロールに必要です
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
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## shop-image-resizer:9  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.18
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "shop-image-resizer" {
#   family = "shop-image-resizer"
#
#   # すべてのEFSボリュームに同じ設定をします
#   volume {
#     name = "<VOLUME>"
#
#     efs_volume_configuration {
#       file_system_id     = "<FILE_SYSTEM_ID>"
#       transit_encryption = "ENABLED"
#
#       # その他の引数は変更しません
#     }
#   }
#
#   # その他の引数は変更しません
# }

## shop-mail-worker:15  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.8
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "shop-mail-worker" {
#   family = "shop-mail-worker"
#
#   # AWSの認証情報は、キーではなくこのロールから取得します
#   task_role_arn = "<TASK_ROLE_ARN>"
#
#   # secretsを使う場合、このロールに読み取りの権限が必要です（secretsmanager:GetSecretValueまたはssm:GetParameters、kms:Decrypt）
#   execution_role_arn = "<EXECUTION_ROLE_ARN>"
#
#   container_definitions = jsonencode([
#     {
#       # environmentからはキーを取り除きます
#
#       # ほかのシークレットが必要な場合だけ指定します
#       secrets = [
#         { name = "<NAME>", valueFrom = "<SECRET_OR_PARAMETER_ARN>" },
#       ]
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## shop-review-api:27  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "shop-review-api" {
#   family = "shop-review-api"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## jinji-portal  111122223333 / ap-northeast-1 / backoffice  FG.1, FG.2, FG.3
# resource "aws_ecs_service" "jinji-portal" {
#   name = "jinji-portal"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## kintai  111122223333 / ap-northeast-1 / backoffice  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "kintai" {
#   name = "kintai"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## legacy-crm  111122223333 / ap-northeast-1 / backoffice  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "legacy-crm" {
#   name = "legacy-crm"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## vendor-edi  111122223333 / ap-northeast-1 / backoffice  FG.1, FG.2, FG.3
# resource "aws_ecs_service" "vendor-edi" {
#   name = "vendor-edi"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## erp-bridge  111122223333 / ap-northeast-1 / batch  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "erp-bridge" {
#   name = "erp-bridge"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## invoice-pdf  111122223333 / ap-northeast-1 / batch  FG.2
# resource "aws_ecs_service" "invoice-pdf" {
#   name = "invoice-pdf"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## ml-training  111122223333 / ap-northeast-1 / batch  ECS.10, FG.1, FG.2
# resource "aws_ecs_service" "ml-training" {
#   name = "ml-training"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## point-expiry  111122223333 / ap-northeast-1 / batch  ECS.10, FG.2, FG.3
# resource "aws_ecs_service" "point-expiry" {
#   name = "point-expiry"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## price-import  111122223333 / ap-northeast-1 / batch  FG.1, FG.3
# resource "aws_ecs_service" "price-import" {
#   name = "price-import"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## rss-builder  111122223333 / ap-northeast-1 / batch  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "rss-builder" {
#   name = "rss-builder"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## checkout  111122223333 / ap-northeast-1 / shop  FG.1, FG.3
# resource "aws_ecs_service" "checkout" {
#   name = "checkout"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## mail-worker  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "mail-worker" {
#   name = "mail-worker"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## order-history  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# # このサービスはCodeDeployでデプロイされるため、Terraformからはデプロイできません。platform_versionの変更や
# # force_new_deploymentはAWSに拒否されます。まず、AppSpecにPlatformVersion: LATESTを指定してCodeDeployでデプロイし
# # （AWS CLIの手順を参照）、AppSpecの管理元にも同じ行を記載します。そのうえで、次のように変更します。
# resource "aws_ecs_service" "order-history" {
#   name = "order-history"
#
#   # サービスを作り直すときにだけ使われます。
#   platform_version = "LATEST"
#
#   # CodeDeployが管理する項目です。AWSはLATESTを実際の番号で返すことがあるため、platform_versionも含めます。
#   lifecycle {
#     ignore_changes = [task_definition, load_balancer, platform_version]
#   }
#
#   # その他の引数は変更しません
# }

## payment-gateway  111122223333 / ap-northeast-1 / shop  FG.2
# resource "aws_ecs_service" "payment-gateway" {
#   name = "payment-gateway"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## recommendation  111122223333 / ap-northeast-1 / shop  FG.1, FG.3
# resource "aws_ecs_service" "recommendation" {
#   name = "recommendation"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## review-api  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "review-api" {
#   name = "review-api"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## search-indexer  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "search-indexer" {
#   name = "search-indexer"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## store-locator  111122223333 / ap-northeast-1 / shop  FG.2
# # このサービスはCodeDeployでデプロイされるため、Terraformからはデプロイできません。platform_versionの変更や
# # force_new_deploymentはAWSに拒否されます。まず、AppSpecにPlatformVersion: LATESTを指定してCodeDeployでデプロイし
# # （AWS CLIの手順を参照）、AppSpecの管理元にも同じ行を記載します。そのうえで、次のように変更します。
# resource "aws_ecs_service" "store-locator" {
#   name = "store-locator"
#
#   # サービスを作り直すときにだけ使われます。
#   platform_version = "LATEST"
#
#   # CodeDeployが管理する項目です。AWSはLATESTを実際の番号で返すことがあるため、platform_versionも含めます。
#   lifecycle {
#     ignore_changes = [task_definition, load_balancer, platform_version]
#   }
#
#   # その他の引数は変更しません
# }

## web-canary  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# # このサービスは外部コントローラーでデプロイされます。プラットフォームバージョンはタスクセットごとに決まり、変更するとタスクセットが
# # 作り直されます。タスクを止めないために、2つ目のタスクセットを追加して適用し、プライマリに切り替えてから（AWS CLIの手順を参照。
# # Terraformには該当する引数がありません）、古いリソースを削除してください。
# resource "aws_ecs_task_set" "web-canary_latest" {
#   service         = "web-canary"
#   cluster         = "shop"
#   task_definition = "arn:aws:ecs:ap-northeast-1:111122223333:task-definition/shop-web-canary:47"
#
#   platform_version  = "LATEST"
#   wait_until_stable = true
#
#   # その他の引数は変更せず、古いタスクセットから転記します
# }

## checkout  111122223333 / eu-west-1 / shop-eu  FG.1, FG.3
# resource "aws_ecs_service" "checkout" {
#   name = "checkout"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## gdpr-export  111122223333 / eu-west-1 / shop-eu  FG.2
# resource "aws_ecs_service" "gdpr-export" {
#   name = "gdpr-export"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## vat-service  111122223333 / eu-west-1 / shop-eu  ECS.10, FG.1, FG.2
# resource "aws_ecs_service" "vat-service" {
#   name = "vat-service"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## shop-us-api:21  111122223333 / us-east-1 / <CLUSTER>  ECS.5
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "shop-us-api" {
#   family = "shop-us-api"
#
#   container_definitions = jsonencode([
#     {
#       readonlyRootFilesystem = true
#
#       # 書き込むフォルダーごとに指定します。sizeの単位はMiBで、コンテナのメモリを使用します
#       linuxParameters = {
#         tmpfs = [{ containerPath = "/tmp", size = 64 }]
#       }
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## shop-us-api:21  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "shop-us-api" {
#   family = "shop-us-api"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## shop-us-api:21  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "shop-us-api" {
#   family = "shop-us-api"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## shop-us-checkout:24  111122223333 / us-east-1 / <CLUSTER>  ECS.5
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "shop-us-checkout" {
#   family = "shop-us-checkout"
#
#   container_definitions = jsonencode([
#     {
#       readonlyRootFilesystem = true
#
#       # 書き込むフォルダーごとに指定します。sizeの単位はMiBで、コンテナのメモリを使用します
#       linuxParameters = {
#         tmpfs = [{ containerPath = "/tmp", size = 64 }]
#       }
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## shop-us-checkout:24  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "shop-us-checkout" {
#   family = "shop-us-checkout"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## shop-us-checkout:24  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "shop-us-checkout" {
#   family = "shop-us-checkout"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## shop-us-fraud-check:35  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "shop-us-fraud-check" {
#   family = "shop-us-fraud-check"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## shop-us-fraud-check:35  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "shop-us-fraud-check" {
#   family = "shop-us-fraud-check"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## shop-us-mail-worker:32  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "shop-us-mail-worker" {
#   family = "shop-us-mail-worker"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## shop-us-mail-worker:32  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "shop-us-mail-worker" {
#   family = "shop-us-mail-worker"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## shop-us-sales-tax:53  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "shop-us-sales-tax" {
#   family = "shop-us-sales-tax"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## shop-us-sales-tax:53  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "shop-us-sales-tax" {
#   family = "shop-us-sales-tax"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## shop-us-search-api:28  111122223333 / us-east-1 / <CLUSTER>  ECS.5
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "shop-us-search-api" {
#   family = "shop-us-search-api"
#
#   container_definitions = jsonencode([
#     {
#       readonlyRootFilesystem = true
#
#       # 書き込むフォルダーごとに指定します。sizeの単位はMiBで、コンテナのメモリを使用します
#       linuxParameters = {
#         tmpfs = [{ containerPath = "/tmp", size = 64 }]
#       }
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## shop-us-search-api:28  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "shop-us-search-api" {
#   family = "shop-us-search-api"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## shop-us-search-api:28  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "shop-us-search-api" {
#   family = "shop-us-search-api"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## shop-us-web:58  111122223333 / us-east-1 / <CLUSTER>  ECS.5
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "shop-us-web" {
#   family = "shop-us-web"
#
#   container_definitions = jsonencode([
#     {
#       readonlyRootFilesystem = true
#
#       # 書き込むフォルダーごとに指定します。sizeの単位はMiBで、コンテナのメモリを使用します
#       linuxParameters = {
#         tmpfs = [{ containerPath = "/tmp", size = 64 }]
#       }
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## shop-us-web:58  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "shop-us-web" {
#   family = "shop-us-web"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## shop-us-web:58  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "shop-us-web" {
#   family = "shop-us-web"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## checkout  111122223333 / us-east-1 / shop-us  FG.2
# resource "aws_ecs_service" "checkout" {
#   name = "checkout"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## fraud-check  111122223333 / us-east-1 / shop-us  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "fraud-check" {
#   name = "fraud-check"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## mail-worker  111122223333 / us-east-1 / shop-us  FG.2
# resource "aws_ecs_service" "mail-worker" {
#   name = "mail-worker"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## sales-tax  111122223333 / us-east-1 / shop-us  FG.2
# resource "aws_ecs_service" "sales-tax" {
#   name = "sales-tax"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## web  111122223333 / us-east-1 / shop-us  ECS.2
# resource "aws_ecs_service" "web" {
#   name = "web"
#
#   network_configuration {
#     # NATゲートウェイかVPCエンドポイントのあるプライベートサブネット。タスクがイメージを取得するために必要です。
#     subnets          = ["<PRIVATE_SUBNET>"]
#     assign_public_ip = false
#
#     # security_groupsは変更しません
#   }
#
#   # その他の引数は変更しません
# }

## stg-shop  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.12
# resource "aws_ecs_cluster" "stg-shop" {
#   name = "stg-shop"
#
#   # "enabled"でもかまいません。AWSプロバイダーの古いバージョンは"enhanced"に対応していません
#   setting {
#     name  = "containerInsights"
#     value = "enhanced"
#   }
#
#   # その他の引数は変更しません
# }

## stg-shop-api:51  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.5
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "stg-shop-api" {
#   family = "stg-shop-api"
#
#   container_definitions = jsonencode([
#     {
#       readonlyRootFilesystem = true
#
#       # 書き込むフォルダーごとに指定します。sizeの単位はMiBで、コンテナのメモリを使用します
#       linuxParameters = {
#         tmpfs = [{ containerPath = "/tmp", size = 64 }]
#       }
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## stg-shop-api:51  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "stg-shop-api" {
#   family = "stg-shop-api"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## stg-shop-api:51  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "stg-shop-api" {
#   family = "stg-shop-api"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## stg-shop-cart:48  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.5
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "stg-shop-cart" {
#   family = "stg-shop-cart"
#
#   container_definitions = jsonencode([
#     {
#       readonlyRootFilesystem = true
#
#       # 書き込むフォルダーごとに指定します。sizeの単位はMiBで、コンテナのメモリを使用します
#       linuxParameters = {
#         tmpfs = [{ containerPath = "/tmp", size = 64 }]
#       }
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## stg-shop-cart:48  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "stg-shop-cart" {
#   family = "stg-shop-cart"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## stg-shop-cart:48  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "stg-shop-cart" {
#   family = "stg-shop-cart"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## stg-shop-checkout:17  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.5
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "stg-shop-checkout" {
#   family = "stg-shop-checkout"
#
#   container_definitions = jsonencode([
#     {
#       readonlyRootFilesystem = true
#
#       # 書き込むフォルダーごとに指定します。sizeの単位はMiBで、コンテナのメモリを使用します
#       linuxParameters = {
#         tmpfs = [{ containerPath = "/tmp", size = 64 }]
#       }
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## stg-shop-checkout:17  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "stg-shop-checkout" {
#   family = "stg-shop-checkout"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## stg-shop-checkout:17  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "stg-shop-checkout" {
#   family = "stg-shop-checkout"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## stg-shop-load-test:4  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "stg-shop-load-test" {
#   family = "stg-shop-load-test"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## stg-shop-load-test:4  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "stg-shop-load-test" {
#   family = "stg-shop-load-test"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## stg-shop-mail-worker:18  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "stg-shop-mail-worker" {
#   family = "stg-shop-mail-worker"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## stg-shop-mail-worker:18  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "stg-shop-mail-worker" {
#   family = "stg-shop-mail-worker"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## stg-shop-search-indexer:1  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "stg-shop-search-indexer" {
#   family = "stg-shop-search-indexer"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## stg-shop-search-indexer:1  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "stg-shop-search-indexer" {
#   family = "stg-shop-search-indexer"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## stg-shop-web:60  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.5
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "stg-shop-web" {
#   family = "stg-shop-web"
#
#   container_definitions = jsonencode([
#     {
#       readonlyRootFilesystem = true
#
#       # 書き込むフォルダーごとに指定します。sizeの単位はMiBで、コンテナのメモリを使用します
#       linuxParameters = {
#         tmpfs = [{ containerPath = "/tmp", size = 64 }]
#       }
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## stg-shop-web:60  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "stg-shop-web" {
#   family = "stg-shop-web"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## stg-shop-web:60  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "stg-shop-web" {
#   family = "stg-shop-web"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## cart  444455556666 / ap-northeast-1 / stg-shop  FG.2
# resource "aws_ecs_service" "cart" {
#   name = "cart"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## mail-worker  444455556666 / ap-northeast-1 / stg-shop  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "mail-worker" {
#   name = "mail-worker"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## ci-runner  777788889999 / ap-northeast-1 / platform  ECS.10, FG.1, FG.2, FG.3
# resource "aws_ecs_service" "ci-runner" {
#   name = "ci-runner"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## keycloak  777788889999 / ap-northeast-1 / platform  FG.1, FG.3
# resource "aws_ecs_service" "keycloak" {
#   name = "keycloak"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## prometheus  777788889999 / ap-northeast-1 / platform  FG.2
# resource "aws_ecs_service" "prometheus" {
#   name = "prometheus"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## secrets-rotator  777788889999 / ap-northeast-1 / platform  FG.2
# resource "aws_ecs_service" "secrets-rotator" {
#   name = "secrets-rotator"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## platform-us-artifact-cache:58  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "platform-us-artifact-cache" {
#   family = "platform-us-artifact-cache"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## platform-us-artifact-cache:58  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "platform-us-artifact-cache" {
#   family = "platform-us-artifact-cache"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## platform-us-geo-dns:21  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "platform-us-geo-dns" {
#   family = "platform-us-geo-dns"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## platform-us-geo-dns:21  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "platform-us-geo-dns" {
#   family = "platform-us-geo-dns"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## platform-us-link-checker:21  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "platform-us-link-checker" {
#   family = "platform-us-link-checker"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## platform-us-link-checker:21  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "platform-us-link-checker" {
#   family = "platform-us-link-checker"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## platform-us-proxy:52  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "platform-us-proxy" {
#   family = "platform-us-proxy"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## platform-us-proxy:52  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "platform-us-proxy" {
#   family = "platform-us-proxy"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## platform-us-status-page:33  777788889999 / us-east-1 / <CLUSTER>  ECS.5
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "platform-us-status-page" {
#   family = "platform-us-status-page"
#
#   container_definitions = jsonencode([
#     {
#       readonlyRootFilesystem = true
#
#       # 書き込むフォルダーごとに指定します。sizeの単位はMiBで、コンテナのメモリを使用します
#       linuxParameters = {
#         tmpfs = [{ containerPath = "/tmp", size = 64 }]
#       }
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## platform-us-status-page:33  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "platform-us-status-page" {
#   family = "platform-us-status-page"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## platform-us-status-page:33  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "platform-us-status-page" {
#   family = "platform-us-status-page"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## platform-us-telemetry:18  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "platform-us-telemetry" {
#   family = "platform-us-telemetry"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## platform-us-telemetry:18  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "platform-us-telemetry" {
#   family = "platform-us-telemetry"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## platform-us-vpn-monitor:42  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "platform-us-vpn-monitor" {
#   family = "platform-us-vpn-monitor"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## platform-us-vpn-monitor:42  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "platform-us-vpn-monitor" {
#   family = "platform-us-vpn-monitor"
#
#   container_definitions = jsonencode([
#     {
#       # 0以外のユーザーとグループ。イメージ内の必要なファイルを読み書きできるものを指定します
#       user = "<UID:GID>"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## platform-us-win-signer:29  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # タグの変更だけでは、新しいリビジョンは作成されません。
# resource "aws_ecs_task_definition" "platform-us-win-signer" {
#   family = "platform-us-win-signer"
#
#   tags = {
#     "<KEY>" = "<VALUE>"
#   }
#
#   # その他の引数は変更しません
# }

## platform-us-win-signer:29  777788889999 / us-east-1 / <CLUSTER>  ECS.21
# # 新しいリビジョンが登録されます。サービスからは、このリソースのARNで参照してください。
# resource "aws_ecs_task_definition" "platform-us-win-signer" {
#   family = "platform-us-win-signer"
#
#   runtime_platform {
#     operating_system_family = "<OPERATING_SYSTEM_FAMILY>" # WINDOWS_SERVER_2022_COREなど。Linuxの場合はLINUX
#   }
#
#   container_definitions = jsonencode([
#     {
#       # Windowsの場合に指定します。DockerfileでもUSERを指定してください
#       user = "ContainerUser"
#
#       # その他の項目は変更しません
#     },
#   ])
#
#   # その他の引数は変更しません
# }

## artifact-cache  777788889999 / us-east-1 / platform-us  FG.2
# resource "aws_ecs_service" "artifact-cache" {
#   name = "artifact-cache"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## link-checker  777788889999 / us-east-1 / platform-us  ECS.10, FG.2, FG.3
# resource "aws_ecs_service" "link-checker" {
#   name = "link-checker"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## telemetry  777788889999 / us-east-1 / platform-us  FG.2
# resource "aws_ecs_service" "telemetry" {
#   name = "telemetry"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }

## win-signer  777788889999 / us-east-1 / platform-us  FG.2
# resource "aws_ecs_service" "win-signer" {
#   name = "win-signer"
#
#   # LATESTはデプロイの開始時に解決されるため、2行目で新しいデプロイを開始します。
#   platform_version     = "LATEST"
#   force_new_deployment = true
#
#   # その他の引数は変更しません
# }
