#!/bin/sh
## Remedies for the Amazon ECS compliance report as of 2026-10-01 09:00:00 UTC
## Nothing here runs as it stands. Read an entry, take the first # and the space behind it off its lines, fill in what stands in <>, and run it; then the next.
set -eu

## ec2  123456789012 / eu-west-1 / web  ECS.13
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/ec2 \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the service should have them now.
# aws ecs list-tags-for-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/ec2 \
#   --output table

## latest  123456789012 / eu-west-1 / web  ECS.13
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/latest \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the service should have them now.
# aws ecs list-tags-for-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/latest \
#   --output table

## old  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster web \
#   --service old \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster web \
#   --services old
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster web \
#   --services old \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table
