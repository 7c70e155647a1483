#!/bin/sh
## Remedies for the Amazon ECS compliance report as of 2026-10-01 09:00:00 UTC
## Nothing here runs as it stands. Read an entry, take the first # and the space behind it off its lines, fill in what stands in <>, and run it; then the next.
set -eu

## group  012345678901 / eu-west-1 / <CLUSTER>  ECS.19
# # The protection works only with managed scaling: this should print ENABLED. If it does not, write
# # managedScaling={status=ENABLED},managedTerminationProtection=ENABLED below.
# aws ecs describe-capacity-providers \
#   --region eu-west-1 \
#   --capacity-providers group \
#   --query 'capacityProviders[].autoScalingGroupProvider.managedScaling.status' \
#   --output text
#
# # If AWS answers that the group must have instance protection from scale in, first run: aws autoscaling
# # update-auto-scaling-group --auto-scaling-group-name <GROUP> --new-instances-protected-from-scale-in
# aws ecs update-capacity-provider \
#   --region eu-west-1 \
#   --name group \
#   --auto-scaling-group-provider managedTerminationProtection=ENABLED
#
# # Check: it should print ENABLED, after a while UPDATE_COMPLETE.
# aws ecs describe-capacity-providers \
#   --region eu-west-1 \
#   --capacity-providers group \
#   --query 'capacityProviders[].[autoScalingGroupProvider.managedTerminationProtection,updateStatus]' \
#   --output text

## catalog  012345678901 / eu-west-1 / shop  FG.1, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster shop \
#   --service catalog \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster shop \
#   --services catalog
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster shop \
#   --services catalog \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## search/ecs-svc/2001  012345678901 / eu-west-1 / shop  ECS.16
# # The network configuration of a task set cannot be changed: this creates a new one and deletes the old. The subnets
# # need a NAT gateway, or VPC endpoints for ECR, S3 and CloudWatch Logs: otherwise the new tasks cannot start.
# # With capacity providers, write --capacity-provider-strategy instead of --launch-type. Add service registries
# # if the old task set has any.
# region=eu-west-1
# cluster=shop
# name=search/ecs-svc/2001
# service=${name%/*}
# old=${name##*/}
#
# describe() { # QUERY FORMAT: a value of the old task set
#   aws ecs describe-task-sets \
#     --region "$region" --cluster "$cluster" --service "$service" --task-sets "$old" \
#     --query "$1" --output "$2"
# }
# task_definition=$(describe 'taskSets[0].taskDefinition' text)
# load_balancers=$(describe 'taskSets[0].loadBalancers || `[]`' json)
# network=$(describe \
#   "taskSets[0].networkConfiguration.{awsvpcConfiguration: merge(awsvpcConfiguration, {assignPublicIp: 'DISABLED'})}" json)
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
# # Check: every task set should say DISABLED.
# aws ecs describe-task-sets \
#   --region "$region" --cluster "$cluster" --service "$service" \
#   --query 'taskSets[].[id,status,networkConfiguration.awsvpcConfiguration.assignPublicIp]' \
#   --output table

## pay:1  012345678901 / us-east-1 / <CLUSTER>  ECS.5
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
#   --region "$region" --task-definition pay:1 --include TAGS --output json |
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

## pay:1  012345678901 / us-east-1 / <CLUSTER>  ECS.9
# # Register a revision that sends the output of every container to CloudWatch Logs, and deploy it. This needs jq,
# # which AWS CloudShell has. Fill in the four names in <>, and run the commands from update-service on for every
# # service of this family. A service that CodeDeploy or an external controller deploys takes the new revision in a
# # deployment there instead.
# # Containers that have a log driver keep theirs. On Fargate the definition has to name an execution role with
# # logs:CreateLogStream and logs:PutLogEvents; on EC2 the instance role needs them.
# region=us-east-1
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
#   --region "$region" --task-definition pay:1 --include TAGS --output json |
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

## pay:1  012345678901 / us-east-1 / <CLUSTER>  ECS.20
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
#   --region "$region" --task-definition pay:1 --include TAGS --output json |
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

## shop  012345678901 / us-east-1 / <CLUSTER>  ECS.12
# # Turn Container Insights on; write enabled instead of enhanced for the metrics of clusters and services only.
# aws ecs update-cluster-settings \
#   --region us-east-1 \
#   --cluster shop \
#   --settings name=containerInsights,value=enhanced
#
# # Check: the value should be enhanced.
# aws ecs describe-clusters \
#   --region us-east-1 \
#   --clusters shop \
#   --include SETTINGS \
#   --query 'clusters[].settings[]' \
#   --output table
#
# # For clusters to come, make it the default of the account in this Region:
# # aws ecs put-account-setting-default --region us-east-1 --name containerInsights --value enhanced

## pay  012345678901 / us-east-1 / shop  ECS.10, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region us-east-1 \
#   --cluster shop \
#   --service pay \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region us-east-1 \
#   --cluster shop \
#   --services pay
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region us-east-1 \
#   --cluster shop \
#   --services pay \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## pay  012345678901 / us-east-1 / shop  ECS.2
# # The subnets need a NAT gateway, or VPC endpoints for ECR, S3 and CloudWatch Logs: without a way out,
# # tasks that have no public IP address cannot start.
# # If CodeDeploy deploys the service, set AssignPublicIp: DISABLED in its AppSpec instead of the following.
# region=us-east-1
# cluster=shop
# service=pay
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
