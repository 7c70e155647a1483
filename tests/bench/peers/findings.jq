# Findings of ECS.10, as CSV.
.Findings[]
| select(.Compliance.SecurityControlId == "ECS.10")
| [.Id, .Resources[0].Id, .Compliance.Status, .Workflow.Status, .UpdatedAt]
| @csv
