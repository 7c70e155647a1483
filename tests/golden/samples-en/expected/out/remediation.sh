#!/bin/sh
## Remedies for the Amazon ECS compliance report as of 2026-10-01 09:30:00 UTC
## Nothing here runs as it stands. Read an entry, take the first # and the space behind it off its lines, fill in what stands in <>, and run it; then the next.
set -eu

## carrier-sync  012345678901 / ap-northeast-1 / wms  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster wms \
#   --service carrier-sync \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster wms \
#   --services carrier-sync
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster wms \
#   --services carrier-sync \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## picking  012345678901 / ap-northeast-1 / wms  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster wms \
#   --service picking \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster wms \
#   --services picking
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster wms \
#   --services picking \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## customs  012345678901 / eu-west-1 / wms-eu  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster wms-eu \
#   --service customs \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster wms-eu \
#   --services customs
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster wms-eu \
#   --services customs \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## weigher  012345678901 / eu-west-1 / wms-eu  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster wms-eu \
#   --service weigher \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster wms-eu \
#   --services weigher
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster wms-eu \
#   --services weigher \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## backoffice  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.12
# # Turn Container Insights on; write enabled instead of enhanced for the metrics of clusters and services only.
# aws ecs update-cluster-settings \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --settings name=containerInsights,value=enhanced
#
# # Check: the value should be enhanced.
# aws ecs describe-clusters \
#   --region ap-northeast-1 \
#   --clusters backoffice \
#   --include SETTINGS \
#   --query 'clusters[].settings[]' \
#   --output table
#
# # For clusters to come, make it the default of the account in this Region:
# # aws ecs put-account-setting-default --region ap-northeast-1 --name containerInsights --value enhanced

## backoffice-admin-web:31  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.5
# # Register a revision with read-only root file systems, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the two names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Try it in a test environment first. Containers that get one here also get a tmpfs of 64 MiB on /tmp, which
# # counts as their memory; change size and folders to what the programs write.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: every Linux container should say True.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## backoffice-admin-web:31  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:111122223333:task-definition/backoffice-admin-web:31 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:111122223333:task-definition/backoffice-admin-web:31 \
#   --output table

## backoffice-admin-web:31  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## backoffice-jinji-portal:43  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.5
# # Register a revision with read-only root file systems, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the two names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Try it in a test environment first. Containers that get one here also get a tmpfs of 64 MiB on /tmp, which
# # counts as their memory; change size and folders to what the programs write.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: every Linux container should say True.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## backoffice-jinji-portal:43  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## backoffice-legacy-crm:10  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.5
# # Register a revision with read-only root file systems, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the two names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Try it in a test environment first. Containers that get one here also get a tmpfs of 64 MiB on /tmp, which
# # counts as their memory; change size and folders to what the programs write.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: every Linux container should say True.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## backoffice-legacy-crm:10  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:111122223333:task-definition/backoffice-legacy-crm:10 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:111122223333:task-definition/backoffice-legacy-crm:10 \
#   --output table

## backoffice-legacy-crm:10  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## batch-erp-bridge:18  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.5
# # Register a revision with read-only root file systems, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the two names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Try it in a test environment first. Containers that get one here also get a tmpfs of 64 MiB on /tmp, which
# # counts as their memory; change size and folders to what the programs write.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: every Linux container should say True.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## batch-erp-bridge:18  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.8
# # Register a revision whose containers get their rights from a task role instead of keys, and deploy it. This
# # needs jq, which AWS CloudShell has. Fill in the three names in <>, and run the commands from update-service on
# # for every service of this family. A service that CodeDeploy or an external controller deploys takes the new
# # revision in a deployment there instead.
# # A task role that the definition already names stays: give it the permissions that the key had and the program
# # needs. Where a program needs another secret, store it in Secrets Manager and add it under secrets.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: these names of variables are left; none should stand for credentials.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].environment[].name' \
#   --output text

# # When every service, schedule and pipeline runs without the key: see whose it is and when it was last used, and
# # deactivate it. Its ID is the value of AWS_ACCESS_KEY_ID in the old revision. Keys of other kinds are replaced where
# # they were issued.
# region=ap-northeast-1
# family=batch-erp-bridge
# old=batch-erp-bridge:18
# key='<ACCESS_KEY_ID>'
#
# user=$(aws iam get-access-key-last-used --access-key-id "$key" --query UserName --output text)
# aws iam get-access-key-last-used --access-key-id "$key"
# aws iam update-access-key --user-name "$user" --access-key-id "$key" --status Inactive
#
# # The old revisions still show the key. These are all of the family, also those that were deregistered:
# aws ecs list-task-definitions --region "$region" --family-prefix "$family" --status ACTIVE
# aws ecs list-task-definitions --region "$region" --family-prefix "$family" --status INACTIVE
#
# # Once nothing has missed the key, delete it, and deregister and delete each revision that holds it. Neither comes
# # back, and no service can be rolled back to such a revision.
# # aws iam delete-access-key --user-name "$user" --access-key-id "$key"
# # aws ecs deregister-task-definition --region "$region" --task-definition "$old"
# # aws ecs delete-task-definitions --region "$region" --task-definitions "$old"

## batch-gpu  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.19
# # The protection works only with managed scaling: this should print ENABLED. If it does not, write
# # managedScaling={status=ENABLED},managedTerminationProtection=ENABLED below.
# aws ecs describe-capacity-providers \
#   --region ap-northeast-1 \
#   --capacity-providers batch-gpu \
#   --query 'capacityProviders[].autoScalingGroupProvider.managedScaling.status' \
#   --output text
#
# # If AWS answers that the group must have instance protection from scale in, first run: aws autoscaling
# # update-auto-scaling-group --auto-scaling-group-name <GROUP> --new-instances-protected-from-scale-in
# aws ecs update-capacity-provider \
#   --region ap-northeast-1 \
#   --name batch-gpu \
#   --auto-scaling-group-provider managedTerminationProtection=ENABLED
#
# # Check: it should print ENABLED, after a while UPDATE_COMPLETE.
# aws ecs describe-capacity-providers \
#   --region ap-northeast-1 \
#   --capacity-providers batch-gpu \
#   --query 'capacityProviders[].[autoScalingGroupProvider.managedTerminationProtection,updateStatus]' \
#   --output text

## batch-nightly-sales:20  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## batch-report-windows:41  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.21
# # Register a revision whose Windows containers do not run as administrator, and deploy it. This needs jq, which
# # AWS CloudShell has. Fill in the two names in <>, and run the commands from update-service on for every service
# # of this family. A service that CodeDeploy or an external controller deploys takes the new revision in a
# # deployment there instead.
# # Containers that name another user keep it. Set USER in the Dockerfile to the same user too, and try it in a test
# # environment first. If these are Linux containers, do not run this: set runtimePlatform.operatingSystemFamily to
# # LINUX instead.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say ContainerAdministrator or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## batch-stock-sync:34  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.3
# # Register a revision without pidMode, so that each container has a process namespace of its own, and deploy it.
# # This needs jq, which AWS CloudShell has. Fill in the two names in <>, and run the commands from update-service
# # on for every service of this family. A service that CodeDeploy or an external controller deploys takes the new
# # revision in a deployment there instead.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: it should say None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.pidMode' \
#   --output text

## batch-stock-sync:34  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.4
# # Register a revision without privileged containers, and deploy it. This needs jq, which AWS CloudShell has. Fill
# # in the two names in <>, and run the commands from update-service on for every service of this family. A service
# # that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # If a program needs a right of the kernel, add that capability first, under linuxParameters.capabilities.add.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say True.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,privileged]' \
#   --output table

## batch-stock-sync:34  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.17
# # Register a revision in which each task has a network interface of its own, and deploy it. This needs jq, which
# # AWS CloudShell has. Fill in the four names in <>, and run the commands from update-service on for every service
# # of this family. A service that CodeDeploy or an external controller deploys takes the new revision in a
# # deployment there instead.
# # Behind a load balancer, create a target group of type ip first and give it to update-service too, with
# # --load-balancers targetGroupArn=ARN,containerName=NAME,containerPort=PORT. Take extraHosts and hostname out of
# # the definition: awsvpc supports neither. On external instances set bridge, and leave the network configuration
# # out.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: it should say awsvpc.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.networkMode' \
#   --output text

## shop-cart:43  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## shop-coupon-api:10  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:111122223333:task-definition/shop-coupon-api:10 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:111122223333:task-definition/shop-coupon-api:10 \
#   --output table

## shop-gift-wrap:14  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.9
# # Register a revision that sends the output of every container to CloudWatch Logs, and deploy it. This needs jq,
# # which AWS CloudShell has. Fill in the four names in <>, and run the commands from update-service on for every
# # service of this family. A service that CodeDeploy or an external controller deploys takes the new revision in a
# # deployment there instead.
# # Containers that have a log driver keep theirs. On Fargate the definition has to name an execution role with
# # logs:CreateLogStream and logs:PutLogEvents; on EC2 the instance role needs them.
# region=ap-northeast-1
# cluster='<CLUSTER>'
# service='<SERVICE>'
# log_group='<LOG_GROUP>'
#
# # Make the log group, unless there is one: leave these two commands out then. <DAYS> is the retention, such as 365.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: every container should have a log driver.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,logConfiguration.logDriver]' \
#   --output table

## shop-image-resizer:9  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.18
# # Register a revision in which every EFS volume is encrypted in transit, and deploy it. This needs jq, which AWS
# # CloudShell has. Fill in the two names in <>, and run the commands from update-service on for every service of
# # this family. A service that CodeDeploy or an external controller deploys takes the new revision in a deployment
# # there instead.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: every EFS volume should say ENABLED.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.volumes[?efsVolumeConfiguration].[name,efsVolumeConfiguration.transitEncryption]' \
#   --output table

## shop-mail-worker:15  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.8
# # Register a revision whose containers get their rights from a task role instead of keys, and deploy it. This
# # needs jq, which AWS CloudShell has. Fill in the three names in <>, and run the commands from update-service on
# # for every service of this family. A service that CodeDeploy or an external controller deploys takes the new
# # revision in a deployment there instead.
# # A task role that the definition already names stays: give it the permissions that the key had and the program
# # needs. Where a program needs another secret, store it in Secrets Manager and add it under secrets.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: these names of variables are left; none should stand for credentials.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].environment[].name' \
#   --output text

# # When every service, schedule and pipeline runs without the key: see whose it is and when it was last used, and
# # deactivate it. Its ID is the value of AWS_ACCESS_KEY_ID in the old revision. Keys of other kinds are replaced where
# # they were issued.
# region=ap-northeast-1
# family=shop-mail-worker
# old=shop-mail-worker:15
# key='<ACCESS_KEY_ID>'
#
# user=$(aws iam get-access-key-last-used --access-key-id "$key" --query UserName --output text)
# aws iam get-access-key-last-used --access-key-id "$key"
# aws iam update-access-key --user-name "$user" --access-key-id "$key" --status Inactive
#
# # The old revisions still show the key. These are all of the family, also those that were deregistered:
# aws ecs list-task-definitions --region "$region" --family-prefix "$family" --status ACTIVE
# aws ecs list-task-definitions --region "$region" --family-prefix "$family" --status INACTIVE
#
# # Once nothing has missed the key, delete it, and deregister and delete each revision that holds it. Neither comes
# # back, and no service can be rolled back to such a revision.
# # aws iam delete-access-key --user-name "$user" --access-key-id "$key"
# # aws ecs deregister-task-definition --region "$region" --task-definition "$old"
# # aws ecs delete-task-definitions --region "$region" --task-definitions "$old"

## shop-review-api:27  111122223333 / ap-northeast-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## jinji-portal  111122223333 / ap-northeast-1 / backoffice  FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --service jinji-portal \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --services jinji-portal
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --services jinji-portal \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## kintai  111122223333 / ap-northeast-1 / backoffice  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --service kintai \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --services kintai
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --services kintai \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## legacy-crm  111122223333 / ap-northeast-1 / backoffice  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --service legacy-crm \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --services legacy-crm
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --services legacy-crm \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## vendor-edi  111122223333 / ap-northeast-1 / backoffice  FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --service vendor-edi \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --services vendor-edi
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster backoffice \
#   --services vendor-edi \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## erp-bridge  111122223333 / ap-northeast-1 / batch  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --service erp-bridge \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services erp-bridge
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services erp-bridge \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## invoice-pdf  111122223333 / ap-northeast-1 / batch  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --service invoice-pdf \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services invoice-pdf
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.0.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services invoice-pdf \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## ml-training  111122223333 / ap-northeast-1 / batch  ECS.10, FG.1, FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --service ml-training \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services ml-training
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services ml-training \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## point-expiry  111122223333 / ap-northeast-1 / batch  ECS.10, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --service point-expiry \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services point-expiry
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services point-expiry \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## price-import  111122223333 / ap-northeast-1 / batch  FG.1, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --service price-import \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services price-import
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services price-import \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## rss-builder  111122223333 / ap-northeast-1 / batch  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --service rss-builder \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services rss-builder
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster batch \
#   --services rss-builder \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## checkout  111122223333 / ap-northeast-1 / shop  FG.1, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --service checkout \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services checkout
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services checkout \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## mail-worker  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --service mail-worker \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services mail-worker
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services mail-worker \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## order-history  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# # CodeDeploy deploys this service: update-service can neither change its platform version nor force a deployment.
# # Fill in the four names in <>. For a service made in the ECS console they usually are AppECS-CLUSTER-SERVICE and
# # DgpECS-CLUSTER-SERVICE. If your AppSpec has hooks or network settings, add them below.
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
# # Wait until it has succeeded (for thirty minutes at most).
# aws deploy wait deployment-successful --region "$region" --deployment-id "$deployment"
#
# # Check: the PRIMARY task set should be on platform version 1.4.0.
# aws ecs describe-services \
#   --region "$region" \
#   --cluster "$cluster" \
#   --services "$service" \
#   --query 'services[].taskSets[].[id,status,platformVersion,runningCount]' \
#   --output table

## payment-gateway  111122223333 / ap-northeast-1 / shop  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --service payment-gateway \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services payment-gateway
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services payment-gateway \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## recommendation  111122223333 / ap-northeast-1 / shop  FG.1, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --service recommendation \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services recommendation
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services recommendation \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## review-api  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --service review-api \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services review-api
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services review-api \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## search-indexer  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --service search-indexer \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services search-indexer
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster shop \
#   --services search-indexer \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## store-locator  111122223333 / ap-northeast-1 / shop  FG.2
# # CodeDeploy deploys this service: update-service can neither change its platform version nor force a deployment.
# # Fill in the four names in <>. For a service made in the ECS console they usually are AppECS-CLUSTER-SERVICE and
# # DgpECS-CLUSTER-SERVICE. If your AppSpec has hooks or network settings, add them below.
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
# # Wait until it has succeeded (for thirty minutes at most).
# aws deploy wait deployment-successful --region "$region" --deployment-id "$deployment"
#
# # Check: the PRIMARY task set should be on platform version 1.4.0.
# aws ecs describe-services \
#   --region "$region" \
#   --cluster "$cluster" \
#   --services "$service" \
#   --query 'services[].taskSets[].[id,status,platformVersion,runningCount]' \
#   --output table

## web-canary  111122223333 / ap-northeast-1 / shop  ECS.10, FG.1, FG.2, FG.3
# # An external controller deploys this service: its platform version belongs to the task set, so a new one is needed.
# # Fill in <LOAD_BALANCERS> (JSON; [] without one). With capacity providers, write
# # --capacity-provider-strategy instead of --launch-type. Add service registries if the old task set has any.
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
# # Create the new task set beside the old one.
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
# # Wait until it is steady.
# until [ "$(aws ecs describe-task-sets \
#   --region "$region" --cluster "$cluster" --service "$service" --task-sets "$new" \
#   --query 'taskSets[0].stabilityStatus' --output text)" = STEADY_STATE ]; do
#   sleep 15
# done
#
# # Make it the primary one, move the traffic if your controller does not, and delete the old one.
# aws ecs update-service-primary-task-set \
#   --region "$region" --cluster "$cluster" --service "$service" --primary-task-set "$new"
# aws ecs delete-task-set \
#   --region "$region" --cluster "$cluster" --service "$service" --task-set "$old" --force
#
# # Check: the PRIMARY task set should be on platform version 1.4.0.
# aws ecs describe-task-sets \
#   --region "$region" --cluster "$cluster" --service "$service" \
#   --query 'taskSets[].[id,status,platformVersion,runningCount]' \
#   --output table

## checkout  111122223333 / eu-west-1 / shop-eu  FG.1, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --service checkout \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --services checkout
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --services checkout \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## gdpr-export  111122223333 / eu-west-1 / shop-eu  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --service gdpr-export \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --services gdpr-export
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --services gdpr-export \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## vat-service  111122223333 / eu-west-1 / shop-eu  ECS.10, FG.1, FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --service vat-service \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --services vat-service
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.0.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster shop-eu \
#   --services vat-service \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## shop-us-api:21  111122223333 / us-east-1 / <CLUSTER>  ECS.5
# # Register a revision with read-only root file systems, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the two names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Try it in a test environment first. Containers that get one here also get a tmpfs of 64 MiB on /tmp, which
# # counts as their memory; change size and folders to what the programs write.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: every Linux container should say True.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## shop-us-api:21  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-api:21 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-api:21 \
#   --output table

## shop-us-api:21  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## shop-us-checkout:24  111122223333 / us-east-1 / <CLUSTER>  ECS.5
# # Register a revision with read-only root file systems, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the two names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Try it in a test environment first. Containers that get one here also get a tmpfs of 64 MiB on /tmp, which
# # counts as their memory; change size and folders to what the programs write.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: every Linux container should say True.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## shop-us-checkout:24  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-checkout:24 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-checkout:24 \
#   --output table

## shop-us-checkout:24  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## shop-us-fraud-check:35  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-fraud-check:35 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-fraud-check:35 \
#   --output table

## shop-us-fraud-check:35  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## shop-us-mail-worker:32  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-mail-worker:32 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-mail-worker:32 \
#   --output table

## shop-us-mail-worker:32  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## shop-us-sales-tax:53  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-sales-tax:53 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-sales-tax:53 \
#   --output table

## shop-us-sales-tax:53  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## shop-us-search-api:28  111122223333 / us-east-1 / <CLUSTER>  ECS.5
# # Register a revision with read-only root file systems, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the two names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Try it in a test environment first. Containers that get one here also get a tmpfs of 64 MiB on /tmp, which
# # counts as their memory; change size and folders to what the programs write.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: every Linux container should say True.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## shop-us-search-api:28  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-search-api:28 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-search-api:28 \
#   --output table

## shop-us-search-api:28  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## shop-us-web:58  111122223333 / us-east-1 / <CLUSTER>  ECS.5
# # Register a revision with read-only root file systems, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the two names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Try it in a test environment first. Containers that get one here also get a tmpfs of 64 MiB on /tmp, which
# # counts as their memory; change size and folders to what the programs write.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: every Linux container should say True.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## shop-us-web:58  111122223333 / us-east-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-web:58 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:111122223333:task-definition/shop-us-web:58 \
#   --output table

## shop-us-web:58  111122223333 / us-east-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## checkout  111122223333 / us-east-1 / shop-us  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster shop-us \
#   --service checkout \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster shop-us \
#   --services checkout
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster shop-us \
#   --services checkout \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## fraud-check  111122223333 / us-east-1 / shop-us  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster shop-us \
#   --service fraud-check \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster shop-us \
#   --services fraud-check
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster shop-us \
#   --services fraud-check \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## mail-worker  111122223333 / us-east-1 / shop-us  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster shop-us \
#   --service mail-worker \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster shop-us \
#   --services mail-worker
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster shop-us \
#   --services mail-worker \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## sales-tax  111122223333 / us-east-1 / shop-us  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster shop-us \
#   --service sales-tax \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster shop-us \
#   --services sales-tax
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster shop-us \
#   --services sales-tax \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## web  111122223333 / us-east-1 / shop-us  ECS.2
# # The subnets need a NAT gateway, or VPC endpoints for ECR, S3 and CloudWatch Logs: without a way out,
# # tasks that have no public IP address cannot start.
# # If CodeDeploy deploys the service, set AssignPublicIp: DISABLED in its AppSpec instead of the following.
# region=us-east-1
# cluster=shop-us
# service=web
#
# # The network configuration as it is, without public addresses. To change the subnets too, add to the braces
# # behind DISABLED: , subnets: ['<SUBNET>', '<SUBNET>']
# network=$(aws ecs describe-services \
#   --region "$region" --cluster "$cluster" --services "$service" \
#   --query "services[0].networkConfiguration.{awsvpcConfiguration: merge(awsvpcConfiguration, {assignPublicIp: 'DISABLED'})}" \
#   --output json)
#
# aws ecs update-service \
#   --region "$region" --cluster "$cluster" --service "$service" \
#   --network-configuration "$network"
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: it should say DISABLED.
# aws ecs describe-services \
#   --region "$region" --cluster "$cluster" --services "$service" \
#   --query 'services[].networkConfiguration.awsvpcConfiguration.assignPublicIp' \
#   --output text

## stg-shop  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.12
# # Turn Container Insights on; write enabled instead of enhanced for the metrics of clusters and services only.
# aws ecs update-cluster-settings \
#   --region ap-northeast-1 \
#   --cluster stg-shop \
#   --settings name=containerInsights,value=enhanced
#
# # Check: the value should be enhanced.
# aws ecs describe-clusters \
#   --region ap-northeast-1 \
#   --clusters stg-shop \
#   --include SETTINGS \
#   --query 'clusters[].settings[]' \
#   --output table
#
# # For clusters to come, make it the default of the account in this Region:
# # aws ecs put-account-setting-default --region ap-northeast-1 --name containerInsights --value enhanced

## stg-shop-api:51  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.5
# # Register a revision with read-only root file systems, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the two names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Try it in a test environment first. Containers that get one here also get a tmpfs of 64 MiB on /tmp, which
# # counts as their memory; change size and folders to what the programs write.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: every Linux container should say True.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## stg-shop-api:51  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-api:51 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-api:51 \
#   --output table

## stg-shop-api:51  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## stg-shop-cart:48  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.5
# # Register a revision with read-only root file systems, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the two names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Try it in a test environment first. Containers that get one here also get a tmpfs of 64 MiB on /tmp, which
# # counts as their memory; change size and folders to what the programs write.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: every Linux container should say True.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## stg-shop-cart:48  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-cart:48 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-cart:48 \
#   --output table

## stg-shop-cart:48  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## stg-shop-checkout:17  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.5
# # Register a revision with read-only root file systems, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the two names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Try it in a test environment first. Containers that get one here also get a tmpfs of 64 MiB on /tmp, which
# # counts as their memory; change size and folders to what the programs write.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: every Linux container should say True.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## stg-shop-checkout:17  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-checkout:17 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-checkout:17 \
#   --output table

## stg-shop-checkout:17  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## stg-shop-load-test:4  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-load-test:4 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-load-test:4 \
#   --output table

## stg-shop-load-test:4  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## stg-shop-mail-worker:18  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-mail-worker:18 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-mail-worker:18 \
#   --output table

## stg-shop-mail-worker:18  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## stg-shop-search-indexer:1  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-search-indexer:1 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-search-indexer:1 \
#   --output table

## stg-shop-search-indexer:1  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## stg-shop-web:60  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.5
# # Register a revision with read-only root file systems, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the two names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Try it in a test environment first. Containers that get one here also get a tmpfs of 64 MiB on /tmp, which
# # counts as their memory; change size and folders to what the programs write.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: every Linux container should say True.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## stg-shop-web:60  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-web:60 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region ap-northeast-1 \
#   --resource-arn arn:aws:ecs:ap-northeast-1:444455556666:task-definition/stg-shop-web:60 \
#   --output table

## stg-shop-web:60  444455556666 / ap-northeast-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## cart  444455556666 / ap-northeast-1 / stg-shop  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster stg-shop \
#   --service cart \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster stg-shop \
#   --services cart
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster stg-shop \
#   --services cart \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## mail-worker  444455556666 / ap-northeast-1 / stg-shop  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster stg-shop \
#   --service mail-worker \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster stg-shop \
#   --services mail-worker
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster stg-shop \
#   --services mail-worker \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## ci-runner  777788889999 / ap-northeast-1 / platform  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --service ci-runner \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --services ci-runner
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --services ci-runner \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## keycloak  777788889999 / ap-northeast-1 / platform  FG.1, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --service keycloak \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --services keycloak
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --services keycloak \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## prometheus  777788889999 / ap-northeast-1 / platform  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --service prometheus \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --services prometheus
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --services prometheus \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## secrets-rotator  777788889999 / ap-northeast-1 / platform  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --service secrets-rotator \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --services secrets-rotator
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region ap-northeast-1 \
#   --cluster platform \
#   --services secrets-rotator \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## platform-us-artifact-cache:58  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-artifact-cache:58 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-artifact-cache:58 \
#   --output table

## platform-us-artifact-cache:58  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## platform-us-geo-dns:21  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-geo-dns:21 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-geo-dns:21 \
#   --output table

## platform-us-geo-dns:21  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## platform-us-link-checker:21  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-link-checker:21 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-link-checker:21 \
#   --output table

## platform-us-link-checker:21  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## platform-us-proxy:52  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-proxy:52 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-proxy:52 \
#   --output table

## platform-us-proxy:52  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## platform-us-status-page:33  777788889999 / us-east-1 / <CLUSTER>  ECS.5
# # Register a revision with read-only root file systems, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the two names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Try it in a test environment first. Containers that get one here also get a tmpfs of 64 MiB on /tmp, which
# # counts as their memory; change size and folders to what the programs write.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: every Linux container should say True.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,readonlyRootFilesystem]' \
#   --output table

## platform-us-status-page:33  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-status-page:33 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-status-page:33 \
#   --output table

## platform-us-status-page:33  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## platform-us-telemetry:18  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-telemetry:18 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-telemetry:18 \
#   --output table

## platform-us-telemetry:18  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## platform-us-vpn-monitor:42  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-vpn-monitor:42 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-vpn-monitor:42 \
#   --output table

## platform-us-vpn-monitor:42  777788889999 / us-east-1 / <CLUSTER>  ECS.20
# # Register a revision whose containers do not run as root, and deploy it. This needs jq, which AWS CloudShell has.
# # Fill in the three names in <>, and run the commands from update-service on for every service of this family. A
# # service that CodeDeploy or an external controller deploys takes the new revision in a deployment there instead.
# # Containers that name another user keep it. Try it in a test environment first: in the image, the user (such as
# # 10001:10001) must be able to read what the program needs, and write where it writes.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say root, 0 or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## platform-us-win-signer:29  777788889999 / us-east-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-win-signer:29 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region us-east-1 \
#   --resource-arn arn:aws:ecs:us-east-1:777788889999:task-definition/platform-us-win-signer:29 \
#   --output table

## platform-us-win-signer:29  777788889999 / us-east-1 / <CLUSTER>  ECS.21
# # Register a revision whose Windows containers do not run as administrator, and deploy it. This needs jq, which
# # AWS CloudShell has. Fill in the two names in <>, and run the commands from update-service on for every service
# # of this family. A service that CodeDeploy or an external controller deploys takes the new revision in a
# # deployment there instead.
# # Containers that name another user keep it. Set USER in the Dockerfile to the same user too, and try it in a test
# # environment first. If these are Linux containers, do not run this: set runtimePlatform.operatingSystemFamily to
# # LINUX instead.
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
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable --region "$region" --cluster "$cluster" --services "$service"
#
# # Check: no container should say ContainerAdministrator or None.
# aws ecs describe-task-definition \
#   --region "$region" --task-definition "${revision:?}" \
#   --query 'taskDefinition.containerDefinitions[].[name,user]' \
#   --output table

## artifact-cache  777788889999 / us-east-1 / platform-us  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster platform-us \
#   --service artifact-cache \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster platform-us \
#   --services artifact-cache
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster platform-us \
#   --services artifact-cache \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## link-checker  777788889999 / us-east-1 / platform-us  ECS.10, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster platform-us \
#   --service link-checker \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster platform-us \
#   --services link-checker
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster platform-us \
#   --services link-checker \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## telemetry  777788889999 / us-east-1 / platform-us  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster platform-us \
#   --service telemetry \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster platform-us \
#   --services telemetry
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster platform-us \
#   --services telemetry \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## win-signer  777788889999 / us-east-1 / platform-us  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster platform-us \
#   --service win-signer \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster platform-us \
#   --services win-signer
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.0.0.
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster platform-us \
#   --services win-signer \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table
