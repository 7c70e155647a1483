#!/bin/sh
## Amazon ECSコンプライアンスレポート（評価基準日時：2026-10-01 09:30:00 UTC）の修復方法
## このままでは何も実行されません。項目の内容を確認し、各行の先頭の「#」とその直後の空白を取り除き、< >の部分を記入してから、1項目ずつ実行してください。
set -eu

## carrier-sync  012345678901 / ap-northeast-1 / wms  ECS.10, FG.1, FG.2, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster wms \
#   --service carrier-sync \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster wms \
#   --services carrier-sync
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster wms \
#   --services carrier-sync \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## picking  012345678901 / ap-northeast-1 / wms  FG.2
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster wms \
#   --service picking \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster wms \
#   --services picking
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster wms \
#   --services picking \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## customs  012345678901 / eu-west-1 / wms-eu  FG.2
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster wms-eu \
#   --service customs \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster wms-eu \
#   --services customs
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster wms-eu \
#   --services customs \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## weigher  012345678901 / eu-west-1 / wms-eu  ECS.10, FG.1, FG.2, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster wms-eu \
#   --service weigher \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster wms-eu \
#   --services weigher
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster wms-eu \
#   --services weigher \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## backoffice  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.12
# # Container Insightsを有効にします。クラスターとサービスのメトリクスだけでよい場合は、enhancedの代わりにenabledを指定してください。
# aws ecs update-cluster-settings \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --settings name=containerInsights,value=enhanced
#
# # 確認：値がenhancedになっていること。
# aws ecs describe-clusters \
#   --region ap-northeast-1 \
#   --clusters backoffice \
#   --include SETTINGS \
#   --query 'clusters[].settings[]' \
#   --output table
#
# # 今後作成するクラスターのために、このリージョンのアカウントの既定値にする場合：
# # aws ecs put-account-setting-default --region ap-northeast-1 --name containerInsights --value enhanced

## backoffice-admin-web:31  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.5
# # ルートファイルシステムを読み取り専用にしたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # 先にテスト環境で確認してください。ここで変更するコンテナには、/tmpに64MiBのtmpfsも追加します（コンテナのメモリを使用します）。
# # サイズとフォルダーは、プログラムが書き込む内容に合わせて変更してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition backoffice-admin-web:31 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | .containerDefinitions[] |= if .readonlyRootFilesystem then . else
#         .readonlyRootFilesystem = true
#         | if any((.mountPoints, .linuxParameters.tmpfs)[]?; .containerPath == "/tmp") then . else
#             .linuxParameters.tmpfs += [{containerPath: "/tmp", size: 64}]
#           end
#       end')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：すべてのLinuxコンテナがTrueになっていること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## backoffice-admin-web:31  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:111122223333:task-definition/backoffice-admin-web:31 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:111122223333:task-definition/backoffice-admin-web:31 \
#   --output table

## backoffice-admin-web:31  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition backoffice-admin-web:31 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## backoffice-jinji-portal:43  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.5
# # ルートファイルシステムを読み取り専用にしたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # 先にテスト環境で確認してください。ここで変更するコンテナには、/tmpに64MiBのtmpfsも追加します（コンテナのメモリを使用します）。
# # サイズとフォルダーは、プログラムが書き込む内容に合わせて変更してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition backoffice-jinji-portal:43 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | .containerDefinitions[] |= if .readonlyRootFilesystem then . else
#         .readonlyRootFilesystem = true
#         | if any((.mountPoints, .linuxParameters.tmpfs)[]?; .containerPath == "/tmp") then . else
#             .linuxParameters.tmpfs += [{containerPath: "/tmp", size: 64}]
#           end
#       end')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：すべてのLinuxコンテナがTrueになっていること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## backoffice-jinji-portal:43  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition backoffice-jinji-portal:43 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## backoffice-legacy-crm:10  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.5
# # ルートファイルシステムを読み取り専用にしたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # 先にテスト環境で確認してください。ここで変更するコンテナには、/tmpに64MiBのtmpfsも追加します（コンテナのメモリを使用します）。
# # サイズとフォルダーは、プログラムが書き込む内容に合わせて変更してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition backoffice-legacy-crm:10 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | .containerDefinitions[] |= if .readonlyRootFilesystem then . else
#         .readonlyRootFilesystem = true
#         | if any((.mountPoints, .linuxParameters.tmpfs)[]?; .containerPath == "/tmp") then . else
#             .linuxParameters.tmpfs += [{containerPath: "/tmp", size: 64}]
#           end
#       end')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：すべてのLinuxコンテナがTrueになっていること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## backoffice-legacy-crm:10  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:111122223333:task-definition/backoffice-legacy-crm:10 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:111122223333:task-definition/backoffice-legacy-crm:10 \
#   --output table

## backoffice-legacy-crm:10  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition backoffice-legacy-crm:10 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## batch-erp-bridge:18  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.5
# # ルートファイルシステムを読み取り専用にしたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # 先にテスト環境で確認してください。ここで変更するコンテナには、/tmpに64MiBのtmpfsも追加します（コンテナのメモリを使用します）。
# # サイズとフォルダーは、プログラムが書き込む内容に合わせて変更してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition batch-erp-bridge:18 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | .containerDefinitions[] |= if .readonlyRootFilesystem then . else
#         .readonlyRootFilesystem = true
#         | if any((.mountPoints, .linuxParameters.tmpfs)[]?; .containerPath == "/tmp") then . else
#             .linuxParameters.tmpfs += [{containerPath: "/tmp", size: 64}]
#           end
#       end')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：すべてのLinuxコンテナがTrueになっていること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## batch-erp-bridge:18  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.8
# # キーの代わりにタスクロールで権限を与えるリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでに指定されているタスクロールは変更しません。キーが持っていた権限のうち、プログラムに必要なものをロールに付与してください。
# # ほかのシークレットが必要な場合は、Secrets Managerに保存し、secretsに追加してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# task_role='<TASK_ROLE_ARN>'
# names=AWS_ACCESS_KEY_ID
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition batch-erp-bridge:18 --include TAGS --output json |
#   jq --arg role "$task_role" --arg names "$names" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | ($names | split(", ")) as $leaked
#     | del(.containerDefinitions[].environment[]? | select(.name | IN($leaked[])))
#     | .taskRoleArn = (.taskRoleArn // $role)')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：残った変数の名前です。認証情報を表すものがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].environment[].name' \
#   --output text

# # すべてのサービス、スケジュール、パイプラインがキーなしで動くようになったら、キーの所有者と最終使用日時を確認し、無効化します。
# # キーIDは、古いリビジョンのAWS_ACCESS_KEY_IDの値です。AWS以外のキーは、発行元で置き換えてください。
# region=ap-northeast-1
# family=batch-erp-bridge
# old=batch-erp-bridge:18
# key='<ACCESS_KEY_ID>'
#
# user=$(aws iam get-access-key-last-used --access-key-id "$key" --query UserName --output text)
# aws iam get-access-key-last-used --access-key-id "$key"
# aws iam update-access-key --user-name "$user" --access-key-id "$key" --status Inactive
#
# # 古いリビジョンには、まだキーが残っています。ファミリーのすべてのリビジョン（登録解除済みのものを含む）を確認します。
# aws ecs list-task-definitions --region "$region" --family-prefix "$family" --status ACTIVE
# aws ecs list-task-definitions --region "$region" --family-prefix "$family" --status INACTIVE
#
# # 影響がないことを確認できたら、キーを削除し、キーを含むリビジョンをすべて登録解除して削除します。どちらも元に戻せず、
# # サービスをそれらのリビジョンに戻すこともできなくなります。
# # aws iam delete-access-key --user-name "$user" --access-key-id "$key"
# # aws ecs deregister-task-definition --region "$region" --task-definition "$old"
# # aws ecs delete-task-definitions --region "$region" --task-definitions "$old"

## batch-gpu  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.19
# # マネージド終了保護は、マネージドスケーリングが有効な場合にだけ機能します。次のコマンドでENABLEDと表示されない場合は、
# # 下の指定をmanagedScaling={status=ENABLED},managedTerminationProtection=ENABLEDに置き換えてください。
# aws ecs describe-capacity-providers \
#   --region ap-northeast-1 \
#   --capacity-providers batch-gpu \
#   --query 'capacityProviders[].autoScalingGroupProvider.managedScaling.status' \
#   --output text
#
# # グループにスケールインに対する保護が必要だというエラーになる場合は、先に次を実行してください：aws autoscaling
# # update-auto-scaling-group --auto-scaling-group-name <GROUP> --new-instances-protected-from-scale-in
# aws ecs update-capacity-provider \
#   --region ap-northeast-1 \
#   --name batch-gpu \
#   --auto-scaling-group-provider managedTerminationProtection=ENABLED
#
# # 確認：ENABLEDと表示され、しばらくしてUPDATE_COMPLETEになること。
# aws ecs describe-capacity-providers \
#   --region ap-northeast-1 \
#   --capacity-providers batch-gpu \
#   --query 'capacityProviders[].[autoScalingGroupProvider.managedTerminationProtection,updateStatus]' \
#   --output text

## batch-nightly-sales:20  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition batch-nightly-sales:20 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## batch-report-windows:41  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.21
# # Windowsコンテナが管理者以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。DockerfileでもUSERに同じユーザーを指定し、先にテスト環境で
# # 確認してください。Linuxコンテナの場合は、このコマンドは実行せず、runtimePlatform.operatingSystemFamilyにLINUXを
# # 指定してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition batch-report-windows:41 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | ascii_downcase | IN("", "containeradministrator")) | .user)
#         = "ContainerUser"')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：ContainerAdministrator、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## batch-stock-sync:34  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.3
# # pidModeを取り除き、コンテナごとにプロセス名前空間を分けたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition batch-stock-sync:34 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | del(.pidMode)')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：Noneと表示されること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.pidMode' \
#   --output text

## batch-stock-sync:34  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.4
# # 特権コンテナのないリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # カーネルの権限が必要なプログラムがある場合は、あらかじめlinuxParameters.capabilities.addに必要なケーパビリティを追加してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition batch-stock-sync:34 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.privileged) | .privileged) = false')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：Trueのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,privileged]' \
#   --output table

## batch-stock-sync:34  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.17
# # タスクごとに専用のネットワークインターフェイスを使うリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ4か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # ロードバランサーを使う場合は、先にターゲットタイプがipのターゲットグループを作成し、update-serviceに
# # --load-balancers targetGroupArn=ARN,containerName=NAME,containerPort=PORTも指定してください。
# # extraHostsとhostnameはawsvpcではサポートされないため、定義から取り除いてください。
# # 外部インスタンスではbridgeを指定し、ネットワーク設定は指定しません。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# network='awsvpcConfiguration={subnets=[<SUBNET>],securityGroups=[<SECURITY_GROUP>],assignPublicIp=DISABLED}'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition batch-stock-sync:34 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | .networkMode = "awsvpc"
#     | del(.containerDefinitions[].portMappings[]?.hostPort)')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}" \
#   --network-configuration "$network"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：awsvpcと表示されること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.networkMode' \
#   --output text

## shop-cart:43  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition shop-cart:43 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## shop-coupon-api:10  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:111122223333:task-definition/shop-coupon-api:10 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:111122223333:task-definition/shop-coupon-api:10 \
#   --output table

## shop-gift-wrap:14  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.9
# # すべてのコンテナの出力をCloudWatch Logsに送るリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ4か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # ログドライバーが設定済みのコンテナは変更しません。logs:CreateLogStreamとlogs:PutLogEventsの権限が必要です。
# # Fargateではタスク定義に指定したタスク実行ロールに、EC2ではインスタンスロールに付与してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# log_group='<LOG_GROUP>'
#
# # ロググループを作成します（すでにある場合、この2つのコマンドは不要です）。<DAYS>は保持日数です（365など）。
# aws logs create-log-group --region "$region" --log-group-name "$log_group"
# aws logs put-retention-policy --region "$region" --log-group-name "$log_group" \
#   --retention-in-days '<DAYS>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition shop-gift-wrap:14 --include TAGS --output json |
#   jq --arg group "$log_group" --arg region "$region" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | .containerDefinitions[] |= if .logConfiguration.logDriver then . else
#         .logConfiguration = {logDriver: "awslogs", options: {"awslogs-group": $group,
#           "awslogs-region": $region, "awslogs-stream-prefix": "ecs"}}
#       end')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：すべてのコンテナにログドライバーが設定されていること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,logConfiguration.logDriver]' \
#   --output table

## shop-image-resizer:9  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.18
# # すべてのEFSボリュームで転送時の暗号化を有効にしたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition shop-image-resizer:9 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.volumes[]? | .efsVolumeConfiguration | select(.) | .transitEncryption) = "ENABLED"')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：すべてのEFSボリュームがENABLEDになっていること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.volumes[?efsVolumeConfiguration].[name,efsVolumeConfiguration.transitEncryption]' \
#   --output table

## shop-mail-worker:15  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.8
# # キーの代わりにタスクロールで権限を与えるリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでに指定されているタスクロールは変更しません。キーが持っていた権限のうち、プログラムに必要なものをロールに付与してください。
# # ほかのシークレットが必要な場合は、Secrets Managerに保存し、secretsに追加してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# task_role='<TASK_ROLE_ARN>'
# names=AWS_SECRET_ACCESS_KEY
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition shop-mail-worker:15 --include TAGS --output json |
#   jq --arg role "$task_role" --arg names "$names" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | ($names | split(", ")) as $leaked
#     | del(.containerDefinitions[].environment[]? | select(.name | IN($leaked[])))
#     | .taskRoleArn = (.taskRoleArn // $role)')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：残った変数の名前です。認証情報を表すものがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].environment[].name' \
#   --output text

# # すべてのサービス、スケジュール、パイプラインがキーなしで動くようになったら、キーの所有者と最終使用日時を確認し、無効化します。
# # キーIDは、古いリビジョンのAWS_ACCESS_KEY_IDの値です。AWS以外のキーは、発行元で置き換えてください。
# region=ap-northeast-1
# family=shop-mail-worker
# old=shop-mail-worker:15
# key='<ACCESS_KEY_ID>'
#
# user=$(aws iam get-access-key-last-used --access-key-id "$key" --query UserName --output text)
# aws iam get-access-key-last-used --access-key-id "$key"
# aws iam update-access-key --user-name "$user" --access-key-id "$key" --status Inactive
#
# # 古いリビジョンには、まだキーが残っています。ファミリーのすべてのリビジョン（登録解除済みのものを含む）を確認します。
# aws ecs list-task-definitions --region "$region" --family-prefix "$family" --status ACTIVE
# aws ecs list-task-definitions --region "$region" --family-prefix "$family" --status INACTIVE
#
# # 影響がないことを確認できたら、キーを削除し、キーを含むリビジョンをすべて登録解除して削除します。どちらも元に戻せず、
# # サービスをそれらのリビジョンに戻すこともできなくなります。
# # aws iam delete-access-key --user-name "$user" --access-key-id "$key"
# # aws ecs deregister-task-definition --region "$region" --task-definition "$old"
# # aws ecs delete-task-definitions --region "$region" --task-definitions "$old"

## shop-review-api:27  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition shop-review-api:27 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## jinji-portal  111122223333 / ap-northeast-1 / backoffice  FG.1, FG.2, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --service jinji-portal \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --services jinji-portal
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --services jinji-portal \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## kintai  111122223333 / ap-northeast-1 / backoffice  ECS.10, FG.1, FG.2, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --service kintai \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --services kintai
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --services kintai \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## legacy-crm  111122223333 / ap-northeast-1 / backoffice  ECS.10, FG.1, FG.2, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --service legacy-crm \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --services legacy-crm
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --services legacy-crm \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## vendor-edi  111122223333 / ap-northeast-1 / backoffice  FG.1, FG.2, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --service vendor-edi \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --services vendor-edi
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --services vendor-edi \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## erp-bridge  111122223333 / ap-northeast-1 / batch  ECS.10, FG.1, FG.2, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --service erp-bridge \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services erp-bridge
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services erp-bridge \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## invoice-pdf  111122223333 / ap-northeast-1 / batch  FG.2
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --service invoice-pdf \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services invoice-pdf
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.0.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services invoice-pdf \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## ml-training  111122223333 / ap-northeast-1 / batch  ECS.10, FG.1, FG.2
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --service ml-training \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services ml-training
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services ml-training \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## point-expiry  111122223333 / ap-northeast-1 / batch  ECS.10, FG.2, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --service point-expiry \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services point-expiry
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services point-expiry \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## price-import  111122223333 / ap-northeast-1 / batch  FG.1, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --service price-import \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services price-import
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services price-import \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## rss-builder  111122223333 / ap-northeast-1 / batch  ECS.10, FG.1, FG.2, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --service rss-builder \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services rss-builder
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services rss-builder \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## checkout  111122223333 / ap-northeast-1 / shop  FG.1, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --service checkout \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services checkout
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services checkout \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## mail-worker  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --service mail-worker \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services mail-worker
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services mail-worker \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## order-history  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# # このサービスはCodeDeployでデプロイされます。update-serviceでは、プラットフォームバージョンの変更もデプロイの強制もできません。
# # <>で囲んだ4か所を置き換えてください。ECSコンソールで作成したサービスでは、通常はアプリケーションがAppECS-CLUSTER-SERVICE、
# # デプロイグループがDgpECS-CLUSTER-SERVICEです。AppSpecにフックやネットワークの設定がある場合は、下に追加してください。
# region=ap-northeast-1
# cluster=shop
# service=order-history
# task_definition=arn:aws:ecs:ap-northeast-1:111122223333:task-definition/shop-order-history:34
# application='<CODEDEPLOY_APPLICATION>'
# deployment_group='<DEPLOYMENT_GROUP>'
# container_name='<CONTAINER_NAME>'
# container_port='<CONTAINER_PORT>'
#
# appspec="version: 0.0
# Resources:
#   - TargetService:
#       Type: AWS::ECS::Service
#       Properties:
#         TaskDefinition: $task_definition
#         PlatformVersion: LATEST
#         LoadBalancerInfo:
#           ContainerName: $container_name
#           ContainerPort: $container_port"
#
# deployment=$(aws deploy create-deployment \
#   --region "$region" \
#   --application-name "$application" \
#   --deployment-group-name "$deployment_group" \
#   --revision "revisionType=AppSpecContent,appSpecContent={content='$appspec'}" \
#   --query deploymentId --output text)
#
# # 成功するまで待ちます（最長30分）。
# aws deploy wait deployment-successful --region "$region" --deployment-id "$deployment"
#
# # 確認：PRIMARYのタスクセットのプラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region "$region" \
#   --cluster "$cluster" \
#   --services "$service" \
#   --query 'services[].taskSets[].[id,status,platformVersion,runningCount]' \
#   --output table

## payment-gateway  111122223333 / ap-northeast-1 / shop  FG.2
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --service payment-gateway \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services payment-gateway
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services payment-gateway \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## recommendation  111122223333 / ap-northeast-1 / shop  FG.1, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --service recommendation \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services recommendation
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services recommendation \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## review-api  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --service review-api \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services review-api
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services review-api \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## search-indexer  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --service search-indexer \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services search-indexer
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services search-indexer \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## store-locator  111122223333 / ap-northeast-1 / shop  FG.2
# # このサービスはCodeDeployでデプロイされます。update-serviceでは、プラットフォームバージョンの変更もデプロイの強制もできません。
# # <>で囲んだ4か所を置き換えてください。ECSコンソールで作成したサービスでは、通常はアプリケーションがAppECS-CLUSTER-SERVICE、
# # デプロイグループがDgpECS-CLUSTER-SERVICEです。AppSpecにフックやネットワークの設定がある場合は、下に追加してください。
# region=ap-northeast-1
# cluster=shop
# service=store-locator
# task_definition=arn:aws:ecs:ap-northeast-1:111122223333:task-definition/shop-store-locator:4
# application='<CODEDEPLOY_APPLICATION>'
# deployment_group='<DEPLOYMENT_GROUP>'
# container_name='<CONTAINER_NAME>'
# container_port='<CONTAINER_PORT>'
#
# appspec="version: 0.0
# Resources:
#   - TargetService:
#       Type: AWS::ECS::Service
#       Properties:
#         TaskDefinition: $task_definition
#         PlatformVersion: LATEST
#         LoadBalancerInfo:
#           ContainerName: $container_name
#           ContainerPort: $container_port"
#
# deployment=$(aws deploy create-deployment \
#   --region "$region" \
#   --application-name "$application" \
#   --deployment-group-name "$deployment_group" \
#   --revision "revisionType=AppSpecContent,appSpecContent={content='$appspec'}" \
#   --query deploymentId --output text)
#
# # 成功するまで待ちます（最長30分）。
# aws deploy wait deployment-successful --region "$region" --deployment-id "$deployment"
#
# # 確認：PRIMARYのタスクセットのプラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region "$region" \
#   --cluster "$cluster" \
#   --services "$service" \
#   --query 'services[].taskSets[].[id,status,platformVersion,runningCount]' \
#   --output table

## web-canary  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# # このサービスは外部コントローラーでデプロイされます。プラットフォームバージョンはタスクセットごとに決まるため、新しいタスクセットが必要です。
# # <LOAD_BALANCERS>を置き換えてください（JSON形式。ない場合は[]）。キャパシティプロバイダーを使っている場合は、--launch-typeの代わりに
# # --capacity-provider-strategyを指定します。古いタスクセットにサービスレジストリがある場合は、それも追加してください。
# region=ap-northeast-1
# cluster=shop
# service=web-canary
# task_definition=arn:aws:ecs:ap-northeast-1:111122223333:task-definition/shop-web-canary:47
# load_balancers='<LOAD_BALANCERS>'
#
# old=$(aws ecs describe-task-sets \
#   --region "$region" --cluster "$cluster" --service "$service" \
#   --query 'taskSets[?status==`PRIMARY`]|[0].id' --output text)
# network=$(aws ecs describe-task-sets \
#   --region "$region" --cluster "$cluster" --service "$service" --task-sets "$old" \
#   --query 'taskSets[0].networkConfiguration' --output json)
#
# # 古いタスクセットと並行して、新しいタスクセットを作成します。
# new=$(aws ecs create-task-set \
#   --region "$region" --cluster "$cluster" --service "$service" \
#   --task-definition "$task_definition" \
#   --launch-type FARGATE \
#   --platform-version LATEST \
#   --network-configuration "$network" \
#   --load-balancers "$load_balancers" \
#   --scale value=100,unit=PERCENT \
#   --query taskSet.id --output text)
#
# # 安定するまで待ちます。
# until [ "$(aws ecs describe-task-sets \
#   --region "$region" --cluster "$cluster" --service "$service" --task-sets "$new" \
#   --query 'taskSets[0].stabilityStatus' --output text)" = STEADY_STATE ]; do
#   sleep 15
# done
#
# # プライマリにし、コントローラーが行わない場合はトラフィックも切り替えてから、古いタスクセットを削除します。
# aws ecs update-service-primary-task-set \
#   --region "$region" --cluster "$cluster" --service "$service" --primary-task-set "$new"
# aws ecs delete-task-set \
#   --region "$region" --cluster "$cluster" --service "$service" --task-set "$old" --force
#
# # 確認：PRIMARYのタスクセットのプラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-task-sets \
#   --region "$region" --cluster "$cluster" --service "$service" \
#   --query 'taskSets[].[id,status,platformVersion,runningCount]' \
#   --output table

## checkout  111122223333 / eu-west-1 / shop-eu  FG.1, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --service checkout \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --services checkout
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --services checkout \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## gdpr-export  111122223333 / eu-west-1 / shop-eu  FG.2
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --service gdpr-export \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --services gdpr-export
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --services gdpr-export \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## vat-service  111122223333 / eu-west-1 / shop-eu  ECS.10, FG.1, FG.2
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --service vat-service \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --services vat-service
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.0.0になっていること。
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --services vat-service \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## shop-us-api:21  111122223333 / us-east-1 / <CLUSTER>  ECS.5
# # ルートファイルシステムを読み取り専用にしたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # 先にテスト環境で確認してください。ここで変更するコンテナには、/tmpに64MiBのtmpfsも追加します（コンテナのメモリを使用します）。
# # サイズとフォルダーは、プログラムが書き込む内容に合わせて変更してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition shop-us-api:21 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | .containerDefinitions[] |= if .readonlyRootFilesystem then . else
#         .readonlyRootFilesystem = true
#         | if any((.mountPoints, .linuxParameters.tmpfs)[]?; .containerPath == "/tmp") then . else
#             .linuxParameters.tmpfs += [{containerPath: "/tmp", size: 64}]
#           end
#       end')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：すべてのLinuxコンテナがTrueになっていること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## shop-us-api:21  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-api:21 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-api:21 \
#   --output table

## shop-us-api:21  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition shop-us-api:21 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## shop-us-checkout:24  111122223333 / us-east-1 / <CLUSTER>  ECS.5
# # ルートファイルシステムを読み取り専用にしたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # 先にテスト環境で確認してください。ここで変更するコンテナには、/tmpに64MiBのtmpfsも追加します（コンテナのメモリを使用します）。
# # サイズとフォルダーは、プログラムが書き込む内容に合わせて変更してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition shop-us-checkout:24 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | .containerDefinitions[] |= if .readonlyRootFilesystem then . else
#         .readonlyRootFilesystem = true
#         | if any((.mountPoints, .linuxParameters.tmpfs)[]?; .containerPath == "/tmp") then . else
#             .linuxParameters.tmpfs += [{containerPath: "/tmp", size: 64}]
#           end
#       end')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：すべてのLinuxコンテナがTrueになっていること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## shop-us-checkout:24  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-checkout:24 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-checkout:24 \
#   --output table

## shop-us-checkout:24  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition shop-us-checkout:24 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## shop-us-fraud-check:35  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-fraud-check:35 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-fraud-check:35 \
#   --output table

## shop-us-fraud-check:35  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition shop-us-fraud-check:35 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## shop-us-mail-worker:32  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-mail-worker:32 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-mail-worker:32 \
#   --output table

## shop-us-mail-worker:32  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition shop-us-mail-worker:32 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## shop-us-sales-tax:53  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-sales-tax:53 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-sales-tax:53 \
#   --output table

## shop-us-sales-tax:53  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition shop-us-sales-tax:53 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## shop-us-search-api:28  111122223333 / us-east-1 / <CLUSTER>  ECS.5
# # ルートファイルシステムを読み取り専用にしたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # 先にテスト環境で確認してください。ここで変更するコンテナには、/tmpに64MiBのtmpfsも追加します（コンテナのメモリを使用します）。
# # サイズとフォルダーは、プログラムが書き込む内容に合わせて変更してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition shop-us-search-api:28 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | .containerDefinitions[] |= if .readonlyRootFilesystem then . else
#         .readonlyRootFilesystem = true
#         | if any((.mountPoints, .linuxParameters.tmpfs)[]?; .containerPath == "/tmp") then . else
#             .linuxParameters.tmpfs += [{containerPath: "/tmp", size: 64}]
#           end
#       end')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：すべてのLinuxコンテナがTrueになっていること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## shop-us-search-api:28  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-search-api:28 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-search-api:28 \
#   --output table

## shop-us-search-api:28  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition shop-us-search-api:28 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## shop-us-web:58  111122223333 / us-east-1 / <CLUSTER>  ECS.5
# # ルートファイルシステムを読み取り専用にしたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # 先にテスト環境で確認してください。ここで変更するコンテナには、/tmpに64MiBのtmpfsも追加します（コンテナのメモリを使用します）。
# # サイズとフォルダーは、プログラムが書き込む内容に合わせて変更してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition shop-us-web:58 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | .containerDefinitions[] |= if .readonlyRootFilesystem then . else
#         .readonlyRootFilesystem = true
#         | if any((.mountPoints, .linuxParameters.tmpfs)[]?; .containerPath == "/tmp") then . else
#             .linuxParameters.tmpfs += [{containerPath: "/tmp", size: 64}]
#           end
#       end')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：すべてのLinuxコンテナがTrueになっていること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## shop-us-web:58  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-web:58 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-web:58 \
#   --output table

## shop-us-web:58  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition shop-us-web:58 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## checkout  111122223333 / us-east-1 / shop-us  FG.2
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster shop-us \
#   --service checkout \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster shop-us \
#   --services checkout
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster shop-us \
#   --services checkout \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## fraud-check  111122223333 / us-east-1 / shop-us  ECS.10, FG.1, FG.2, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster shop-us \
#   --service fraud-check \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster shop-us \
#   --services fraud-check
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster shop-us \
#   --services fraud-check \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## mail-worker  111122223333 / us-east-1 / shop-us  FG.2
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster shop-us \
#   --service mail-worker \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster shop-us \
#   --services mail-worker
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster shop-us \
#   --services mail-worker \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## sales-tax  111122223333 / us-east-1 / shop-us  FG.2
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster shop-us \
#   --service sales-tax \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster shop-us \
#   --services sales-tax
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster shop-us \
#   --services sales-tax \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## web  111122223333 / us-east-1 / shop-us  ECS.2
# # サブネットには、NATゲートウェイか、ECR、S3、CloudWatch LogsのVPCエンドポイントが必要です。
# # 外向きの経路がないと、パブリックIPアドレスを持たないタスクは起動できません。
# # CodeDeployでデプロイするサービスでは、以下の代わりに、AppSpecでAssignPublicIp: DISABLEDを指定してください。
# region=us-east-1
# cluster=shop-us
# service=web
#
# # 現在のネットワーク設定から、パブリックIPアドレスの割り当てだけを外します。サブネットも変更する場合は、
# # DISABLEDの後ろ（波かっこの中）に次を追加してください： , subnets: ['<SUBNET>', '<SUBNET>']
# network=$(aws ecs describe-services \
#   --region "$region" --cluster "$cluster" --services "$service" \
#   --query "services[0].networkConfiguration.{awsvpcConfiguration: merge(awsvpcConfiguration, {assignPublicIp: 'DISABLED'})}" \
#   --output json)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" \
#   --network-configuration "$network"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：DISABLEDと表示されること。
# aws ecs describe-services \
#   --region "$region" --cluster "$cluster" --services "$service" \
#   --query 'services[].networkConfiguration.awsvpcConfiguration.assignPublicIp' \
#   --output text

## stg-shop  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.12
# # Container Insightsを有効にします。クラスターとサービスのメトリクスだけでよい場合は、enhancedの代わりにenabledを指定してください。
# aws ecs update-cluster-settings \
#   --region ap-northeast-1 \
#   --cluster stg-shop \
#   --settings name=containerInsights,value=enhanced
#
# # 確認：値がenhancedになっていること。
# aws ecs describe-clusters \
#   --region ap-northeast-1 \
#   --clusters stg-shop \
#   --include SETTINGS \
#   --query 'clusters[].settings[]' \
#   --output table
#
# # 今後作成するクラスターのために、このリージョンのアカウントの既定値にする場合：
# # aws ecs put-account-setting-default --region ap-northeast-1 --name containerInsights --value enhanced

## stg-shop-api:51  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.5
# # ルートファイルシステムを読み取り専用にしたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # 先にテスト環境で確認してください。ここで変更するコンテナには、/tmpに64MiBのtmpfsも追加します（コンテナのメモリを使用します）。
# # サイズとフォルダーは、プログラムが書き込む内容に合わせて変更してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition stg-shop-api:51 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | .containerDefinitions[] |= if .readonlyRootFilesystem then . else
#         .readonlyRootFilesystem = true
#         | if any((.mountPoints, .linuxParameters.tmpfs)[]?; .containerPath == "/tmp") then . else
#             .linuxParameters.tmpfs += [{containerPath: "/tmp", size: 64}]
#           end
#       end')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：すべてのLinuxコンテナがTrueになっていること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## stg-shop-api:51  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-api:51 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-api:51 \
#   --output table

## stg-shop-api:51  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition stg-shop-api:51 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## stg-shop-cart:48  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.5
# # ルートファイルシステムを読み取り専用にしたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # 先にテスト環境で確認してください。ここで変更するコンテナには、/tmpに64MiBのtmpfsも追加します（コンテナのメモリを使用します）。
# # サイズとフォルダーは、プログラムが書き込む内容に合わせて変更してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition stg-shop-cart:48 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | .containerDefinitions[] |= if .readonlyRootFilesystem then . else
#         .readonlyRootFilesystem = true
#         | if any((.mountPoints, .linuxParameters.tmpfs)[]?; .containerPath == "/tmp") then . else
#             .linuxParameters.tmpfs += [{containerPath: "/tmp", size: 64}]
#           end
#       end')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：すべてのLinuxコンテナがTrueになっていること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## stg-shop-cart:48  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-cart:48 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-cart:48 \
#   --output table

## stg-shop-cart:48  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition stg-shop-cart:48 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## stg-shop-checkout:17  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.5
# # ルートファイルシステムを読み取り専用にしたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # 先にテスト環境で確認してください。ここで変更するコンテナには、/tmpに64MiBのtmpfsも追加します（コンテナのメモリを使用します）。
# # サイズとフォルダーは、プログラムが書き込む内容に合わせて変更してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition stg-shop-checkout:17 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | .containerDefinitions[] |= if .readonlyRootFilesystem then . else
#         .readonlyRootFilesystem = true
#         | if any((.mountPoints, .linuxParameters.tmpfs)[]?; .containerPath == "/tmp") then . else
#             .linuxParameters.tmpfs += [{containerPath: "/tmp", size: 64}]
#           end
#       end')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：すべてのLinuxコンテナがTrueになっていること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## stg-shop-checkout:17  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-checkout:17 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-checkout:17 \
#   --output table

## stg-shop-checkout:17  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition stg-shop-checkout:17 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## stg-shop-load-test:4  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-load-test:4 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-load-test:4 \
#   --output table

## stg-shop-load-test:4  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition stg-shop-load-test:4 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## stg-shop-mail-worker:18  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-mail-worker:18 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-mail-worker:18 \
#   --output table

## stg-shop-mail-worker:18  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition stg-shop-mail-worker:18 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## stg-shop-search-indexer:1  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-search-indexer:1 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-search-indexer:1 \
#   --output table

## stg-shop-search-indexer:1  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition stg-shop-search-indexer:1 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## stg-shop-web:60  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.5
# # ルートファイルシステムを読み取り専用にしたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # 先にテスト環境で確認してください。ここで変更するコンテナには、/tmpに64MiBのtmpfsも追加します（コンテナのメモリを使用します）。
# # サイズとフォルダーは、プログラムが書き込む内容に合わせて変更してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition stg-shop-web:60 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | .containerDefinitions[] |= if .readonlyRootFilesystem then . else
#         .readonlyRootFilesystem = true
#         | if any((.mountPoints, .linuxParameters.tmpfs)[]?; .containerPath == "/tmp") then . else
#             .linuxParameters.tmpfs += [{containerPath: "/tmp", size: 64}]
#           end
#       end')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：すべてのLinuxコンテナがTrueになっていること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## stg-shop-web:60  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-web:60 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-web:60 \
#   --output table

## stg-shop-web:60  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition stg-shop-web:60 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## cart  444455556666 / ap-northeast-1 / stg-shop  FG.2
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster stg-shop \
#   --service cart \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster stg-shop \
#   --services cart
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster stg-shop \
#   --services cart \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## mail-worker  444455556666 / ap-northeast-1 / stg-shop  ECS.10, FG.1, FG.2, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster stg-shop \
#   --service mail-worker \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster stg-shop \
#   --services mail-worker
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster stg-shop \
#   --services mail-worker \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## ci-runner  777788889999 / ap-northeast-1 / platform  ECS.10, FG.1, FG.2, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --service ci-runner \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --services ci-runner
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --services ci-runner \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## keycloak  777788889999 / ap-northeast-1 / platform  FG.1, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --service keycloak \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --services keycloak
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --services keycloak \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## prometheus  777788889999 / ap-northeast-1 / platform  FG.2
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --service prometheus \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --services prometheus
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --services prometheus \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## secrets-rotator  777788889999 / ap-northeast-1 / platform  FG.2
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --service secrets-rotator \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --services secrets-rotator
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --services secrets-rotator \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## platform-us-artifact-cache:58  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-artifact-cache:58 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-artifact-cache:58 \
#   --output table

## platform-us-artifact-cache:58  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition platform-us-artifact-cache:58 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## platform-us-geo-dns:21  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-geo-dns:21 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-geo-dns:21 \
#   --output table

## platform-us-geo-dns:21  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition platform-us-geo-dns:21 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## platform-us-link-checker:21  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-link-checker:21 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-link-checker:21 \
#   --output table

## platform-us-link-checker:21  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition platform-us-link-checker:21 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## platform-us-proxy:52  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-proxy:52 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-proxy:52 \
#   --output table

## platform-us-proxy:52  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition platform-us-proxy:52 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## platform-us-status-page:33  777788889999 / us-east-1 / <CLUSTER>  ECS.5
# # ルートファイルシステムを読み取り専用にしたリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # 先にテスト環境で確認してください。ここで変更するコンテナには、/tmpに64MiBのtmpfsも追加します（コンテナのメモリを使用します）。
# # サイズとフォルダーは、プログラムが書き込む内容に合わせて変更してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition platform-us-status-page:33 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | .containerDefinitions[] |= if .readonlyRootFilesystem then . else
#         .readonlyRootFilesystem = true
#         | if any((.mountPoints, .linuxParameters.tmpfs)[]?; .containerPath == "/tmp") then . else
#             .linuxParameters.tmpfs += [{containerPath: "/tmp", size: 64}]
#           end
#       end')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：すべてのLinuxコンテナがTrueになっていること。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## platform-us-status-page:33  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-status-page:33 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-status-page:33 \
#   --output table

## platform-us-status-page:33  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition platform-us-status-page:33 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## platform-us-telemetry:18  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-telemetry:18 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-telemetry:18 \
#   --output table

## platform-us-telemetry:18  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition platform-us-telemetry:18 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## platform-us-vpn-monitor:42  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-vpn-monitor:42 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-vpn-monitor:42 \
#   --output table

## platform-us-vpn-monitor:42  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # コンテナがroot以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ3か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。先にテスト環境で、ユーザー（10001:10001など）が、イメージ内の
# # 必要なファイルを読み、必要なフォルダーに書き込めることを確認してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# user='<UID:GID>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition platform-us-vpn-monitor:42 --include TAGS --output json |
#   jq --arg user "$user" '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | test("^(root|0)?(:|$)")) | .user) = $user')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：root、0、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## platform-us-win-signer:29  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # 不足しているタグを追加します。複数ある場合はkey=…,value=…を繰り返してください。大文字と小文字は区別されます。
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-win-signer:29 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # 確認：リビジョンにタグが付いていること。今後のリビジョンでは、register-task-definitionの--tagsオプションで指定してください。
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-win-signer:29 \
#   --output table

## platform-us-win-signer:29  777788889999 / us-east-1 / <CLUSTER>  ECS.21
# # Windowsコンテナが管理者以外のユーザーで動くリビジョンを登録し、デプロイします。jqが必要です（AWS CloudShellには含まれています）。
# # <>で囲んだ2か所を置き換え、update-service以降のコマンドは、このファミリーを使うサービスごとに実行してください。
# # CodeDeployや外部コントローラーでデプロイするサービスには、update-serviceの代わりに、そのデプロイで新しいリビジョンを指定します。
# # すでにほかのユーザーが指定されているコンテナは変更しません。DockerfileでもUSERに同じユーザーを指定し、先にテスト環境で
# # 確認してください。Linuxコンテナの場合は、このコマンドは実行せず、runtimePlatform.operatingSystemFamilyにLINUXを
# # 指定してください。
# region=us-east-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
#
# definition=$(aws ecs describe-task-definition \
#   --region "$region" --task-definition platform-us-win-signer:29 --include TAGS --output json |
#   jq '.taskDefinition + {tags: [.tags[]? | select(.key | startswith("aws:") | not)]}
#     | del(.taskDefinitionArn, .revision, .status, .requiresAttributes, .compatibilities,
#         .registeredAt, .registeredBy, .deregisteredAt)
#     | if .tags == [] then del(.tags) else . end
#     | (.containerDefinitions[] | select(.user // "" | ascii_downcase | IN("", "containeradministrator")) | .user)
#         = "ContainerUser"')
#
# revision=$(aws ecs register-task-definition \
#   --region "$region" --cli-input-json "$definition" \
#   --query taskDefinition.taskDefinitionArn --output text)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" --task-definition "${revision:?}"
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # 確認：ContainerAdministrator、Noneのコンテナがないこと。
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## artifact-cache  777788889999 / us-east-1 / platform-us  FG.2
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster platform-us \
#   --service artifact-cache \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster platform-us \
#   --services artifact-cache
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster platform-us \
#   --services artifact-cache \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## link-checker  777788889999 / us-east-1 / platform-us  ECS.10, FG.2, FG.3
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster platform-us \
#   --service link-checker \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster platform-us \
#   --services link-checker
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster platform-us \
#   --services link-checker \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## telemetry  777788889999 / us-east-1 / platform-us  FG.2
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster platform-us \
#   --service telemetry \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster platform-us \
#   --services telemetry
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.4.0になっていること。
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster platform-us \
#   --services telemetry \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## win-signer  777788889999 / us-east-1 / platform-us  FG.2
# # プラットフォームバージョンをLATESTに変更し、稼働中のタスクを置き換えます。
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster platform-us \
#   --service win-signer \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # サービスが安定するまで待ちます（最長10分。足りない場合は再度実行してください）。
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster platform-us \
#   --services win-signer
#
# # 確認：PRIMARYのデプロイだけが残り、プラットフォームバージョンが1.0.0になっていること。
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster platform-us \
#   --services win-signer \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table
