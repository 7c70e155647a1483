/* SPDX-License-Identifier: MIT */
#include "ingest/detect.h"

#include <string.h>

static const struct {
    const char *member;
    const struct fg_mapper *mapper;
} shapes[] = {
    {"services", &fg_ecs_services},
    {"failures", &fg_ecs_failures},
    {"Findings", &fg_securityhub_findings},
    {"findings", &fg_securityhub_findings}, /* cut out of an event, or saved by other tools */
    {"configurationItems", &fg_config_items},
};

/* Documents that are often handed over by mistake, by a member that gives them away. */
static const struct {
    const char *member;
    const char *name;
} strangers[] = {
    {"clusters", "an `aws ecs describe-clusters` answer"},
    {"tasks", "an `aws ecs describe-tasks` answer"},
    {"taskDefinition", "an `aws ecs describe-task-definition` answer"},
    {"taskSets", "an `aws ecs describe-task-sets` answer"},
    {"capacityProviders", "an `aws ecs describe-capacity-providers` answer"},
    {"serviceArns", "an `aws ecs list-services` answer, which names services without describing them"},
    {"clusterArns", "an `aws ecs list-clusters` answer"},
    {"EvaluationResults", "an `aws configservice get-compliance-details` answer"},
    {"Results", "an `aws configservice select-resource-config` answer"},
    {"containerDefinitions", "a task definition"},
    {"serviceName", "the input of create-service, or one service cut out of its export"},
};

static bool is(const struct fg_json_key *key, const char *name)
{
    return strlen(name) == key->len && memcmp(name, key->text, key->len) == 0;
}

const struct fg_mapper *fg_detect_member(const struct fg_json_key *key)
{
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
        if (is(key, shapes[i].member))
            return shapes[i].mapper;
    return NULL;
}

const struct fg_mapper *fg_detect_bare(void)
{
    return &fg_securityhub_findings;
}

bool fg_detect_next_token(const struct fg_json_key *key)
{
    return is(key, "NextToken") || is(key, "nextToken");
}

bool fg_detect_waivers(const char *text, size_t len)
{
    static const char name[] = "waiver_id";
    size_t skip = len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0; /* byte order mark */
    skip += skip < len && text[skip] == '"';
    return len - skip >= sizeof name - 1 && memcmp(text + skip, name, sizeof name - 1) == 0;
}

const char *fg_detect_known_stranger(const struct fg_json_key *key)
{
    for (size_t i = 0; i < sizeof strangers / sizeof strangers[0]; i++)
        if (is(key, strangers[i].member))
            return strangers[i].name;
    return NULL;
}
