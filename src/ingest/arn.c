/* SPDX-License-Identifier: MIT */
#include "fargauge/arn.h"

#include <string.h>

/* ECS's kinds, some of which CloudFormation has no type for; `clustered` ones carry the cluster before the name in their long form. */
static const struct {
    const char *kind;
    const char *type;
    bool clustered;
} kinds[] = {
    {"service", "AWS::ECS::Service", true},
    {"cluster", "AWS::ECS::Cluster", false},
    {"task-definition", "AWS::ECS::TaskDefinition", false},
    {"task-set", "AWS::ECS::TaskSet", true},
    {"capacity-provider", "AWS::ECS::CapacityProvider", false},
    {"task", "AWS::ECS::Task", true},
    {"container-instance", "AWS::ECS::ContainerInstance", true},
    {"service-revision", "AWS::ECS::ServiceRevision", true},
    {"service-deployment", "AWS::ECS::ServiceDeployment", true},
};

/* Cut at the next `c`: returns what stands before it and moves *at behind it; NULL where none is. */
static char *cut(char **at, char c)
{
    char *start = *at;
    char *end = strchr(start, c);
    if (end == NULL)
        return NULL;
    *end = '\0';
    *at = end + 1;
    return start;
}

static bool valid_account(const char *account)
{
    size_t length = strlen(account);
    return length == 0 || (length == 12 && strspn(account, "0123456789") == 12);
}

static bool clustered(const char *kind)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kinds[i].kind, kind) == 0)
            return kinds[i].clustered;
    return false;
}

bool fg_arn_parse(const char *text, struct fg_arn *ret_arn)
{
    struct fg_arn *arn = ret_arn;
    size_t length = strlen(text);
    if (length >= sizeof arn->text || strncmp(text, "arn:", 4) != 0)
        return false;
    memcpy(arn->text, text, length + 1);
    char *at = arn->text + 4;
    arn->partition = cut(&at, ':');
    arn->service = arn->partition ? cut(&at, ':') : NULL;
    arn->region = arn->service ? cut(&at, ':') : NULL;
    arn->account = arn->region ? cut(&at, ':') : NULL;
    if (arn->account == NULL || *arn->partition == '\0' || *arn->service == '\0' || *at == '\0' ||
        !valid_account(arn->account))
        return false;
    char *kind = cut(&at, '/');
    arn->kind = kind == NULL ? "" : kind;
    arn->cluster = NULL;
    if (strcmp(arn->service, "ecs") == 0 && clustered(arn->kind) && strchr(at, '/') != NULL)
        arn->cluster = cut(&at, '/');
    arn->name = at;
    return *at != '\0' && (arn->cluster == NULL || arn->cluster[0] != '\0');
}

const char *fg_arn_resource_type(const struct fg_arn *arn)
{
    if (strcmp(arn->service, "ecs") != 0)
        return NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(kinds[i].kind, arn->kind) == 0)
            return kinds[i].type;
    return NULL;
}
