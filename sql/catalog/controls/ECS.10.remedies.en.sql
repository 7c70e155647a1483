-- ECS.10: how to put a failure right, in English: by the console, the AWS CLI and Terraform.
-- Grain: one row per control × variant × method × step. Order: by variant, then method, then step.
-- Variants: default (ECS deploys the service itself), code_deploy, external (by deployment controller).
-- {column} and {column|filter} are filled per service: shell makes one POSIX shell word, hcl a Terraform string with
-- its quotes, hcl_id a Terraform identifier. <NAMES> in capitals are for the reader to fill in.

-- ---------------------------------------------------------------- ECS deploys the service itself

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.10', 'default', 'console', 1, 'en', 'In the AWS Management Console, switch to account {account_id} and Region {region}, and open Elastic Container Service.'),
  ('ECS.10', 'default', 'console', 2, 'en', 'In the navigation pane choose Clusters, then choose the cluster {cluster}.'),
  ('ECS.10', 'default', 'console', 3, 'en', 'On the Services tab choose the service {name}.'),
  ('ECS.10', 'default', 'console', 4, 'en', 'Choose Update service.'),
  ('ECS.10', 'default', 'console', 5, 'en', 'Expand Compute configuration and choose LATEST for Platform version.'),
  ('ECS.10', 'default', 'console', 6, 'en', 'Select Force new deployment, so that running tasks are replaced even where LATEST was already set.'),
  ('ECS.10', 'default', 'console', 7, 'en', 'Check the settings and choose Update.'),
  ('ECS.10', 'default', 'console', 8, 'en', 'Follow the deployment on the Deployments tab. When it has completed, open a task from the Tasks tab: its platform version should be {latest_version}.'),
  ('ECS.10', 'default', 'cli', 1, 'en', '# Set the platform version to LATEST and replace the running tasks.
aws ecs update-service \
  --region {region|shell} \
  --cluster {cluster_ref|shell} \
  --service {name|shell} \
  --platform-version LATEST \
  --force-new-deployment

# Wait until the service is stable (for ten minutes at most; run it again if that was too short).
aws ecs wait services-stable \
  --region {region|shell} \
  --cluster {cluster_ref|shell} \
  --services {name|shell}

# Check: only the PRIMARY deployment should be left, on platform version {latest_version|shell}.
aws ecs describe-services \
  --region {region|shell} \
  --cluster {cluster_ref|shell} \
  --services {name|shell} \
  --query ''services[].deployments[].[id,status,platformVersion,runningCount]'' \
  --output table'),
  ('ECS.10', 'default', 'terraform', 1, 'en', 'resource "aws_ecs_service" "{name|hcl_id}" {{
  name = {name|hcl}

  # LATEST is resolved when a deployment starts; the second line starts one.
  platform_version     = "LATEST"
  force_new_deployment = true

  # other arguments unchanged
}');

-- ---------------------------------------------------------------- CodeDeploy deploys it (CODE_DEPLOY)
-- UpdateService changes neither the platform version nor the tasks of such a service, so all controls share one way:
-- a CodeDeploy deployment whose AppSpec asks for LATEST.

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.10', 'code_deploy', 'console', 1, 'en', 'CodeDeploy deploys this service, so its platform version is changed by a CodeDeploy deployment, not by updating the service. In the AWS Management Console, switch to account {account_id} and Region {region}, and open CodeDeploy.'),
  ('ECS.10', 'code_deploy', 'console', 2, 'en', 'In the navigation pane expand Deploy, choose Applications, and choose the application that deploys the service {name} in the cluster {cluster}.'),
  ('ECS.10', 'code_deploy', 'console', 3, 'en', 'On the Deployments tab choose Create deployment, and choose the deployment group of the service.'),
  ('ECS.10', 'code_deploy', 'console', 4, 'en', 'As the revision choose Use AppSpec editor and YAML. Enter the AppSpec of the last deployment, and under Properties set TaskDefinition to {task_definition} and PlatformVersion to "LATEST".'),
  ('ECS.10', 'code_deploy', 'console', 5, 'en', 'Choose Create deployment and follow it until traffic has moved to the replacement task set and the status is Succeeded.'),
  ('ECS.10', 'code_deploy', 'console', 6, 'en', 'Put PlatformVersion: "LATEST" into the AppSpec file of the pipeline too. A number left there comes back with the next deployment.'),
  ('ECS.10', 'code_deploy', 'console', 7, 'en', 'In Elastic Container Service open a task of the service {name}: its platform version should be {latest_version}.'),
  ('ECS.10', 'code_deploy', 'cli', 1, 'en', '# CodeDeploy deploys this service: update-service can neither change its platform version nor force a deployment.
# Fill in the four names in <>. For a service made in the ECS console they usually are AppECS-CLUSTER-SERVICE and
# DgpECS-CLUSTER-SERVICE. If your AppSpec has hooks or network settings, add them below.
region={region|shell}
cluster={cluster_ref|shell}
service={name|shell}
task_definition={task_definition|shell}
application=''<CODEDEPLOY_APPLICATION>''
deployment_group=''<DEPLOYMENT_GROUP>''
container_name=''<CONTAINER_NAME>''
container_port=''<CONTAINER_PORT>''

appspec="version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: $task_definition
        PlatformVersion: LATEST
        LoadBalancerInfo:
          ContainerName: $container_name
          ContainerPort: $container_port"

deployment=$(aws deploy create-deployment \
  --region "$region" \
  --application-name "$application" \
  --deployment-group-name "$deployment_group" \
  --revision "revisionType=AppSpecContent,appSpecContent={{content=''$appspec''}" \
  --query deploymentId --output text)

# Wait until it has succeeded (for thirty minutes at most).
aws deploy wait deployment-successful --region "$region" --deployment-id "$deployment"

# Check: the PRIMARY task set should be on platform version {latest_version|shell}.
aws ecs describe-services \
  --region "$region" \
  --cluster "$cluster" \
  --services "$service" \
  --query ''services[].taskSets[].[id,status,platformVersion,runningCount]'' \
  --output table'),
  ('ECS.10', 'code_deploy', 'terraform', 1, 'en', '# CodeDeploy deploys this service, so Terraform must not try to: AWS refuses a changed platform_version and
# force_new_deployment here. First make a CodeDeploy deployment whose AppSpec says PlatformVersion: LATEST
# (see AWS CLI), and put the same line wherever your AppSpec is kept. Then:
resource "aws_ecs_service" "{name|hcl_id}" {{
  name = {name|hcl}

  # Used only if the service is ever created anew.
  platform_version = "LATEST"

  # CodeDeploy owns these. AWS may report LATEST as the number it stood for, so platform_version is among them.
  lifecycle {{
    ignore_changes = [task_definition, load_balancer, platform_version]
  }

  # other arguments unchanged
}');

-- ---------------------------------------------------------------- an external controller deploys it (EXTERNAL)
-- Here the platform version belongs to the task set and cannot be changed in one: a new set takes the old one's place.

insert into remedy (control_id, variant, method, position, lang, text) values
  ('ECS.10', 'external', 'console', 1, 'en', 'An external controller deploys this service, and the console has no action for task sets. Set the platform version to LATEST in that controller, so that the next task set it creates asks for it.'),
  ('ECS.10', 'external', 'console', 2, 'en', 'Start a deployment in that controller, and let it make the new task set the primary one and delete the old. Without such a controller at hand, use the AWS CLI as shown here.'),
  ('ECS.10', 'external', 'console', 3, 'en', 'To check, switch to account {account_id} and Region {region} in the AWS Management Console, and open Elastic Container Service. Choose Clusters, the cluster {cluster}, and on the Services tab the service {name}.'),
  ('ECS.10', 'external', 'console', 4, 'en', 'Open a task from the Tasks tab: its platform version should be {latest_version}.'),
  ('ECS.10', 'external', 'cli', 1, 'en', '# An external controller deploys this service: its platform version belongs to the task set, so a new one is needed.
# Fill in <LOAD_BALANCERS> (JSON; [] without one). With capacity providers, write
# --capacity-provider-strategy instead of --launch-type. Add service registries if the old task set has any.
region={region|shell}
cluster={cluster_ref|shell}
service={name|shell}
task_definition={task_definition|shell}
load_balancers=''<LOAD_BALANCERS>''

old=$(aws ecs describe-task-sets \
  --region "$region" --cluster "$cluster" --service "$service" \
  --query ''taskSets[?status==`PRIMARY`]|[0].id'' --output text)
network=$(aws ecs describe-task-sets \
  --region "$region" --cluster "$cluster" --service "$service" --task-sets "$old" \
  --query ''taskSets[0].networkConfiguration'' --output json)

# Create the new task set beside the old one.
new=$(aws ecs create-task-set \
  --region "$region" --cluster "$cluster" --service "$service" \
  --task-definition "$task_definition" \
  --launch-type FARGATE \
  --platform-version LATEST \
  --network-configuration "$network" \
  --load-balancers "$load_balancers" \
  --scale value=100,unit=PERCENT \
  --query taskSet.id --output text)

# Wait until it is steady.
until [ "$(aws ecs describe-task-sets \
  --region "$region" --cluster "$cluster" --service "$service" --task-sets "$new" \
  --query ''taskSets[0].stabilityStatus'' --output text)" = STEADY_STATE ]; do
  sleep 15
done

# Make it the primary one, move the traffic if your controller does not, and delete the old one.
aws ecs update-service-primary-task-set \
  --region "$region" --cluster "$cluster" --service "$service" --primary-task-set "$new"
aws ecs delete-task-set \
  --region "$region" --cluster "$cluster" --service "$service" --task-set "$old" --force

# Check: the PRIMARY task set should be on platform version {latest_version|shell}.
aws ecs describe-task-sets \
  --region "$region" --cluster "$cluster" --service "$service" \
  --query ''taskSets[].[id,status,platformVersion,runningCount]'' \
  --output table'),
  ('ECS.10', 'external', 'terraform', 1, 'en', '# An external controller deploys this service: its platform version belongs to the task set, and a change replaces the
# set. So that tasks keep running, add a second set, apply, make it the primary one (see AWS CLI: Terraform has
# no argument for that), and only then remove the old resource.
resource "aws_ecs_task_set" "{name|hcl_id}_latest" {{
  service         = {name|hcl}
  cluster         = {cluster_ref|hcl}
  task_definition = {task_definition|hcl}

  platform_version  = "LATEST"
  wait_until_stable = true

  # other arguments unchanged: copy them from the old task set
}');
