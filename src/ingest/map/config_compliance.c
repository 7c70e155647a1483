/* SPDX-License-Identifier: MIT */
/*
 * `aws configservice describe-compliance-by-config-rule` {"ComplianceByConfigRules": [...]} and
 * `describe-compliance-by-resource` {"ComplianceByResources": [...]}: a rule's verdict on all that it judges,
 * and all rules' on a resource.
 * Source of the members: the AWS Config API's ComplianceByConfigRule, ComplianceByResource and Compliance.
 */
#include "ingest/map/config_shared.h"

static const struct fg_member rule_members[] = {
    {"ConfigRuleName", 0},
    {"Compliance", 0},
    {NULL, 0},
};

enum { RESOURCE_TYPE };

static const struct fg_member resource_members[] = {
    [RESOURCE_TYPE] = {"ResourceType", 0},
    {"ResourceId", 0},
    {"Compliance", 0},
    {NULL, 0},
};

/* What `Compliance` says: the verdict, and how many resources or rules brought it about. */
static void bind_compliance(struct fg_statement *insert, const struct fg_value *root,
                            struct fg_problem *problem)
{
    int64_t contributors;
    bool capped;
    const struct fg_value *from = fg_get_object(root, "Compliance", problem);
    const struct fg_value *count = fg_get_object(from, "ComplianceContributorCount", problem);
    const char *compliance = fg_get_text(from, "ComplianceType", problem);
    if (compliance == NULL)
        fg_problem_set(problem, "no_compliance", "Compliance.ComplianceType: it is missing");
    fg_bind_text(insert, "compliance", compliance);
    if (fg_get_int(count, "CappedCount", &contributors, problem))
        fg_bind_int(insert, "contributors", contributors);
    fg_bind_int(insert, "contributors_capped",
                fg_get_bool(count, "CapExceeded", &capped, problem) && capped);
}

/* `rule` or `resource`, never both. */
static int load_verdict(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                        const char *rule, const int64_t *resource, struct fg_error *err)
{
    int64_t row;
    struct fg_statement *insert;
    if (record->problem.reason != NULL)
        return 0;
    if (fg_load_record(load, record, NULL, &row, err) < 0 ||
        fg_load_statement(load, "store/config_compliance", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "record", row);
    fg_bind_text(insert, "rule_name", rule);
    if (resource != NULL)
        fg_bind_int(insert, "resource", *resource);
    bind_compliance(insert, root, &record->problem);
    return fg_load_insert(insert, NULL, err);
}

static int map_rule(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                    struct fg_error *err)
{
    const char *rule = fg_get_text(root, "ConfigRuleName", &record->problem);
    if (rule == NULL || rule[0] == '\0')
        fg_problem_set(&record->problem, "no_rule", "ConfigRuleName: it is missing");
    return load_verdict(load, record, root, rule, NULL, err);
}

static bool wants_resource(const struct fg_record *record, struct fg_buf *type)
{
    fg_config_add_raw(record, RESOURCE_TYPE, type);
    return type->len == 0 || fg_config_raw_is_ecs(record, RESOURCE_TYPE);
}

static int map_resource(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                        struct fg_error *err)
{
    struct fg_problem *problem = &record->problem;
    int64_t resource;
    const char *type = fg_get_text(root, "ResourceType", problem);
    const char *id = fg_get_text(root, "ResourceId", problem);
    if (type == NULL || type[0] == '\0') {
        fg_problem_set(problem, "no_type", "ResourceType: it is missing");
        return 0;
    }
    if (fg_config_resource(load, type, id, &resource, problem, err) < 0)
        return -1;
    return load_verdict(load, record, root, NULL, &resource, err);
}

const struct fg_mapper fg_config_rule_compliance = {
    .kind = "config_compliance",
    .members = rule_members,
    .map = map_rule,
};

const struct fg_mapper fg_config_resource_compliance = {
    .kind = "config_compliance",
    .members = resource_members,
    .wants = wants_resource,
    .map = map_resource,
};
