/* SPDX-License-Identifier: MIT */
/*
 * `aws configservice get-compliance-details-by-config-rule` and -by-resource: {"EvaluationResults": [...]},
 * what each rule says of each resource now.
 * Source of the members: the AWS Config API's EvaluationResult.
 */
#include <string.h>

#include "ingest/map/config_shared.h"

enum { IDENTIFIER, COMPLIANCE };

static const struct fg_member evaluation_members[] = {
    [IDENTIFIER] = {"EvaluationResultIdentifier", 0},
    [COMPLIANCE] = {"ComplianceType", 0},
    {"Annotation", 0},
    {"ResultRecordedTime", 0},
    {NULL, 0},
};

/* What stands in the way of using the qualifier; NULL for nothing. Such results are counted so. */
static const char *no_interest(const struct fg_value *qualifier, const char *type,
                               struct fg_problem *problem)
{
    /* judged before it was made: there is no such resource yet */
    const char *mode = fg_get_text(qualifier, "EvaluationMode", problem);
    if (mode != NULL && strcmp(mode, "PROACTIVE") == 0)
        return "proactive evaluations";
    return type != NULL && !fg_config_is_ecs(type) ? type : NULL;
}

static int map_evaluation(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                          struct fg_error *err)
{
    struct fg_problem *problem = &record->problem;
    char time[FG_TIME_SIZE];
    const struct fg_value *identifier = fg_get_object(root, "EvaluationResultIdentifier", problem);
    const struct fg_value *from = fg_get_object(identifier, "EvaluationResultQualifier", problem);
    const char *type = fg_get_text(from, "ResourceType", problem);
    const char *ignored = no_interest(from, type, problem);
    if (ignored != NULL)
        return fg_load_no_interest(load, ignored, err);
    const struct fg_config_evaluation evaluation = {
        .type = type,
        .id = fg_get_text(from, "ResourceId", problem),
        .rule = fg_get_text(from, "ConfigRuleName", problem),
        .compliance = fg_get_text(root, "ComplianceType", problem),
        .annotation = fg_get_text(root, "Annotation", problem),
        .recorded_at = fg_get_time(root, "ResultRecordedTime", time, problem) ? time : NULL,
    };
    if (type == NULL)
        fg_problem_set(problem, "no_type", "ResourceType: it is missing");
    if (evaluation.compliance == NULL)
        fg_problem_set(problem, "no_compliance", "ComplianceType: it is missing");
    return problem->reason != NULL ? 0 : fg_config_load_evaluation(load, record, &evaluation, err);
}

/* Together no other record has them. */
static bool recognises(const struct fg_record *record)
{
    return fg_record_has(record, IDENTIFIER) && fg_record_has(record, COMPLIANCE);
}

const struct fg_mapper fg_config_evaluations = {
    .kind = "config_evaluations",
    .members = evaluation_members,
    .map = map_evaluation,
    .recognises = recognises,
};
