# Fargate services of a describe-services answer, as CSV.
.services[]
| [.capacityProviderStrategy[]?.capacityProvider] as $providers
| select(.launchType == "FARGATE" or any($providers[]; . == "FARGATE" or . == "FARGATE_SPOT"))
| [.serviceArn, .clusterArn, .launchType, .platformVersion, ($providers | join(" ")), .status]
| @csv
