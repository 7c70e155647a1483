/* SPDX-License-Identifier: MIT */
#include "ingest/map/finding.h"

#include <string.h>

/* What ASFF calls a resource, and what CloudFormation, OCSF and we call it. */
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

static const char *our_type(const char *given)
{
    for (size_t i = 0; given != NULL && i < sizeof resource_types / sizeof resource_types[0]; i++)
        if (strcmp(resource_types[i].asff, given) == 0)
            return resource_types[i].type;
    return given;
}

/* ---- Which control, and whose finding ---- */

static bool take_control(const char *at, size_t len, char out[FG_CONTROL_SIZE])
{
    if (len >= FG_CONTROL_SIZE)
        return false;
    memcpy(out, at, len);
    out[len] = '\0';
    return fg_is_ecs_control(out);
}

static bool read_control(const struct fg_control_text *from, char out[FG_CONTROL_SIZE])
{
    static const char mark[] = "/finding/";
    const char *start = from->text, *end = start + strlen(start);
    if (from->place == FG_CONTROL_BEFORE) {
        end = strstr(start, mark);
        if (end == NULL)
            return false;
    }
    if (from->place == FG_CONTROL_WORD)
        end = start + strcspn(start, " ");
    const char *at = end;
    while (at > start && at[-1] != '/')
        at--;
    bool path = from->place == FG_CONTROL_TAIL || from->place == FG_CONTROL_BEFORE;
    at = path ? at : start;
    return take_control(at, (size_t)(end - at), out);
}

bool fg_finding_control(const struct fg_control_text *texts, size_t count, char out[FG_CONTROL_SIZE])
{
    for (size_t i = 0; i < count; i++)
        if (texts[i].text != NULL && read_control(&texts[i], out))
            return true;
    out[0] = '\0';
    return false;
}

const char *fg_finding_issuer(const char *product_arn)
{
    static const char *const marks[] = {":product/", ":productv2/"};
    for (size_t i = 0; product_arn != NULL && i < sizeof marks / sizeof marks[0]; i++) {
        const char *found = strstr(product_arn, marks[i]);
        if (found != NULL)
            return found + strlen(marks[i]);
    }
    return NULL;
}

bool fg_finding_may_name(struct fg_raw raw)
{
    return fg_raw_holds(raw, "ECS.") || fg_raw_holds(raw, "\\u");
}

void fg_finding_type(struct fg_buf *type, bool ours, struct fg_raw name)
{
    fg_buf_add_text(type, ours ? "" : "product ");
    if (name.len > 0)
        fg_buf_add(type, name.at, name.len);
    else
        fg_buf_add_text(type, "(unnamed)");
}

bool fg_finding_epoch(int64_t number, char out[FG_TIME_SIZE])
{
    static const int64_t seconds_below = INT64_C(100000000000), last = INT64_C(253402300799999);
    int64_t ms = number < seconds_below ? number * 1000 : number;
    if (number < 0 || ms > last)
        return false;
    fg_time_format(ms, out);
    return true;
}

/* ---- Rows ---- */

static void bind_times(struct fg_load *load, struct fg_statement *insert,
                       const struct fg_finding *finding)
{
    static const char *const names[] = {
        [FG_CREATED] = "created_at",
        [FG_UPDATED] = "updated_at",
        [FG_FIRST_OBSERVED] = "first_observed_at",
        [FG_LAST_OBSERVED] = "last_observed_at",
    };
    for (size_t i = 0; i < FG_FINDING_TIMES; i++) {
        if (finding->times[i][0] == '\0')
            continue;
        fg_bind_text(insert, names[i], finding->times[i]);
        fg_load_saw_time(load, finding->times[i]);
    }
}

int fg_finding_insert(struct fg_load *load, const struct fg_record *record,
                      const struct fg_finding *finding, int64_t *ret_id, struct fg_error *err)
{
    struct fg_statement *insert;
    int64_t row;
    const char *updated = finding->times[FG_UPDATED];
    if (fg_load_record(load, record, updated[0] != '\0' ? updated : NULL, &row, err) < 0 ||
        fg_load_statement(load, "store/finding", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "record", row);
    fg_bind_text(insert, "finding_uid", finding->uid == NULL ? "" : finding->uid);
    fg_bind_text(insert, "issuer", finding->issuer == NULL ? "unknown" : finding->issuer);
    fg_bind_text(insert, "control_id", finding->control);
    fg_bind_text(insert, "generator_id", finding->generator_id);
    fg_bind_text(insert, "account_id", finding->account);
    fg_bind_text(insert, "region", finding->region);
    fg_bind_text(insert, "title", finding->title);
    fg_bind_text(insert, "record_state", finding->record_state);
    fg_bind_text(insert, "compliance_status", finding->compliance);
    fg_bind_text(insert, "workflow_status", finding->workflow);
    fg_bind_text(insert, "severity", finding->severity);
    bind_times(load, insert, finding);
    return fg_load_insert(insert, ret_id, err);
}

int fg_finding_resource(struct fg_load *load, int64_t finding, int position, const char *id,
                        const char *type, struct fg_error *err)
{
    struct fg_arn arn;
    struct fg_statement *insert;
    int64_t resource;
    if (!fg_arn_parse(id, &arn))
        arn = (struct fg_arn){.partition = "",
                              .service = "",
                              .region = "",
                              .account = "",
                              .kind = "",
                              .cluster = NULL,
                              .name = id};
    if (fg_load_resource(load, &arn, id, our_type(type), NULL, &resource, err) < 0 ||
        fg_load_statement(load, "store/finding_resource", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "finding", finding);
    fg_bind_int(insert, "position", position);
    fg_bind_int(insert, "resource", resource);
    fg_bind_text(insert, "type", type);
    return fg_load_insert(insert, NULL, err);
}

static int insert_value(struct fg_load *load, int64_t finding, const char *name, const char *value,
                        struct fg_error *err)
{
    struct fg_statement *insert;
    if (fg_load_statement(load, "store/finding_parameter", &insert, err) < 0)
        return -1;
    fg_bind_int(insert, "finding", finding);
    fg_bind_text(insert, "name", name);
    fg_bind_text(insert, "value", value);
    return fg_load_insert(insert, NULL, err);
}

static int insert_parameter(struct fg_load *load, int64_t finding, const struct fg_value *parameter,
                            const struct fg_parameter_names *names, struct fg_problem *problem,
                            struct fg_error *err)
{
    const char *name = fg_get_text(parameter, names->name, problem);
    const struct fg_value *values = fg_get_array(parameter, names->values, problem);
    for (const struct fg_value *at = fg_first(values); at != NULL; at = fg_next(at)) {
        const char *value = fg_as_text(at, names->list, problem);
        if (name != NULL && value != NULL && insert_value(load, finding, name, value, err) < 0)
            return -1;
    }
    return 0;
}

int fg_finding_parameters(struct fg_load *load, int64_t finding, const struct fg_value *compliance,
                          const struct fg_parameter_names *names, struct fg_problem *problem,
                          struct fg_error *err)
{
    const struct fg_value *list = fg_get_array(compliance, names->list, problem);
    for (const struct fg_value *at = fg_first(list); at != NULL; at = fg_next(at))
        if (fg_is_object(at) && insert_parameter(load, finding, at, names, problem, err) < 0)
            return -1;
    return 0;
}
