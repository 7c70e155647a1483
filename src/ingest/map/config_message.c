/* SPDX-License-Identifier: MIT */
/*
 * What AWS Config tells of changes: SNS messages, EventBridge events and the events that rules are called
 * with, taken out of their envelopes. Those about an item hold it in `configurationItem`; those about one
 * that is too long for a message hold `configurationItemSummary` instead.
 * Sources: AWS Config Developer Guide, "Notifications that AWS Config sends to an Amazon SNS topic" and
 * "Example AWS Lambda events for evaluating resources".
 *
 * All are of one kind, so that a log of messages, one per line, may hold any of them.
 */
#include <string.h>

#include "ingest/map/config_shared.h"

static const char kind[] = "config_messages";

/* ---- Items ---- */

const struct fg_mapper fg_config_message_items = {
    .kind = kind,
    .members = fg_config_members,
    .wants = fg_config_wants_item,
    .map = fg_config_map_item,
};

/* ---- Summaries of items ---- */

static int map_summary(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                       struct fg_error *err)
{
    struct fg_problem *problem = &record->problem;
    const char *type = fg_get_text(root, "resourceType", problem);
    const char *id = fg_get_text(root, "resourceId", problem);
    (void)load;
    (void)err;
    if (type == NULL || type[0] == '\0') {
        fg_problem_set(problem, "no_type", "resourceType: it is missing");
        return 0;
    }
    fg_problem_set(problem, "oversized",
                   "the item was too long for the message; give the answer of `aws configservice "
                   "get-resource-config-history --resource-type %.40s --resource-id %.100s`",
                   type, id == NULL ? "ID" : id);
    return 0;
}

static bool wants_summary(const struct fg_record *record, struct fg_buf *type)
{
    fg_config_add_raw(record, FG_CONFIG_TYPE, type);
    return type->len == 0 || fg_config_raw_is_ecs(record, FG_CONFIG_TYPE);
}

const struct fg_mapper fg_config_summaries = {
    .kind = kind,
    .members = fg_config_members,
    .wants = wants_summary,
    .map = map_summary,
};

/* ---- Messages without an item ---- */

enum { MESSAGE_TYPE };

static const struct fg_member message_members[] = {
    [MESSAGE_TYPE] = {"messageType", 0},
    {"newEvaluationResult", 0},
    {"resourceType", 0},
    {"resourceId", 0},
    {"configRuleName", 0},
    {"configRuleARN", 0},
    {"notificationCreationTime", 0},
    {NULL, 0},
};

typedef int map_message_fn(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                           struct fg_error *err);

/* Its item would have been a record of its own. */
static int map_no_item(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                       struct fg_error *err)
{
    (void)load;
    (void)root;
    (void)err;
    fg_problem_set(&record->problem, "no_item",
                   "configurationItem: it is missing, or its message stands in a list; give messages one "
                   "per line");
    return 0;
}

/* A rule's new verdict. Without newEvaluationResult the rule judges the resource no more. */
static int map_verdict(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                       struct fg_error *err)
{
    struct fg_problem *problem = &record->problem;
    char time[FG_TIME_SIZE];
    const char *type = fg_get_text(root, "resourceType", problem);
    if (type == NULL || type[0] == '\0')
        fg_problem_set(problem, "no_type", "resourceType: it is missing");
    else if (!fg_config_is_ecs(type))
        return fg_load_no_interest(load, type, err);
    const struct fg_value *result = fg_get_object(root, "newEvaluationResult", problem);
    bool timed = fg_get_time(result, "resultRecordedTime", time, problem) ||
                 fg_get_time(root, "notificationCreationTime", time, problem);
    const struct fg_config_evaluation evaluation = {
        .type = type,
        .id = fg_get_text(root, "resourceId", problem),
        .rule = fg_get_text(root, "configRuleName", problem),
        .rule_arn = fg_get_text(root, "configRuleARN", problem),
        .compliance = fg_get_text(result, "complianceType", problem),
        .annotation = fg_get_text(result, "annotation", problem),
        .recorded_at = timed ? time : NULL,
    };
    if (result != NULL && evaluation.compliance == NULL)
        fg_problem_set(problem, "no_compliance", "newEvaluationResult.complianceType: it is missing");
    return problem->reason != NULL ? 0 : fg_config_load_evaluation(load, record, &evaluation, err);
}

/* The messages that say something. */
static const struct {
    const char *raw; /* as the raw JSON text has it */
    map_message_fn *map;
} messages[] = {
    {"\"ConfigurationItemChangeNotification\"", map_no_item},
    {"\"OversizedConfigurationItemChangeNotification\"", map_no_item},
    {"\"ComplianceChangeNotification\"", map_verdict},
};
enum { MESSAGE_COUNT = sizeof messages / sizeof messages[0] };

/* The index into `messages`, or MESSAGE_COUNT. */
static size_t find_message(const struct fg_record *record)
{
    const char *raw = fg_buf_text(&record->text) + record->member[MESSAGE_TYPE].at;
    size_t len = record->member[MESSAGE_TYPE].len;
    size_t i = 0;
    while (i < MESSAGE_COUNT &&
           (strlen(messages[i].raw) != len || memcmp(messages[i].raw, raw, len) != 0))
        i++;
    return i;
}

static bool wants_message(const struct fg_record *record, struct fg_buf *type)
{
    fg_config_add_raw(record, MESSAGE_TYPE, type);
    return type->len == 0 || find_message(record) < MESSAGE_COUNT;
}

static int map_message(struct fg_load *load, struct fg_record *record, const struct fg_value *root,
                       struct fg_error *err)
{
    size_t message = find_message(record);
    if (message < MESSAGE_COUNT)
        return messages[message].map(load, record, root, err);
    fg_problem_set(&record->problem, "no_type", "messageType: it is not text");
    return 0;
}

static bool recognises(const struct fg_record *record)
{
    return fg_record_has(record, MESSAGE_TYPE);
}

const struct fg_mapper fg_config_messages = {
    .kind = kind,
    .members = message_members,
    .wants = wants_message,
    .map = map_message,
    .recognises = recognises,
};
