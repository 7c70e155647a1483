#!/bin/sh
## Remedies for the Amazon ECS compliance report as of 2026-10-01 09:00:00 UTC
## Nothing here runs as it stands. Read an entry, take the first # and the space behind it off its lines, fill in what stands in <>, and run it; then the next.
set -eu

## page-two  123456789012 / eu-west-1 / web  FG.2
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster web \
#   --service page-two \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster web \
#   --services page-two
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster web \
#   --services page-two \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## wide  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster web \
#   --service wide \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster web \
#   --services wide
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster web \
#   --services wide \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## zipped  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster web \
#   --service zipped \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster web \
#   --services zipped
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster web \
#   --services zipped \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table
