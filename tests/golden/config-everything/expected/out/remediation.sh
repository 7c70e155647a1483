#!/bin/sh
## Remedies for the Amazon ECS compliance report as of 2026-10-01 09:00:00 UTC
## Nothing here runs as it stands. Read an entry, take the first # and the space behind it off its lines, fill in what stands in <>, and run it; then the next.
set -eu

## checkout  123456789012 / eu-west-1 / shop  ECS.13
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/shop/checkout \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the service should have them now.
# aws ecs list-tags-for-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/shop/checkout \
#   --output table

## ledger  123456789012 / eu-west-1 / shop  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster shop \
#   --service ledger \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster shop \
#   --services ledger
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster shop \
#   --services ledger \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## mailer  123456789012 / eu-west-1 / shop  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster shop \
#   --service mailer \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster shop \
#   --services mailer
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster shop \
#   --services mailer \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## reports  123456789012 / eu-west-1 / shop  ECS.10, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster shop \
#   --service reports \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster shop \
#   --services reports
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster shop \
#   --services reports \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## returns  123456789012 / eu-west-1 / shop  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster shop \
#   --service returns \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster shop \
#   --services returns
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster shop \
#   --services returns \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table
