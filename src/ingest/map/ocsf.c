/* SPDX-License-Identifier: MIT */
/*
 * Findings in OCSF: `aws securityhub get-findings-v2`, EventBridge's "Findings Imported V2", the JSON of
 * Security Hub's export jobs and of Security Lake; {"Findings": [...]}, bare arrays, one document each.
 * Sources: the OCSF schema's class Compliance Finding (2003), versions 1.1 to 1.6, and Security Finding
 * (2001), which Security Hub's findings were in 1.0; the Security Hub API's OcsfFinding.
 *
 * Of other classes (Detection Finding, Vulnerability Finding …) none is a verdict on a control.
 */
#include <stdio.h>
#include <stdlib.h>

#include "ingest/map/finding.h"

enum { CLASS_UID, METADATA, COMPLIANCE, FINDING_INFO, FINDING };

static const struct fg_member finding_members[] = {
    [CLASS_UID] = {"class_uid", 0},
    [METADATA] = {"metadata", 0},
    [COMPLIANCE] = {"compliance", 0},
    [FINDING_INFO] = {"finding_info", 0},
    [FINDING] = {"finding", 0}, /* what finding_info was in 1.0 */
    {"resources", 0},
    {"resource", 0}, /* 1.1: one object */
    {"status", 0},
    {"status_id", 0},
    {"state", 0}, /* what status was in 1.0 */
    {"state_id", 0},
    {"severity", 0},
    {"activity_name", 0},
    {"activity_id", 0},
    {"cloud", 0},
    {"time", 0},
    {"time_dt", 0},
    {"unmapped", 0},
    {NULL, 0},
};

enum { COMPLIANCE_FINDING = 2003, SECURITY_FINDING = 2001 };

/* ---- Before parsing ---- */

static bool is_compliance(const struct fg_record *record, long class_uid)
{
    return class_uid == COMPLIANCE_FINDING ||
           (class_uid == SECURITY_FINDING && fg_record_has(record, COMPLIANCE));
}

/* The class as a number; 0 where it is none, which map_finding() rejects. */
static long class_of(const struct fg_record *record)
{
    struct fg_raw raw = fg_raw_member(record, CLASS_UID);
    return raw.len == 0 || raw.len > 9 ? 0 : strtol(raw.at, NULL, 10); /* a comma or a brace ends it */
}

static bool names_control(const struct fg_record *record)
{
    static const int places[] = {COMPLIANCE, FINDING_INFO, FINDING, METADATA};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        if (fg_finding_may_name(fg_raw_member(record, places[i])))
            return true;
    return false;
}

static bool wants(const struct fg_record *record, struct fg_buf *type)
{
    long class_uid = class_of(record);
    struct fg_raw product = fg_raw_get(fg_raw_member(record, METADATA), "product");
    struct fg_raw name = fg_raw_text(fg_raw_get(product, "name"));
    if (class_uid == 0 || (is_compliance(record, class_uid) && names_control(record)))
        return true;
    if (!is_compliance(record, class_uid)) {
        fg_buf_printf(type, "OCSF class %ld (", class_uid);
        fg_buf_add(type, name.at, name.len);
        fg_buf_add_text(type, name.len > 0 ? ")" : "unnamed)");
        return false;
    }
    bool ours = fg_raw_holds(fg_raw_get(product, "uid"), "/aws/securityhub\"");
    struct fg_raw control = fg_raw_get(fg_raw_member(record, COMPLIANCE), "control");
    if (control.len == 0)
        control = fg_raw_get(fg_raw_get(product, "feature"), "uid");
    fg_finding_type(type, ours, ours ? fg_raw_tail(fg_raw_text(control)) : name);
    return false;
}

/* ---- One finding ---- */

/* The objects that a finding is made of. Any may be NULL. */
struct parts {
    const struct fg_value *root, *product, *feature, *compliance, *info, *cloud, *unmapped;
};

static void take_apart(const struct fg_value *root, struct parts *parts, struct fg_problem *problem)
{
    const struct fg_value *unmapped = fg_get(root, "unmapped");
    parts->root = root;
    parts->product = fg_get_object(fg_get_object(root, "metadata", problem), "product", problem);
    parts->feature = fg_get_object(parts->product, "feature", problem);
    parts->compliance = fg_get_object(root, "compliance", problem);
    parts->info = fg_get_object(root, fg_has(root, "finding_info") ? "finding_info" : "finding", problem);
    parts->cloud = fg_get_object(root, "cloud", problem);
    parts->unmapped = unmapped != NULL && fg_is_object(unmapped) ? unmapped : NULL;
}

static bool read_control(const struct parts *parts, char out[FG_CONTROL_SIZE],
                         struct fg_problem *problem)
{
    const struct fg_control_text texts[] = {
        {fg_get_text(parts->compliance, "control", problem), FG_CONTROL_TAIL},
        {fg_get_text(parts->feature, "uid", problem), FG_CONTROL_TAIL},
        {fg_get_text(parts->info, "uid", problem), FG_CONTROL_BEFORE},
        {fg_get_text(parts->info, "title", problem), FG_CONTROL_WORD},
    };
    return fg_finding_control(texts, sizeof texts / sizeof texts[0], out);
}

enum { ID_SIZE = 24 };

/* A state in words; where there are none, its id. */
static const char *read_state(const struct fg_value *parent, const char *name, const char *id_name,
                              char id[ID_SIZE], struct fg_problem *problem)
{
    int64_t number;
    const char *text = fg_get_text(parent, name, problem);
    if (text != NULL && text[0] != '\0')
        return text;
    if (!fg_get_int(parent, id_name, &number, problem))
        return NULL;
    snprintf(id, ID_SIZE, "%lld", (long long)number);
    return id;
}

/* A time in milliseconds, or as text; where it is absent, its twin as text. */
static void read_time(const struct fg_value *parent, const char *name, char out[FG_TIME_SIZE],
                      struct fg_problem *problem)
{
    char twin[40];
    int64_t number;
    const struct fg_value *given = fg_get(parent, name);
    snprintf(twin, sizeof twin, "%s_dt", name);
    if (given == NULL)
        fg_get_time(parent, twin, out, problem);
    else if (fg_is_text(given))
        fg_get_time(parent, name, out, problem);
    else if (fg_get_int(parent, name, &number, problem) && !fg_finding_epoch(number, out))
        fg_problem_set(problem, "bad_time", "%s: not a time in milliseconds: %lld", name,
                       (long long)number);
}

static void read_times(const struct parts *parts, struct fg_finding *finding,
                       struct fg_problem *problem)
{
    static const char *const names[] = {
        [FG_CREATED] = "created_time",
        [FG_UPDATED] = "modified_time",
        [FG_FIRST_OBSERVED] = "first_seen_time",
        [FG_LAST_OBSERVED] = "last_seen_time",
    };
    for (size_t i = 0; i < FG_FINDING_TIMES; i++)
        read_time(parts->info, names[i], finding->times[i], problem);
    if (finding->times[FG_UPDATED][0] == '\0')
        read_time(parts->root, "time", finding->times[FG_UPDATED], problem);
}

/* Security Hub is known by its ARN alone; another product by whatever it calls itself. */
static const char *read_issuer(const struct parts *parts, struct fg_problem *problem)
{
    const char *uid = fg_get_text(parts->product, "uid", problem);
    const char *name = fg_get_text(parts->product, "name", problem);
    const char *issuer = fg_finding_issuer(uid);
    if (issuer != NULL)
        return issuer;
    return name != NULL ? name : uid;
}

static const char *read_account(const struct parts *parts, struct fg_problem *problem)
{
    const char *uid = fg_get_text(fg_get_object(parts->cloud, "account", problem), "uid", problem);
    return uid != NULL ? uid : fg_get_text(parts->cloud, "account_uid", problem);
}

/* The states' ids, where they had to be written out. */
struct ids {
    char compliance[ID_SIZE], status[ID_SIZE], state[ID_SIZE], activity[ID_SIZE];
};

static void read_states(const struct parts *parts, struct ids *ids, struct fg_finding *finding,
                        struct fg_problem *problem)
{
    const struct fg_value *root = parts->root;
    finding->compliance =
        read_state(parts->compliance, "status", "status_id", ids->compliance, problem);
    finding->workflow = read_state(root, "status", "status_id", ids->status, problem);
    if (finding->workflow == NULL)
        finding->workflow = read_state(root, "state", "state_id", ids->state, problem);
    finding->record_state = fg_get_text(parts->unmapped, "RecordState", problem);
    if (finding->record_state == NULL)
        finding->record_state =
            read_state(root, "activity_name", "activity_id", ids->activity, problem);
}

/* ---- Its resources ---- */

/* The ARN, which stands under either name; else what there is. */
static const char *resource_id(const struct fg_value *resource, struct fg_problem *problem)
{
    struct fg_arn arn;
    const char *uid = fg_get_text(resource, "uid", problem);
    const char *other = fg_get_text(resource, "uid_alt", problem);
    if (other != NULL && fg_arn_parse(other, &arn))
        return other;
    return uid != NULL && uid[0] != '\0' ? uid : other;
}

static int insert_resource(struct fg_load *load, int64_t finding, int position,
                           const struct fg_value *resource, struct fg_problem *problem,
                           struct fg_error *err)
{
    const char *id = fg_is_object(resource) ? resource_id(resource, problem) : NULL;
    if (id == NULL || id[0] == '\0') {
        fg_problem_set(problem, "no_resource", "resources: an entry without uid and uid_alt");
        return 0;
    }
    return fg_finding_resource(load, finding, position, id, fg_get_text(resource, "type", problem), err);
}

static int insert_resources(struct fg_load *load, int64_t finding, const struct fg_value *root,
                            struct fg_problem *problem, struct fg_error *err)
{
    const struct fg_value *single = fg_has(root, "resources") ? NULL : fg_get(root, "resource");
    int position = 0;
    if (single != NULL && !fg_is_array(single))
        return insert_resource(load, finding, 0, single, problem, err);
    const struct fg_value *list =
        fg_get_array(root, single != NULL ? "resource" : "resources", problem);
    if (fg_first(list) == NULL)
        fg_problem_set(problem, "no_resource", "resources: the finding names none");
    for (const struct fg_value *at = fg_first(list); at != NULL; at = fg_next(at))
        if (insert_resource(load, finding, position++, at, problem, err) < 0)
            return -1;
    return 0;
}

static int map_finding(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                       struct fg_error *err)
{
    static const struct fg_parameter_names parameters = {"control_parameters", "name", "values"};
    struct fg_problem *problem = &record->problem;
    struct fg_finding finding = {0};
    struct parts parts;
    struct ids ids;
    int64_t class_uid, id;
    if (!fg_get_int(root, "class_uid", &class_uid, problem)) {
        fg_problem_set(problem, "not_a_finding", "no finding in OCSF: it has no class_uid");
        return 0;
    }
    take_apart(root, &parts, problem);
    if (!read_control(&parts, finding.control, problem))
        return fg_load_no_interest(load, "not on an ECS control", err);
    finding.uid = fg_get_text(parts.info, "uid", problem);
    finding.issuer = read_issuer(&parts, problem);
    finding.generator_id = fg_get_text(parts.feature, "uid", problem);
    finding.account = read_account(&parts, problem);
    finding.region = fg_get_text(parts.cloud, "region", problem);
    finding.title = fg_get_text(parts.info, "title", problem);
    finding.severity = fg_get_text(root, "severity", problem);
    read_states(&parts, &ids, &finding, problem);
    read_times(&parts, &finding, problem);
    if (fg_finding_insert(load, record, &finding, &id, err) < 0 ||
        insert_resources(load, id, root, problem, err) < 0)
        return -1;
    return fg_finding_parameters(load, id, parts.compliance, &parameters, problem, err);
}

/* No other export has the two together. */
static bool recognises(const struct fg_record *record)
{
    return fg_record_has(record, CLASS_UID) && fg_record_has(record, METADATA);
}

const struct fg_mapper fg_ocsf_findings = {
    .kind = "ocsf_findings",
    .members = finding_members,
    .wants = wants,
    .map = map_finding,
    .recognises = recognises,
};
