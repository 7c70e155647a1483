## Remedies for the Amazon ECS compliance report as of 2026-10-01 09:30:00 UTC
## Nothing here takes effect as it stands. Each entry shows the arguments to change in your own configuration: copy them there, and see the plan before you apply it.
## Nothing fails: there is nothing to put right.
