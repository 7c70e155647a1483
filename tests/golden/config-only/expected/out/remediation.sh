#!/bin/sh
## Remedies for the Amazon ECS compliance report as of 2026-10-01 06:00:00 UTC
## Nothing here runs as it stands. Read an entry, take the first # and the space behind it off its lines, fill in what stands in <>, and run it; then the next.
set -eu

## known:3  123456789012 / eu-west-1 / <CLUSTER>  ECS.15
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:task-definition/known:3 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the revision should have them now. Later revisions need the option --tags of register-task-definition.
# aws ecs list-tags-for-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:task-definition/known:3 \
#   --output table

## known  123456789012 / eu-west-1 / web  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster web \
#   --service known \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster web \
#   --services known
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.0.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster web \
#   --services known \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table
