# Fargate services of an AWS Config snapshot, as CSV.
.configurationItems[]
| select(.resourceType == "AWS::ECS::Service")
| .configurationItemStatus as $status
| .configuration
| [.CapacityProviderStrategy[]?.CapacityProvider] as $providers
| select(.LaunchType == "FARGATE" or any($providers[]; . == "FARGATE" or . == "FARGATE_SPOT"))
| [.ServiceArn, .Cluster, .LaunchType, .PlatformVersion, ($providers | join(" ")), $status]
| @csv
