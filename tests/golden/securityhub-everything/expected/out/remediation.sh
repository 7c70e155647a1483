#!/bin/sh
## Remedies for the Amazon ECS compliance report as of 2026-10-01 09:00:00 UTC
## Nothing here runs as it stands. Read an entry, take the first # and the space behind it off its lines, fill in what stands in <>, and run it; then the next.
set -eu

## asff-array  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster web \
#   --service asff-array \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster web \
#   --services asff-array
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster web \
#   --services asff-array \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## asff-array  123456789012 / eu-west-1 / web  ECS.13
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/asff-array \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the service should have them now.
# aws ecs list-tags-for-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/asff-array \
#   --output table

## asff-event  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster web \
#   --service asff-event \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster web \
#   --services asff-event
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster web \
#   --services asff-event \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## asff-event  123456789012 / eu-west-1 / web  ECS.13
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/asff-event \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the service should have them now.
# aws ecs list-tags-for-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/asff-event \
#   --output table

## asff-sns  123456789012 / eu-west-1 / web  ECS.13
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/asff-sns \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the service should have them now.
# aws ecs list-tags-for-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/asff-sns \
#   --output table

## csv-console  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster web \
#   --service csv-console \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster web \
#   --services csv-console
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster web \
#   --services csv-console \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## csv-console  123456789012 / eu-west-1 / web  ECS.13
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/csv-console \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the service should have them now.
# aws ecs list-tags-for-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/csv-console \
#   --output table

## csv-differs  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster web \
#   --service csv-differs \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster web \
#   --services csv-differs
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster web \
#   --services csv-differs \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## csv-differs  123456789012 / eu-west-1 / web  ECS.13
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/csv-differs \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the service should have them now.
# aws ecs list-tags-for-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/csv-differs \
#   --output table

## csv-manager-a  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster web \
#   --service csv-manager-a \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster web \
#   --services csv-manager-a
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster web \
#   --services csv-manager-a \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## csv-manager-a  123456789012 / eu-west-1 / web  ECS.13
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/csv-manager-a \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the service should have them now.
# aws ecs list-tags-for-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/csv-manager-a \
#   --output table

## csv-manager-b  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster web \
#   --service csv-manager-b \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster web \
#   --services csv-manager-b
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster web \
#   --services csv-manager-b \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## csv-manager-b  123456789012 / eu-west-1 / web  ECS.13
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/csv-manager-b \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the service should have them now.
# aws ecs list-tags-for-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/csv-manager-b \
#   --output table

## ocsf-api  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster web \
#   --service ocsf-api \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster web \
#   --services ocsf-api
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster web \
#   --services ocsf-api \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## ocsf-api  123456789012 / eu-west-1 / web  ECS.13
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/ocsf-api \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the service should have them now.
# aws ecs list-tags-for-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/ocsf-api \
#   --output table

## ocsf-event  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster web \
#   --service ocsf-event \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster web \
#   --services ocsf-event
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster web \
#   --services ocsf-event \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## ocsf-event  123456789012 / eu-west-1 / web  ECS.13
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/ocsf-event \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the service should have them now.
# aws ecs list-tags-for-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/ocsf-event \
#   --output table

## ocsf-lines  123456789012 / eu-west-1 / web  ECS.13
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/ocsf-lines \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the service should have them now.
# aws ecs list-tags-for-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/ocsf-lines \
#   --output table

## ocsf-suppressed  123456789012 / eu-west-1 / web  ECS.10, FG.1, FG.2, FG.3
# # Set the platform version to LATEST and replace the running tasks.
# aws ecs update-service \
#   --region eu-west-1 \
#   --cluster web \
#   --service ocsf-suppressed \
#   --platform-version LATEST \
#   --force-new-deployment
#
# # Wait until the service is stable (for ten minutes at most; run it again if that was too short).
# aws ecs wait services-stable \
#   --region eu-west-1 \
#   --cluster web \
#   --services ocsf-suppressed
#
# # Check: only the PRIMARY deployment should be left, on platform version 1.4.0.
# aws ecs describe-services \
#   --region eu-west-1 \
#   --cluster web \
#   --services ocsf-suppressed \
#   --query 'services[].deployments[].[id,status,platformVersion,runningCount]' \
#   --output table

## ocsf-suppressed  123456789012 / eu-west-1 / web  ECS.13
# # Add the tags that are missing; repeat key=…,value=… for more of them. Upper and lower case matter.
# aws ecs tag-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/ocsf-suppressed \
#   --tags key='<KEY>',value='<VALUE>'
#
# # Check: the service should have them now.
# aws ecs list-tags-for-resource \
#   --region eu-west-1 \
#   --resource-arn arn:aws:ecs:eu-west-1:123456789012:service/web/ocsf-suppressed \
#   --output table
