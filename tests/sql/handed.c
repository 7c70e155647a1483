/* SPDX-License-Identifier: MIT */
#include "handed.h"

#include <stdlib.h>
#include <string.h>

#include "audit.h"
#include "exports.h"
#include "tap.h"

enum { TEXT = 256, ARN = 3 * TEXT };

/* An item taken apart. */
struct item {
    const struct handed *file;
    char tail[TEXT];  /* service/main/web */
    char arn[ARN];
    char words[TEXT]; /* what stands behind it */
};

/* What the first part of an ARN's end says. */
static const struct resource {
    const char *begins, *arn_member, *name_member, *finding_type, *config_type;
} resources[] = {
    {"service/", "serviceArn", "serviceName", "AwsEcsService", "AWS::ECS::Service"},
    {"cluster/", "clusterArn", "clusterName", "AwsEcsCluster", "AWS::ECS::Cluster"},
    {"task-definition/", "taskDefinitionArn", NULL, "AwsEcsTaskDefinition", "AWS::ECS::TaskDefinition"},
    {"task-set/", "taskSetArn", NULL, "AwsEcsTaskSet", "AWS::ECS::TaskSet"},
    {"task/", "taskArn", NULL, NULL, NULL},
    {"capacity-provider/", "capacityProviderArn", "name", NULL, "AWS::ECS::CapacityProvider"},
};

static _Noreturn void give_up(const char *what, const char *why)
{
    struct fg_error err = {0};
    fg_error_set(&err, FG_INPUT, "%s", why);
    tap_bail(what, &err);
}

static const struct resource *resource_of(const struct item *item)
{
    for (size_t i = 0; i < sizeof resources / sizeof resources[0]; i++)
        if (strncmp(item->tail, resources[i].begins, strlen(resources[i].begins)) == 0)
            return &resources[i];
    give_up(item->tail, "no resource of ECS's");
}

static void complete_arn(const struct handed *file, const char *tail, char out[ARN])
{
    snprintf(out, ARN, "arn:aws:ecs:%s:%s", file->place[0] == '\0' ? HANDED_PLACE : file->place, tail);
}

static struct item read_item(const struct handed *file, const char *text)
{
    struct item item = {.file = file};
    size_t len = strcspn(text, " ");
    snprintf(item.tail, sizeof item.tail, "%.*s", (int)len, text);
    snprintf(item.words, sizeof item.words, "%s", text + len + (text[len] == ' '));
    complete_arn(file, item.tail, item.arn);
    return item;
}

static const char *name_of(const struct item *item)
{
    const char *slash = strrchr(item->tail, '/');
    return slash == NULL ? item->tail : slash + 1;
}

/* The value of the word "KEY=VALUE", or "yes" where KEY stands alone; NULL where neither does. */
static const char *word(const struct item *item, const char *key, char out[TEXT])
{
    size_t len = strlen(key);
    char part[TEXT];
    for (const char *at = item->words; export_next(&at, ' ', part, sizeof part);) {
        if (strncmp(part, key, len) != 0 || (part[len] != '=' && part[len] != '\0'))
            continue;
        snprintf(out, TEXT, "%s", part[len] == '=' ? part + len + 1 : "yes");
        return out;
    }
    return NULL;
}

static const char *time_of(const struct item *item, char out[TEXT])
{
    char given[TEXT], time[25];
    if (word(item, "time", given) == NULL)
        return item->file->time;
    audit_time(given, time);
    snprintf(out, TEXT, "%s", time);
    return out;
}

static void add_word(cJSON *object, const char *member, const struct item *item, const char *key)
{
    char value[TEXT];
    if (word(item, key, value) != NULL)
        cJSON_AddStringToObject(object, member, value);
}

/* ---- describe calls ---- */

static cJSON *make_tags(void)
{
    cJSON *tags = cJSON_CreateArray(), *tag = cJSON_CreateObject();
    cJSON_AddStringToObject(tag, "key", "Owner");
    cJSON_AddStringToObject(tag, "value", "payments");
    cJSON_AddItemToArray(tags, tag);
    return tags;
}

/* Services, tasks and task sets stand in a cluster: their ARN names it, or the word "cluster" does. */
static bool cluster_of(const struct item *item, char out[ARN])
{
    char value[TEXT], tail[TEXT + sizeof "cluster/"];
    const char *slash = strchr(item->tail, '/'), *second = strchr(slash + 1, '/');
    if (strncmp(item->tail, "cluster/", 8) == 0)
        return false;
    if (word(item, "cluster", value) != NULL)
        snprintf(tail, sizeof tail, "cluster/%s", value);
    else if (second != NULL)
        snprintf(tail, sizeof tail, "cluster/%.*s", (int)(second - slash - 1), slash + 1);
    else
        return false;
    complete_arn(item->file, tail, out);
    return true;
}

/* A task definition in a service's words: as the end of its ARN, or FAMILY:REVISION alone. */
static void add_definition(cJSON *object, const char *member, const struct item *item)
{
    char value[TEXT], arn[ARN];
    if (word(item, "runs", value) == NULL)
        return;
    complete_arn(item->file, value, arn);
    cJSON_AddStringToObject(object, member, strncmp(value, "task-definition/", 16) == 0 ? arn : value);
}

static void name_definition(cJSON *made, const struct item *item)
{
    char family[TEXT];
    snprintf(family, sizeof family, "%s", name_of(item));
    char *colon = strchr(family, ':');
    if (strncmp(item->tail, "task-definition/", 16) != 0 || colon == NULL)
        return;
    cJSON_AddNumberToObject(made, "revision", atoi(colon + 1));
    *colon = '\0';
    cJSON_AddStringToObject(made, "family", family);
    cJSON_AddArrayToObject(made, "containerDefinitions");
}

static cJSON *describe(const struct item *item)
{
    const struct resource *resource = resource_of(item);
    char text[TEXT], cluster[ARN];
    cJSON *made = cJSON_CreateObject();
    if (word(item, "unnamed", text) == NULL)
        cJSON_AddStringToObject(made, resource->arn_member, item->arn);
    if (resource->name_member != NULL)
        cJSON_AddStringToObject(made, resource->name_member, name_of(item));
    if (cluster_of(item, cluster))
        cJSON_AddStringToObject(made, "clusterArn", cluster);
    cJSON_AddStringToObject(made, "status", word(item, "inactive", text) == NULL ? "ACTIVE" : "INACTIVE");
    name_definition(made, item);
    add_definition(made, "taskDefinition", item);
    add_word(made, "createdAt", item, "created");
    if (word(item, "services", text) != NULL)
        cJSON_AddNumberToObject(made, "activeServicesCount", atoi(text));
    if (word(item, "untagged", text) == NULL)
        cJSON_AddItemToObject(made, "tags", make_tags());
    return made;
}

/* What the call could not describe. */
static cJSON *fail(const struct item *item)
{
    cJSON *made = cJSON_CreateObject();
    char text[TEXT];
    if (word(item, "unnamed", text) == NULL)
        cJSON_AddStringToObject(made, "arn", item->arn);
    add_word(made, "reason", item, "failed");
    return made;
}

static cJSON *list(const struct item *item)
{
    return cJSON_CreateString(item->arn);
}

/* ---- AWS Config ---- */

static cJSON *record_item(const struct item *item)
{
    const struct resource *resource = resource_of(item);
    char text[TEXT], cluster[ARN], account[32];
    cJSON *made = cJSON_CreateObject();
    bool deleted = word(item, "deleted", text) != NULL;
    const char *place = item->file->place[0] == '\0' ? HANDED_PLACE : item->file->place;
    size_t region = strcspn(place, ":");
    snprintf(account, sizeof account, "%s", place + region + 1);
    snprintf(text, sizeof text, "%.*s", (int)region, place);
    cJSON_AddStringToObject(made, "awsRegion", text);
    cJSON_AddStringToObject(made, "awsAccountId", account);
    cJSON_AddStringToObject(made, "configurationItemCaptureTime", time_of(item, text));
    cJSON_AddStringToObject(made, "configurationItemStatus", deleted ? "ResourceDeleted" : "OK");
    cJSON_AddStringToObject(made, "resourceType", resource->config_type);
    cJSON_AddStringToObject(made, "resourceId", item->arn);
    cJSON_AddStringToObject(made, "ARN", item->arn);
    cJSON_AddStringToObject(cJSON_AddObjectToObject(made, "tags"), "Owner", "payments");
    if (deleted) {
        cJSON_AddNullToObject(made, "configuration");
        return made;
    }
    cJSON *configuration = cJSON_AddObjectToObject(made, "configuration");
    if (cluster_of(item, cluster))
        cJSON_AddStringToObject(configuration, "Cluster", cluster);
    if (resource->name_member != NULL && strcmp(resource->name_member, "serviceName") == 0)
        cJSON_AddStringToObject(configuration, "ServiceName", name_of(item));
    add_definition(configuration, "TaskDefinition", item);
    return made;
}

static cJSON *evaluate(const struct item *item)
{
    char rule[2 * TEXT], time[TEXT];
    snprintf(rule, sizeof rule, "api ecs-fargate-latest-platform-version COMPLIANT %s", time_of(item, time));
    cJSON *made = export_evaluation_result("", rule);
    cJSON *qualifier = cJSON_GetObjectItemCaseSensitive(cJSON_GetObjectItemCaseSensitive(made, "EvaluationResultIdentifier"),
                                           "EvaluationResultQualifier");
    cJSON_ReplaceItemInObjectCaseSensitive(qualifier, "ResourceId", cJSON_CreateString(item->arn));
    return made;
}

/* ---- Security Hub ---- */

/* export_finding() makes one on ECS.10 and a service; this one is on the item's resource and control. */
static cJSON *find(const struct item *item)
{
    char text[4 * TEXT], time[TEXT], control[TEXT], states[TEXT], by[TEXT];
    if (word(item, "control", control) == NULL)
        snprintf(control, sizeof control, "ECS.10");
    if (word(item, "states", states) == NULL)
        snprintf(states, sizeof states, "PASSED");
    bool other = word(item, "by", by) != NULL;
    snprintf(text, sizeof text, "%s %s%s%s", states, time_of(item, time), other ? " by=" : "", other ? by : "");
    cJSON *made = export_finding("", text);
    cJSON *resource = cJSON_GetArrayItem(cJSON_GetObjectItemCaseSensitive(made, "Resources"), 0);
    snprintf(text, sizeof text, "%s/%s", control, item->arn);
    cJSON_ReplaceItemInObjectCaseSensitive(made, "Id", cJSON_CreateString(text));
    snprintf(text, sizeof text, "security-control/%s", control);
    cJSON_ReplaceItemInObjectCaseSensitive(made, "GeneratorId", cJSON_CreateString(text));
    cJSON_ReplaceItemInObjectCaseSensitive(cJSON_GetObjectItemCaseSensitive(made, "Compliance"), "SecurityControlId",
                              cJSON_CreateString(control));
    cJSON_ReplaceItemInObjectCaseSensitive(resource, "Id", cJSON_CreateString(item->arn));
    cJSON_ReplaceItemInObjectCaseSensitive(resource, "Type", cJSON_CreateString(resource_of(item)->finding_type));
    return made;
}

/* ---- documents ---- */

/* The calls, the member that their records stand under, and what makes a record. */
static const struct call {
    const char *name, *member;
    cJSON *(*make)(const struct item *);
} calls[] = {
    {"describe-services", "services", describe},
    {"describe-clusters", "clusters", describe},
    {"describe-tasks", "tasks", describe},
    {"describe-task-sets", "taskSets", describe},
    {"describe-capacity-providers", "capacityProviders", describe},
    {"describe-task-definition", NULL, describe}, /* one a document */
    {"list-services", "serviceArns", list},
    {"list-clusters", "clusterArns", list},
    {"list-tasks", "taskArns", list},
    {"list-task-definitions", "taskDefinitionArns", list},
    {"config-items", "configurationItems", record_item},
    {"evaluations", "EvaluationResults", evaluate},
    {"get-findings", "Findings", find},
};

static const struct call *call_of(const char *name)
{
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++)
        if (strcmp(calls[i].name, name) == 0)
            return &calls[i];
    give_up(name, "no such call");
}

static cJSON *member_of(cJSON *document, const char *member)
{
    cJSON *found = cJSON_GetObjectItemCaseSensitive(document, member);
    return found != NULL ? found : cJSON_AddArrayToObject(document, member);
}

/* describe-task-definition's answer is one definition with its tags beside it. */
static void add_alone(cJSON *document, cJSON *record)
{
    cJSON *tags = cJSON_DetachItemFromObjectCaseSensitive(record, "tags");
    cJSON_AddItemToObject(document, "taskDefinition", record);
    if (tags != NULL)
        cJSON_AddItemToObject(document, "tags", tags);
}

static void add_item(const struct handed *file, const struct call *call, cJSON *document, const char *text)
{
    char value[TEXT];
    const struct item item = read_item(file, text);
    if (strcmp(item.tail, "-") == 0)
        return;
    if (strcmp(item.tail, "nextToken") == 0 || strcmp(item.tail, "NextToken") == 0)
        cJSON_AddStringToObject(document, item.tail, "eyJuZXh0Ijoi");
    else if (word(&item, "failed", value) != NULL)
        cJSON_AddItemToArray(member_of(document, "failures"), fail(&item));
    else if (call->member == NULL)
        add_alone(document, call->make(&item));
    else
        cJSON_AddItemToArray(member_of(document, call->member), call->make(&item));
}

static void add_document(const struct handed *file, const char *items, struct fg_buf *out)
{
    const struct call *call = call_of(file->call);
    char text[2 * TEXT];
    cJSON *document = cJSON_CreateObject();
    if (call->member != NULL)
        cJSON_AddArrayToObject(document, call->member);
    while (export_next(&items, ';', text, sizeof text))
        add_item(file, call, document, text);
    char *json = cJSON_PrintUnformatted(document);
    fg_buf_printf(out, "%s\n", json);
    cJSON_free(json);
    cJSON_Delete(document);
}

/* Text as it stands, "|" between its lines. */
static void add_lines(const char *holds, struct fg_buf *out)
{
    for (; *holds != '\0'; holds++)
        fg_buf_add_char(out, *holds == '|' ? '\n' : *holds);
    fg_buf_add_char(out, '\n');
}

struct fg_buf handed_text(const struct handed *file)
{
    struct fg_buf text = FG_BUF_INIT;
    char items[8 * TEXT];
    const char *holds = file->holds;
    if (strcmp(file->call, "text") == 0)
        add_lines(holds, &text);
    else
        while (export_next(&holds, '|', items, sizeof items))
            add_document(file, items, &text);
    return text;
}
