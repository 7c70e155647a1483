/* SPDX-License-Identifier: MIT */
#include "ingest/detect.h"

#include <pthread.h>
#include <string.h>

static const struct fg_shape shapes[] = {
    {"services", FG_FORM_LIST, &fg_ecs_services, NULL},
    {"clusters", FG_FORM_LIST, &fg_ecs_clusters, NULL},
    {"tasks", FG_FORM_LIST, &fg_ecs_tasks, NULL},
    {"taskSets", FG_FORM_LIST, &fg_ecs_task_sets, NULL},
    {"capacityProviders", FG_FORM_LIST, &fg_ecs_capacity_providers, NULL},
    {"serviceRevisions", FG_FORM_LIST, &fg_ecs_service_revisions, NULL},
    {"serviceDeployments", FG_FORM_LIST, &fg_ecs_service_deployments, NULL},
    {"serviceArns", FG_FORM_LIST, &fg_ecs_service_list, NULL},
    {"clusterArns", FG_FORM_LIST, &fg_ecs_cluster_list, NULL},
    {"taskArns", FG_FORM_LIST, &fg_ecs_task_list, NULL},
    {"taskDefinitionArns", FG_FORM_LIST, &fg_ecs_task_definition_list, NULL},
    {"failures", FG_FORM_LIST, &fg_ecs_failures, NULL},
    {"Findings", FG_FORM_LIST, &fg_securityhub_findings, &fg_ocsf_findings}, /* get-findings-v2's */
    {"findings", FG_FORM_LIST, &fg_securityhub_findings, &fg_ocsf_findings}, /* an event's, or other tools' */
    {"configurationItems", FG_FORM_LIST, &fg_config_items, NULL},
    {"baseConfigurationItems", FG_FORM_LIST, &fg_config_items, NULL}, /* batch-get-resource-config */
    {"unprocessedResourceKeys", FG_FORM_LIST, &fg_config_unprocessed, NULL},
    {"Results", FG_FORM_LIST, &fg_config_query, NULL}, /* select-resource-config */
    {"EvaluationResults", FG_FORM_LIST, &fg_config_evaluations, NULL},
    {"ComplianceByConfigRules", FG_FORM_LIST, &fg_config_rule_compliance, NULL},
    {"ComplianceByResources", FG_FORM_LIST, &fg_config_resource_compliance, NULL},
    {"configurationItem", FG_FORM_RECORD, &fg_config_message_items, NULL}, /* a change notification's */
    {"configurationItemSummary", FG_FORM_RECORD, &fg_config_summaries, NULL},
    {"detail", FG_FORM_ENVELOPE, NULL, NULL},                      /* EventBridge */
    {"Message", FG_FORM_ENVELOPE, NULL, NULL},                     /* SNS */
    {"event_payload", FG_FORM_ENVELOPE, NULL, NULL},               /* events kept to be sent again */
    {"invokingEvent", FG_FORM_ENVELOPE, NULL, NULL},               /* what a Config rule is called with */
};

/* Who recognises records that stand alone, and where: the first that does takes it. */
static const struct {
    const struct fg_mapper *mapper;
    bool as_document;
} alone[] = {
    {&fg_securityhub_findings, true},
    {&fg_ocsf_findings, true},
    {&fg_config_query, true}, /* before items: its results look like them */
    {&fg_config_items, true},
    {&fg_config_evaluations, true},
    {&fg_config_messages, true}, /* what has no item, and is all that a document holds */
    {&fg_ecs_task_definitions, true}, /* the document is the record: its tags stand beside it */
    {&fg_ecs_tasks, true},
    {&fg_ecs_task_sets, true}, /* before services: these name their service and its cluster too */
    {&fg_ecs_service_revisions, true},
    {&fg_ecs_service_deployments, true},
    {&fg_ecs_capacity_providers, true},
    {&fg_ecs_services, false}, /* services and clusters have members that are the shapes of other exports */
    {&fg_ecs_clusters, false},
    {&fg_ecs_service_list, false},
    {&fg_ecs_cluster_list, false},
    {&fg_ecs_task_list, false},
    {&fg_ecs_task_definition_list, false},
};
enum { ALONE = sizeof alone / sizeof alone[0] };

/* Documents that are often handed over by mistake, by a member that gives them away. Such a document is
 * refused also where it holds what looks like a list of records: a cluster names its capacityProviders. */
static const struct {
    const char *member;
    const char *name;
} strangers[] = {
    {"containerDefinitions", "the input of register-task-definition"},
    {"serviceName", "the input of create-service, or one service cut out of its export"},
    {"clusterName", "the input of create-cluster, or one cluster cut out of its export"},
    {"containerInstances", "an `aws ecs describe-container-instances` answer"},
    {"containerInstanceArns", "an `aws ecs list-container-instances` answer"},
    {"families", "an `aws ecs list-task-definition-families` answer, which names no resources"},
};

static bool is(const struct fg_json_key *key, const char *name)
{
    return strlen(name) == key->len && memcmp(name, key->text, key->len) == 0;
}

const struct fg_shape *fg_detect_member(const struct fg_json_key *key)
{
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
        if (is(key, shapes[i].member))
            return &shapes[i];
    return NULL;
}

/* ---- Records without an envelope ---- */

static struct fg_member any_members[2][FG_MEMBERS_MAX + 1]; /* the last one ends the list */
static const struct fg_mapper any[2] = {
    [FG_IN_LIST] = {.members = any_members[FG_IN_LIST], .strings = FG_STRINGS_VALUE},
    [FG_AS_DOCUMENT] = {.members = any_members[FG_AS_DOCUMENT]},
};

static int find(const struct fg_member *members, const char *name)
{
    int at = 0;
    while (members[at].name != NULL && strcmp(members[at].name, name) != 0)
        at++;
    return at;
}

static void gather_members(void)
{
    for (int where = FG_IN_LIST; where <= FG_AS_DOCUMENT; where++)
        for (size_t i = 0; i < ALONE; i++)
            for (const struct fg_member *from = alone[i].mapper->members; from->name != NULL; from++) {
                int at = find(any_members[where], from->name);
                if ((alone[i].as_document || where == FG_IN_LIST) && at < FG_MEMBERS_MAX)
                    any_members[where][at] = *from;
            }
}

const struct fg_mapper *fg_detect_any(enum fg_alone where)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, gather_members);
    return &any[where];
}

/* Turn the members of a record that was read for anyone into those of `mapper`. */
static void fit(struct fg_record *record, const struct fg_record *read, enum fg_alone where,
                const struct fg_mapper *mapper)
{
    memset(record->member, 0, sizeof record->member);
    for (int i = 0; mapper->members[i].name != NULL; i++)
        record->member[i] = read->member[find(any_members[where], mapper->members[i].name)];
}

static bool may_choose(size_t i, enum fg_alone where, const struct fg_shape *shape)
{
    if (shape != NULL)
        return alone[i].mapper == shape->other;
    return alone[i].as_document || where == FG_IN_LIST;
}

const struct fg_mapper *fg_detect_choose(enum fg_alone where, struct fg_record *record,
                                         const struct fg_shape *shape)
{
    struct fg_record read = *record; /* its text is not touched */
    for (size_t i = 0; i < ALONE; i++) {
        if (!may_choose(i, where, shape))
            continue;
        fit(record, &read, where, alone[i].mapper);
        if (alone[i].mapper->recognises(record))
            return alone[i].mapper;
    }
    if (shape != NULL)
        fit(record, &read, where, shape->mapper);
    return shape == NULL ? NULL : shape->mapper;
}

/* ---- The rest ---- */

bool fg_detect_next_token(const struct fg_json_key *key)
{
    return is(key, "NextToken") || is(key, "nextToken");
}

/* What stands in CSV files; csv_header.c tells them apart. */
static const struct fg_mapper *const tables[] = {&fg_waivers, &fg_securityhub_csv};

const struct fg_mapper *fg_detect_mapper(size_t row)
{
    static const struct fg_shape *const last = shapes + sizeof shapes / sizeof shapes[0];
    size_t met = 0;
    for (const struct fg_shape *shape = shapes; shape < last; shape++)
        if (shape->mapper != NULL && met++ == row)
            return shape->mapper;
    row -= met;
    if (row < ALONE)
        return alone[row].mapper;
    row -= ALONE;
    return row < sizeof tables / sizeof tables[0] ? tables[row] : NULL;
}

const char *fg_detect_known_stranger(const struct fg_json_key *key)
{
    for (size_t i = 0; i < sizeof strangers / sizeof strangers[0]; i++)
        if (is(key, strangers[i].member))
            return strangers[i].name;
    return NULL;
}
