/* SPDX-License-Identifier: MIT */
/*
 * `aws securityhub get-findings`: {"Findings": [...]} in ASFF, and bare arrays of findings.
 * Source of the members: the Security Hub API's AwsSecurityFinding.
 */
#include "ingest/map/finding.h"

enum { GENERATOR_ID, PRODUCT_ARN, COMPLIANCE, PRODUCT_FIELDS, TITLE, SCHEMA_VERSION, ID };

static const struct fg_member finding_members[] = {
    [GENERATOR_ID] = {"GeneratorId", 0},
    [PRODUCT_ARN] = {"ProductArn", 0},
    [COMPLIANCE] = {"Compliance", 0},
    [PRODUCT_FIELDS] = {"ProductFields", 0},
    [TITLE] = {"Title", 0},
    [SCHEMA_VERSION] = {"SchemaVersion", 0},
    [ID] = {"Id", 0},
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

/* Something else among findings, or another format's: to be rejected, not passed over. */
static bool is_finding(const struct fg_record *record)
{
    return fg_record_has(record, ID) || fg_record_has(record, PRODUCT_ARN) ||
           fg_record_has(record, GENERATOR_ID) || fg_record_has(record, TITLE);
}

/* Cheap and safe: a finding without "ECS." in any of the places that name its control (and without an
 * escape that could spell it) is on no ECS control. Those that pass are looked at properly later. */
static bool wants(const struct fg_record *record, struct fg_buf *type)
{
    static const int places[] = {GENERATOR_ID, COMPLIANCE, PRODUCT_FIELDS, TITLE};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        if (fg_finding_may_name(fg_raw_member(record, places[i])))
            return true;
    if (!is_finding(record))
        return true;
    struct fg_raw product = fg_raw_member(record, PRODUCT_ARN);
    bool ours = fg_raw_holds(product, ":product/aws/securityhub");
    struct fg_raw name = ours ? fg_raw_member(record, GENERATOR_ID) : product;
    fg_finding_type(type, ours, fg_raw_tail(fg_raw_text(name)));
    return false;
}

/*
 * Which control a finding is about. Consolidated findings say it in Compliance.SecurityControlId;
 * before those, the tail of GeneratorId, then ProductFields, then the Title did.
 * Source: Security Hub User Guide, "Consolidated control findings".
 */
static bool read_control(const struct fg_value *root, char out[FG_CONTROL_SIZE],
                         struct fg_problem *problem)
{
    const struct fg_value *compliance = fg_get_object(root, "Compliance", problem);
    const struct fg_value *fields = fg_get_object(root, "ProductFields", problem);
    const struct fg_control_text texts[] = {
        {fg_get_text(compliance, "SecurityControlId", problem), FG_CONTROL_WHOLE},
        {fg_get_text(root, "GeneratorId", problem), FG_CONTROL_TAIL},
        {fg_get_text(fields, "ControlId", problem), FG_CONTROL_WHOLE},
        {fg_get_text(root, "Title", problem), FG_CONTROL_WORD},
    };
    return fg_finding_control(texts, sizeof texts / sizeof texts[0], out);
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
        if (fg_finding_resource(load, finding, position++, id, type, err) < 0)
            return -1;
    }
    return 0;
}

static void read_finding(const struct fg_value *root, struct fg_finding *ret_finding,
                         struct fg_problem *problem)
{
    static const char *const times[] = {
        [FG_CREATED] = "CreatedAt",
        [FG_UPDATED] = "UpdatedAt",
        [FG_FIRST_OBSERVED] = "FirstObservedAt",
        [FG_LAST_OBSERVED] = "LastObservedAt",
    };
    ret_finding->uid = fg_get_text(root, "Id", problem);
    ret_finding->issuer = fg_finding_issuer(fg_get_text(root, "ProductArn", problem));
    ret_finding->generator_id = fg_get_text(root, "GeneratorId", problem);
    ret_finding->account = fg_get_text(root, "AwsAccountId", problem);
    ret_finding->region = fg_get_text(root, "Region", problem);
    ret_finding->title = fg_get_text(root, "Title", problem);
    ret_finding->compliance =
        fg_get_text(fg_get_object(root, "Compliance", problem), "Status", problem);
    ret_finding->workflow = fg_get_text(fg_get_object(root, "Workflow", problem), "Status", problem);
    ret_finding->record_state = fg_get_text(root, "RecordState", problem);
    ret_finding->severity = fg_get_text(fg_get_object(root, "Severity", problem), "Label", problem);
    for (size_t i = 0; i < FG_FINDING_TIMES; i++)
        fg_get_time(root, times[i], ret_finding->times[i], problem);
}

static int map_finding(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                       struct fg_error *err)
{
    static const struct fg_parameter_names parameters = {"SecurityControlParameters", "Name", "Value"};
    struct fg_problem *problem = &record->problem;
    struct fg_finding finding = {0};
    int64_t id;
    if (!is_finding(record)) {
        fg_problem_set(problem, "not_a_finding", "no finding in ASFF: it has no Id and no ProductArn");
        return 0;
    }
    if (!read_control(root, finding.control, problem))
        return fg_load_no_interest(load, "not on an ECS control", err);
    read_finding(root, &finding, problem);
    if (fg_finding_insert(load, record, &finding, &id, err) < 0 ||
        insert_resources(load, id, root, problem, err) < 0)
        return -1;
    return fg_finding_parameters(load, id, fg_get_object(root, "Compliance", problem), &parameters,
                                 problem, err);
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
