/* SPDX-License-Identifier: MIT */
#include "exports.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PLACE "eu-west-1:111122223333"
#define RULE_ARN "arn:aws:config:" PLACE ":config-rule/config-rule-abcdef"

bool export_next(const char **at, char separator, char *out, size_t room)
{
    if (*at == NULL)
        return false;
    const char *end = strchr(*at, separator);
    const char *start = *at + strspn(*at, " ");
    size_t len = end != NULL ? (size_t)(end - start) : strlen(start);
    while (len > 0 && start[len - 1] == ' ')
        len--;
    snprintf(out, room, "%.*s", (int)len, start);
    *at = end != NULL ? end + 1 : NULL;
    return true;
}

static void add_cell(cJSON *object, const char *member, const char *cell)
{
    if (cell == NULL || cell[0] == '\0')
        return;
    if (strcmp(cell, "(null)") == 0)
        cJSON_AddNullToObject(object, member);
    else
        cJSON_AddStringToObject(object, member, strcmp(cell, "(empty)") == 0 ? "" : cell);
}

static void add_number(cJSON *object, const char *member, const char *cell)
{
    if (cell != NULL && cell[0] != '\0')
        cJSON_AddNumberToObject(object, member, atoi(cell));
}

static void add_format(cJSON *object, const char *member, const char *before, const char *name,
                       const char *after)
{
    char text[512];
    snprintf(text, sizeof text, "%s%s%s", before, name, after);
    cJSON_AddStringToObject(object, member, text);
}

static void add_providers(cJSON *object, const char *member, const char *provider_member,
                          const char *cell, char separator)
{
    char name[128];
    cJSON *list = cJSON_AddArrayToObject(object, member);
    while (export_next(&cell, separator, name, sizeof name)) {
        if (name[0] == '\0')
            continue;
        cJSON *entry = cJSON_CreateObject();
        cJSON_AddStringToObject(entry, provider_member, name);
        cJSON_AddItemToArray(list, entry);
    }
}

/* ---- describe-services ---- */

/* One "STATUS:LAUNCH:VERSION:FAMILY:RUNNING:CREATED". */
static cJSON *deployment(const char *spec, const char *prefix, const char *service, int position)
{
    enum { STATUS, LAUNCH, VERSION, FAMILY, RUNNING, CREATED, PARTS };
    char part[PARTS][128] = {{0}};
    char id[192];
    for (size_t i = 0; i + 1 < PARTS && export_next(&spec, ':', part[i], sizeof part[i]); i++)
        continue;
    if (spec != NULL) /* the time has colons of its own */
        snprintf(part[CREATED], sizeof part[CREATED], "%s", spec);
    cJSON *made = cJSON_CreateObject();
    snprintf(id, sizeof id, "%s/%s-%d", prefix, service, position);
    cJSON_AddStringToObject(made, "id", id);
    add_cell(made, "status", part[STATUS]);
    if (strncmp(part[LAUNCH], "providers ", 10) == 0)
        add_providers(made, "capacityProviderStrategy", "capacityProvider", part[LAUNCH] + 10, '+');
    else
        add_cell(made, "launchType", part[LAUNCH]);
    add_cell(made, "platformVersion", part[VERSION]);
    add_cell(made, "platformFamily", part[FAMILY]);
    add_number(made, "runningCount", part[RUNNING]);
    add_cell(made, "createdAt", part[CREATED]);
    return made;
}

static void add_deployments(cJSON *object, const char *member, const char *prefix, const char *service,
                            const char *cell)
{
    char spec[512];
    int position = 0;
    if (cell == NULL || cell[0] == '\0')
        return;
    cJSON *list = cJSON_AddArrayToObject(object, member);
    while (strcmp(cell, "[]") != 0 && export_next(&cell, ';', spec, sizeof spec)) {
        cJSON_AddItemToArray(list, deployment(spec, prefix, service, position++));
        if (cell == NULL)
            break;
    }
}

cJSON *export_service(const struct service_view *view)
{
    cJSON *made = cJSON_CreateObject();
    add_format(made, "serviceArn", "arn:aws:ecs:" PLACE ":service/main/", view->name, "");
    cJSON_AddStringToObject(made, "serviceName", view->name);
    cJSON_AddStringToObject(made, "clusterArn", "arn:aws:ecs:" PLACE ":cluster/main");
    add_cell(made, "status", view->status);
    add_number(made, "desiredCount", view->desired_count);
    add_cell(made, "launchType", view->launch_type);
    if (view->providers != NULL && view->providers[0] != '\0')
        add_providers(made, "capacityProviderStrategy", "capacityProvider", view->providers, ',');
    add_cell(made, "platformVersion", view->platform_version);
    add_cell(made, "platformFamily", view->platform_family);
    add_format(made, "taskDefinition", "arn:aws:ecs:" PLACE ":task-definition/", view->name, ":1");
    add_cell(made, "createdAt", view->created_at);
    if (view->controller != NULL && view->controller[0] != '\0')
        add_cell(cJSON_AddObjectToObject(made, "deploymentController"), "type", view->controller);
    add_deployments(made, "deployments", "ecs-svc", view->name, view->deployments);
    add_deployments(made, "taskSets", "task-set", view->name, view->task_sets);
    return made;
}

/* ---- describe-tasks, describe-task-sets, describe-task-definition ---- */

static cJSON *task(const struct service_view *view, const char *spec, int position)
{
    enum { STATUS, LAUNCH, VERSION, FAMILY, GROUP, STARTED_BY, PARTS };
    char part[PARTS][128] = {{0}};
    char text[256];
    for (size_t i = 0; i + 1 < PARTS && export_next(&spec, ':', part[i], sizeof part[i]); i++)
        continue;
    if (spec != NULL)
        snprintf(part[STARTED_BY], sizeof part[STARTED_BY], "%s", spec);
    cJSON *made = cJSON_CreateObject();
    snprintf(text, sizeof text, "arn:aws:ecs:" PLACE ":task/main/%s-%d", view->name, position);
    cJSON_AddStringToObject(made, "taskArn", text);
    cJSON_AddStringToObject(made, "clusterArn", "arn:aws:ecs:" PLACE ":cluster/main");
    if (part[GROUP][0] == '\0')
        add_format(made, "group", "service:", view->name, "");
    else if (strcmp(part[GROUP], "-") != 0)
        add_format(made, "group", "family:", part[GROUP], "");
    const char *slash = strchr(part[STARTED_BY], '/');
    snprintf(text, sizeof text, "%.*s/%s-%s", slash == NULL ? 0 : (int)(slash - part[STARTED_BY]),
             part[STARTED_BY], view->name, slash == NULL ? "" : slash + 1);
    add_cell(made, "startedBy", slash == NULL ? part[STARTED_BY] : text);
    add_cell(made, "lastStatus", part[STATUS]);
    add_cell(made, "createdAt", view->created_at);
    if (strncmp(part[LAUNCH], "provider ", 9) == 0)
        add_cell(made, "capacityProviderName", part[LAUNCH] + 9);
    else
        add_cell(made, "launchType", part[LAUNCH]);
    add_cell(made, "platformVersion", part[VERSION]);
    add_cell(made, "platformFamily", part[FAMILY]);
    return made;
}

void export_tasks(const struct service_view *view, cJSON *tasks)
{
    const char *cell = view->tasks;
    char spec[512];
    for (int i = 0; cell != NULL && cell[0] != '\0' && export_next(&cell, ';', spec, sizeof spec); i++)
        cJSON_AddItemToArray(tasks, task(view, spec, i));
}

void export_task_sets(const struct service_view *view, cJSON *task_sets)
{
    const char *cell = view->own_task_sets;
    char spec[512], arn[512];
    for (int i = 0; cell != NULL && cell[0] != '\0' && export_next(&cell, ';', spec, sizeof spec); i++) {
        cJSON *made = deployment(spec, "task-set", view->name, i);
        snprintf(arn, sizeof arn, "arn:aws:ecs:" PLACE ":task-set/main/%s/task-set/%s-%d", view->name, view->name, i);
        cJSON_AddStringToObject(made, "taskSetArn", arn);
        cJSON_AddItemToArray(task_sets, made);
    }
}

cJSON *export_task_definition(const struct service_view *view)
{
    cJSON *made = cJSON_CreateObject();
    cJSON *definition = cJSON_AddObjectToObject(made, "taskDefinition");
    add_format(definition, "taskDefinitionArn", "arn:aws:ecs:" PLACE ":task-definition/", view->name, ":1");
    cJSON_AddStringToObject(definition, "family", view->name);
    add_cell(cJSON_AddObjectToObject(definition, "runtimePlatform"), "operatingSystemFamily", view->os_family);
    return made;
}

/* ---- AWS Config ---- */

static cJSON *item(const char *type, const char *time, const char *status)
{
    cJSON *made = cJSON_CreateObject();
    cJSON_AddStringToObject(made, "resourceType", type);
    cJSON_AddStringToObject(made, "configurationItemCaptureTime", time);
    cJSON_AddStringToObject(made, "configurationItemStatus", status);
    cJSON_AddStringToObject(made, "awsAccountId", "111122223333");
    cJSON_AddStringToObject(made, "awsRegion", "eu-west-1");
    return made;
}

cJSON *export_config_service(const struct service_view *view, const char *time)
{
    cJSON *made = item("AWS::ECS::Service", time, view->deleted ? "ResourceDeleted" : "OK");
    add_format(made, "resourceId", "arn:aws:ecs:" PLACE ":service/main/", view->name, "");
    if (view->deleted) {
        cJSON_AddNullToObject(made, "configuration");
        return made;
    }
    add_format(made, "ARN", "arn:aws:ecs:" PLACE ":service/main/", view->name, "");
    cJSON *configuration = cJSON_AddObjectToObject(made, "configuration");
    cJSON_AddStringToObject(configuration, "Cluster", "arn:aws:ecs:" PLACE ":cluster/main");
    cJSON_AddStringToObject(configuration, "ServiceName", view->name);
    add_number(configuration, "DesiredCount", view->desired_count);
    add_cell(configuration, "LaunchType", view->launch_type);
    add_providers(configuration, "CapacityProviderStrategy", "CapacityProvider", view->providers, ',');
    add_cell(configuration, "PlatformVersion", view->platform_version);
    add_format(configuration, "TaskDefinition", "arn:aws:ecs:" PLACE ":task-definition/", view->name, ":1");
    if (view->controller != NULL && view->controller[0] != '\0')
        add_cell(cJSON_AddObjectToObject(configuration, "DeploymentController"), "Type", view->controller);
    return made;
}

cJSON *export_config_task_definition(const struct service_view *view, const char *time)
{
    cJSON *made = item("AWS::ECS::TaskDefinition", time, "OK");
    add_format(made, "ARN", "arn:aws:ecs:" PLACE ":task-definition/", view->name, ":1");
    cJSON_AddStringToObject(made, "resourceId", view->name);
    cJSON *configuration = cJSON_AddObjectToObject(made, "configuration");
    cJSON_AddStringToObject(configuration, "Family", view->name);
    add_format(configuration, "TaskDefinitionArn", "arn:aws:ecs:" PLACE ":task-definition/", view->name,
               ":1");
    add_cell(cJSON_AddObjectToObject(configuration, "RuntimePlatform"), "OperatingSystemFamily",
             view->os_family);
    return made;
}

/* "NAME COMPLIANCE TIME" */
struct verdict {
    char name[256], compliance[64], time[64];
};

static struct verdict read_verdict(const char *rule)
{
    struct verdict verdict = {0};
    export_next(&rule, ' ', verdict.name, sizeof verdict.name);
    export_next(&rule, ' ', verdict.compliance, sizeof verdict.compliance);
    export_next(&rule, ' ', verdict.time, sizeof verdict.time);
    return verdict;
}

cJSON *export_config_evaluation(const char *service, const char *rule)
{
    const struct verdict verdict = read_verdict(rule);
    cJSON *made = item("AWS::Config::ResourceCompliance", verdict.time, "OK");
    add_format(made, "resourceId", "AWS::ECS::Service/arn:aws:ecs:" PLACE ":service/main/", service, "");
    cJSON *configuration = cJSON_AddObjectToObject(made, "configuration");
    cJSON_AddStringToObject(configuration, "complianceType", verdict.compliance);
    add_format(configuration, "targetResourceId", "arn:aws:ecs:" PLACE ":service/main/", service, "");
    cJSON_AddStringToObject(configuration, "targetResourceType", "AWS::ECS::Service");
    cJSON *list = cJSON_AddArrayToObject(configuration, "configRuleList");
    if (strcmp(verdict.name, "-") == 0)
        return made;
    cJSON *entry = cJSON_CreateObject();
    cJSON_AddStringToObject(entry, "configRuleName", verdict.name);
    cJSON_AddStringToObject(entry, "configRuleArn", RULE_ARN);
    cJSON_AddStringToObject(entry, "complianceType", verdict.compliance);
    cJSON_AddItemToArray(list, entry);
    return made;
}

cJSON *export_evaluation_result(const char *service, const char *rule)
{
    static const char mark[] = "api ";
    if (strncmp(rule, mark, strlen(mark)) != 0)
        return NULL;
    const struct verdict verdict = read_verdict(rule + strlen(mark));
    cJSON *made = cJSON_CreateObject();
    cJSON *identifier = cJSON_AddObjectToObject(made, "EvaluationResultIdentifier");
    cJSON *qualifier = cJSON_AddObjectToObject(identifier, "EvaluationResultQualifier");
    cJSON_AddStringToObject(qualifier, "ConfigRuleName", verdict.name);
    cJSON_AddStringToObject(qualifier, "ResourceType", "AWS::ECS::Service");
    add_format(qualifier, "ResourceId", "arn:aws:ecs:" PLACE ":service/main/", service, "");
    cJSON_AddStringToObject(made, "ComplianceType", verdict.compliance);
    cJSON_AddStringToObject(made, "ResultRecordedTime", verdict.time);
    return made;
}

cJSON *export_compliance_change(const char *service, const char *rule)
{
    static const char mark[] = "told ";
    if (strncmp(rule, mark, strlen(mark)) != 0)
        return NULL;
    const struct verdict verdict = read_verdict(rule + strlen(mark));
    cJSON *made = cJSON_CreateObject();
    cJSON_AddStringToObject(made, "messageType", "ComplianceChangeNotification");
    cJSON_AddStringToObject(made, "configRuleName", verdict.name);
    cJSON_AddStringToObject(made, "resourceType", "AWS::ECS::Service");
    add_format(made, "resourceId", "arn:aws:ecs:" PLACE ":service/main/", service, "");
    cJSON_AddStringToObject(made, "notificationCreationTime", verdict.time);
    if (strcmp(verdict.compliance, "-") != 0)
        cJSON_AddStringToObject(cJSON_AddObjectToObject(made, "newEvaluationResult"), "complianceType",
                                verdict.compliance);
    return made;
}

/* ---- Security Hub ---- */

struct finding_spec {
    char status[128], workflow[128], record[128], time[128];
    char linux_version[128], standard[128], id[128], by[128];
};

static void read_states(const char *states, struct finding_spec *spec)
{
    export_next(&states, '/', spec->status, sizeof spec->status);
    export_next(&states, '/', spec->workflow, sizeof spec->workflow);
    export_next(&states, '/', spec->record, sizeof spec->record);
}

static void read_option(const char *option, struct finding_spec *spec)
{
    const struct {
        const char *key;
        char *value;
    } options[] = {
        {"linux=", spec->linux_version},
        {"standard=", spec->standard},
        {"id=", spec->id},
        {"by=", spec->by},
    };
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++)
        if (strncmp(option, options[i].key, strlen(options[i].key)) == 0)
            snprintf(options[i].value, sizeof spec->id, "%s", option + strlen(options[i].key));
}

static struct finding_spec read_finding(const char *text)
{
    struct finding_spec spec = {.workflow = "NEW", .record = "ACTIVE", .id = "1"};
    char part[128];
    if (export_next(&text, ' ', part, sizeof part))
        read_states(part, &spec);
    export_next(&text, ' ', spec.time, sizeof spec.time);
    while (export_next(&text, ' ', part, sizeof part))
        read_option(part, &spec);
    return spec;
}

static void add_parameters(cJSON *compliance, const struct finding_spec *spec)
{
    cJSON *list = cJSON_AddArrayToObject(compliance, "SecurityControlParameters");
    const char *const parameters[][2] = {{"latestLinuxVersion", spec->linux_version},
                                         {"latestWindowsVersion", "1.0.0"}};
    for (size_t i = 0; spec->linux_version[0] != '\0' && i < 2; i++) {
        cJSON *entry = cJSON_CreateObject();
        cJSON_AddStringToObject(entry, "Name", parameters[i][0]);
        cJSON_AddItemToArray(cJSON_AddArrayToObject(entry, "Value"),
                             cJSON_CreateString(parameters[i][1]));
        cJSON_AddItemToArray(list, entry);
    }
}

/* The members in which the two forms of findings differ. */
static void add_control(cJSON *made, cJSON *compliance, const struct finding_spec *spec)
{
    char text[256];
    if (spec->standard[0] == '\0') {
        cJSON_AddStringToObject(made, "GeneratorId", "security-control/ECS.10");
        cJSON_AddStringToObject(compliance, "SecurityControlId", "ECS.10");
        return;
    }
    snprintf(text, sizeof text, "%s/v/1.0.0/ECS.10", spec->standard);
    cJSON_AddStringToObject(made, "GeneratorId", text);
    cJSON_AddStringToObject(cJSON_AddObjectToObject(made, "ProductFields"), "ControlId", "ECS.10");
}

cJSON *export_finding(const char *service, const char *finding)
{
    struct finding_spec spec = read_finding(finding);
    cJSON *made = cJSON_CreateObject();
    char id[512];
    snprintf(id, sizeof id, "arn:aws:securityhub:" PLACE ":security-control/ECS.10/finding/%s-%s%s",
             service, spec.standard, spec.id);
    cJSON_AddStringToObject(made, "SchemaVersion", "2018-10-08");
    cJSON_AddStringToObject(made, "Id", id);
    if (spec.by[0] == '\0')
        cJSON_AddStringToObject(made, "ProductArn", "arn:aws:securityhub:eu-west-1::product/aws/securityhub");
    else
        add_format(made, "ProductArn", "arn:aws:securityhub:eu-west-1::product/", spec.by, "/x");
    cJSON_AddStringToObject(made, "AwsAccountId", "111122223333");
    cJSON_AddStringToObject(made, "UpdatedAt", spec.time);
    cJSON_AddStringToObject(made, "RecordState", spec.record);
    cJSON_AddStringToObject(cJSON_AddObjectToObject(made, "Workflow"), "Status", spec.workflow);
    cJSON *compliance = cJSON_AddObjectToObject(made, "Compliance");
    cJSON_AddStringToObject(compliance, "Status", spec.status);
    add_parameters(compliance, &spec);
    add_control(made, compliance, &spec);
    cJSON *resource = cJSON_CreateObject();
    cJSON_AddStringToObject(resource, "Type", "AwsEcsService");
    add_format(resource, "Id", "arn:aws:ecs:" PLACE ":service/main/", service, "");
    cJSON_AddItemToArray(cJSON_AddArrayToObject(made, "Resources"), resource);
    return made;
}

int export_write(const char *path, const char *member, cJSON *list)
{
    cJSON *root = member == NULL ? list : cJSON_CreateObject();
    if (member != NULL)
        cJSON_AddItemToObject(root, member, list);
    char *text = cJSON_PrintUnformatted(root);
    FILE *file = fopen(path, "wb");
    int status = file != NULL && text != NULL && fputs(text, file) >= 0 ? 0 : -1;
    if (file != NULL && fclose(file) != 0)
        status = -1;
    free(text);
    cJSON_Delete(root);
    return status;
}
