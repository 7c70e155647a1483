/* SPDX-License-Identifier: MIT */
/*
 * `aws securityhub get-findings`: {"Findings": [...]} in ASFF, and bare arrays of findings.
 * Source of the members: the Security Hub API's AwsSecurityFinding.
 *
 * Wanted is every finding on an ECS control, whoever issued it: other products publish in ASFF too,
 * and their "ECS.n" is not AWS's, so the issuer is kept with the finding.
 */
#include <stdio.h>
#include <string.h>

#include "ingest/mapper.h"

enum { GENERATOR_ID, PRODUCT_ARN, COMPLIANCE, PRODUCT_FIELDS, TITLE, SCHEMA_VERSION };

static const struct fg_member finding_members[] = {
    [GENERATOR_ID] = {"GeneratorId", 0},
    [PRODUCT_ARN] = {"ProductArn", 0},
    [COMPLIANCE] = {"Compliance", 0},
    [PRODUCT_FIELDS] = {"ProductFields", 0},
    [TITLE] = {"Title", 0},
    [SCHEMA_VERSION] = {"SchemaVersion", 0},
    {"Id", 0},
    {"AwsAccountId", 0},
    {"Region", 0},
    {"Resources", 0},
    {"Severity", 0},
    {"Workflow", 0},
    {"RecordState", 0},
    {"CreatedAt", 0},
    {"UpdatedAt", 0},
    {"FirstObservedAt", 0},
    {"LastObservedAt", 0},
    {NULL, 0},
};

/* What ASFF calls a resource, and what CloudFormation and we call it. */
static const struct {
    const char *asff;
    const char *type;
} resource_types[] = {
    {"AwsEcsService", "AWS::ECS::Service"},
    {"AwsEcsCluster", "AWS::ECS::Cluster"},
    {"AwsEcsTaskDefinition", "AWS::ECS::TaskDefinition"},
    {"AwsEcsTaskSet", "AWS::ECS::TaskSet"},
    {"AwsEcsTask", "AWS::ECS::Task"},
    {"AwsEcsCapacityProvider", "AWS::ECS::CapacityProvider"},
    {"AwsEcsContainer", "AWS::ECS::Container"},
    {"AwsAccount", "AWS::::Account"},
};

static bool holds(const struct fg_record *record, int member, const char *needle)
{
    size_t len = record->member[member].len;
    size_t size = strlen(needle);
    const char *at = fg_buf_text(&record->text) + record->member[member].at;
    for (const char *end = at + len; (size_t)(end - at) >= size; at++) {
        at = memchr(at, needle[0], (size_t)(end - at) - size + 1);
        if (at == NULL)
            return false;
        if (memcmp(at, needle, size) == 0)
            return true;
    }
    return false;
}

/* The text behind the last '/' of a raw JSON string, without its quotes. */
static size_t raw_tail(const struct fg_record *record, int member, const char **ret_text)
{
    const char *start = fg_buf_text(&record->text) + record->member[member].at;
    const char *end = start + record->member[member].len;
    if (end - start < 2 || *start != '"')
        return 0;
    const char *at = end - 1;
    while (at > start + 1 && at[-1] != '/')
        at--;
    *ret_text = at;
    return (size_t)(end - 1 - at);
}

/* Cheap and safe: a finding without "ECS." in any of the places that name its control (and without an
 * escape that could spell it) is on no ECS control. Those that pass are looked at properly later. */
static bool wants(const struct fg_record *record, struct fg_buf *type)
{
    static const int places[] = {GENERATOR_ID, COMPLIANCE, PRODUCT_FIELDS, TITLE};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        if (holds(record, places[i], "ECS.") || holds(record, places[i], "\\u"))
            return true;
    const char *name = NULL;
    bool ours = holds(record, PRODUCT_ARN, ":product/aws/securityhub");
    size_t len = raw_tail(record, ours ? GENERATOR_ID : PRODUCT_ARN, &name);
    fg_buf_add_text(type, ours ? "" : "product ");
    fg_buf_add(type, len == 0 ? "(unnamed)" : name, len == 0 ? 9 : len);
    return false;
}

static const char *tail(const char *text)
{
    const char *slash = text == NULL ? NULL : strrchr(text, '/');
    return slash == NULL ? text : slash + 1;
}

/* The Title's first word, as older findings begin ("ECS.2 ECS services should …"). */
static const char *first_word(const char *title, char *out, size_t room)
{
    size_t len = title == NULL ? 0 : strcspn(title, " ");
    if (len == 0 || len >= room)
        return NULL;
    memcpy(out, title, len);
    out[len] = '\0';
    return out;
}

/*
 * Which control a finding is about. Consolidated findings say it in Compliance.SecurityControlId;
 * before those, the tail of GeneratorId, then ProductFields, then the Title did.
 * Source: Security Hub User Guide, "Consolidated control findings".
 */
static const char *control_id(const struct fg_value *root, char *word, size_t room,
                              struct fg_problem *problem)
{
    const struct fg_value *fields = fg_get_object(root, "ProductFields", problem);
    const char *candidates[] = {
        fg_get_text(fg_get_object(root, "Compliance", problem), "SecurityControlId", problem),
        tail(fg_get_text(root, "GeneratorId", problem)),
        fg_get_text(fields, "ControlId", problem),
        first_word(fg_get_text(root, "Title", problem), word, room),
    };
    for (size_t i = 0; i < sizeof candidates / sizeof candidates[0]; i++)
        if (fg_is_ecs_control(candidates[i]))
            return candidates[i];
    return NULL;
}

/* "aws/securityhub" from arn:aws:securityhub:REGION::product/aws/securityhub. */
static const char *issuer(const char *product_arn)
{
    static const char mark[] = "product/";
    const char *found = product_arn == NULL ? NULL : strstr(product_arn, mark);
    return found == NULL ? "unknown" : found + strlen(mark);
}

static const char *our_type(const char *asff)
{
    for (size_t i = 0; asff != NULL && i < sizeof resource_types / sizeof resource_types[0]; i++)
        if (strcmp(resource_types[i].asff, asff) == 0)
            return resource_types[i].type;
    return asff;
}

/* A resource whose Id is no ARN is kept by that Id. */
static int load_any_resource(struct fg_load *load, const char *id, const char *type, int64_t *ret_id,
                             struct fg_error *err)
{
    struct fg_arn arn;
    if (!fg_arn_parse(id, &arn))
        arn = (struct fg_arn){.partition = "",
                              .service = "",
                              .region = "",
                              .account = "",
                              .kind = "",
                              .cluster = NULL,
                              .name = id};
    return fg_load_resource(load, &arn, id, our_type(type), NULL, ret_id, err);
}

static int insert_resources(struct fg_load *load, int64_t finding, const struct fg_value *root,
                            struct fg_problem *problem, struct fg_error *err)
{
    const struct fg_value *list = fg_get_array(root, "Resources", problem);
    int position = 0;
    if (fg_first(list) == NULL)
        fg_problem_set(problem, "no_resource", "Resources: the finding names none");
    for (const struct fg_value *at = fg_first(list); at != NULL; at = fg_next(at)) {
        const char *id = fg_is_object(at) ? fg_get_text(at, "Id", problem) : NULL;
        const char *type = fg_is_object(at) ? fg_get_text(at, "Type", problem) : NULL;
        if (id == NULL || id[0] == '\0') {
            fg_problem_set(problem, "no_resource", "Resources: an entry without an Id");
            return 0;
        }
        int64_t resource;
        struct fg_statement *insert;
        if (load_any_resource(load, id, type, &resource, err) < 0 ||
            fg_load_statement(load, "store/finding_resource", &insert, err) < 0)
            return -1;
        fg_bind_int(insert, "finding", finding);
        fg_bind_int(insert, "position", position++);
        fg_bind_int(insert, "resource", resource);
        fg_bind_text(insert, "type", type);
        if (fg_load_insert(insert, NULL, err) < 0)
            return -1;
    }
    return 0;
}

static int insert_parameter(struct fg_load *load, int64_t finding, const struct fg_value *parameter,
                            struct fg_problem *problem, struct fg_error *err)
{
    const char *name = fg_get_text(parameter, "Name", problem);
    const struct fg_value *values = fg_get_array(parameter, "Value", problem);
    for (const struct fg_value *at = fg_first(values); at != NULL; at = fg_next(at)) {
        const char *value = fg_as_text(at, "SecurityControlParameters", problem);
        struct fg_statement *insert;
        if (name == NULL || value == NULL)
            continue;
        if (fg_load_statement(load, "store/finding_parameter", &insert, err) < 0)
            return -1;
        fg_bind_int(insert, "finding", finding);
        fg_bind_text(insert, "name", name);
        fg_bind_text(insert, "value", value);
        if (fg_load_insert(insert, NULL, err) < 0)
            return -1;
    }
    return 0;
}

static int insert_parameters(struct fg_load *load, int64_t finding, const struct fg_value *root,
                             struct fg_problem *problem, struct fg_error *err)
{
    const struct fg_value *compliance = fg_get_object(root, "Compliance", problem);
    const struct fg_value *list = fg_get_array(compliance, "SecurityControlParameters", problem);
    for (const struct fg_value *at = fg_first(list); at != NULL; at = fg_next(at))
        if (fg_is_object(at) && insert_parameter(load, finding, at, problem, err) < 0)
            return -1;
    return 0;
}

static void bind_times(struct fg_load *load, struct fg_statement *insert,
                       const struct fg_value *root, struct fg_problem *problem)
{
    static const char *const times[][2] = {
        {"CreatedAt", "created_at"},
        {"UpdatedAt", "updated_at"},
        {"FirstObservedAt", "first_observed_at"},
        {"LastObservedAt", "last_observed_at"},
    };
    for (size_t i = 0; i < sizeof times / sizeof times[0]; i++) {
        char time[FG_TIME_SIZE];
        if (!fg_get_time(root, times[i][0], time, problem))
            continue;
        fg_bind_text(insert, times[i][1], time);
        fg_load_saw_time(load, time);
    }
}

static int insert_finding(struct fg_load *load, int64_t row, const char *control,
                          const struct fg_value *root, struct fg_problem *problem, int64_t *ret_id,
                          struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_load_statement(load, "store/finding", &insert, err) < 0)
        return -1;
    const char *uid = fg_get_text(root, "Id", problem);
    fg_bind_int(insert, "record", row);
    fg_bind_text(insert, "finding_uid", uid == NULL ? "" : uid);
    fg_bind_text(insert, "issuer", issuer(fg_get_text(root, "ProductArn", problem)));
    fg_bind_text(insert, "control_id", control);
    fg_bind_text(insert, "generator_id", fg_get_text(root, "GeneratorId", problem));
    fg_bind_text(insert, "account_id", fg_get_text(root, "AwsAccountId", problem));
    fg_bind_text(insert, "region", fg_get_text(root, "Region", problem));
    fg_bind_text(insert, "title", fg_get_text(root, "Title", problem));
    fg_bind_text(insert, "record_state", fg_get_text(root, "RecordState", problem));
    fg_bind_text(insert, "compliance_status",
                 fg_get_text(fg_get_object(root, "Compliance", problem), "Status", problem));
    fg_bind_text(insert, "workflow_status",
                 fg_get_text(fg_get_object(root, "Workflow", problem), "Status", problem));
    fg_bind_text(insert, "severity",
                 fg_get_text(fg_get_object(root, "Severity", problem), "Label", problem));
    bind_times(load, insert, root, problem);
    return fg_load_insert(insert, ret_id, err);
}

static int map_finding(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                       struct fg_error *err)
{
    struct fg_problem *problem = &record->problem;
    char word[32];
    char updated[FG_TIME_SIZE];
    const char *control = control_id(root, word, sizeof word, problem);
    if (control == NULL)
        return fg_load_no_interest(load, "not on an ECS control", err);
    bool timed = fg_get_time(root, "UpdatedAt", updated, problem);
    int64_t row, finding;
    if (fg_load_record(load, record, timed ? updated : NULL, &row, err) < 0 ||
        insert_finding(load, row, control, root, problem, &finding, err) < 0 ||
        insert_resources(load, finding, root, problem, err) < 0)
        return -1;
    return insert_parameters(load, finding, root, problem, err);
}

/* Members every ASFF finding must have; together nothing else has them. */
static bool recognises(const struct fg_record *record)
{
    return record->member[SCHEMA_VERSION].len > 0 && record->member[PRODUCT_ARN].len > 0;
}

const struct fg_mapper fg_securityhub_findings = {
    .kind = "securityhub_findings",
    .members = finding_members,
    .wants = wants,
    .map = map_finding,
    .recognises = recognises,
};
