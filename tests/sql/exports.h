/* SPDX-License-Identifier: MIT */
/*
 * Exports made from a table's cells: what the describe calls of `aws ecs`, `aws securityhub get-findings`
 * and an AWS Config snapshot would hold for a service that looks like the row.
 *
 * Cells: empty is a member that is not there, "(empty)" the empty text, "(null)" null, else the text.
 * Documents are cJSON trees and the caller's, to be given to cJSON_Delete().
 */
#ifndef FARGAUGE_TESTS_EXPORTS_H
#define FARGAUGE_TESTS_EXPORTS_H

#include <cjson/cJSON.h>
#include <stdbool.h>

/* One view of one service. Every text is a cell. */
struct service_view {
    const char *name; /* of the service, and the family of its task definition */
    const char *status, *desired_count, *launch_type;
    const char *providers; /* "FARGATE, FARGATE_SPOT" */
    const char *platform_version, *platform_family, *controller;
    /* "STATUS:LAUNCH:VERSION:FAMILY:RUNNING[:CREATED]; …", "[]"; LAUNCH may be "providers A+B" */
    const char *deployments, *task_sets;
    const char *os_family; /* of the task definition */
    /* "STATUS:LAUNCH:VERSION:FAMILY:GROUP:STARTED_BY; …"; LAUNCH may be "provider A", an empty GROUP is the
     * service's; STARTED_BY "ecs-svc/0" is its first deployment, "task-set/0" its first task set */
    const char *tasks;
    const char *own_task_sets; /* described on their own; as task_sets */
    const char *created_at;
    bool deleted;
};

/* An element of `services`. */
cJSON *export_service(const struct service_view *view);

/* Add the elements of `tasks` and `taskSets` to the lists. */
void export_tasks(const struct service_view *view, cJSON *tasks);
void export_task_sets(const struct service_view *view, cJSON *task_sets);

/* An answer of describe-task-definition, whole. */
cJSON *export_task_definition(const struct service_view *view);

/* An element of `configurationItems`, captured at `time`. */
cJSON *export_config_service(const struct service_view *view, const char *time);
cJSON *export_config_task_definition(const struct service_view *view, const char *time);
/* A compliance item: `rule` is "NAME COMPLIANCE TIME"; NAME - is an item that lists no rule. */
cJSON *export_config_evaluation(const char *service, const char *rule);
/* An element of `EvaluationResults`, of "api NAME COMPLIANCE TIME"; NULL where `rule` does not begin so. */
cJSON *export_evaluation_result(const char *service, const char *rule);
/* A rule's notification, of "told NAME COMPLIANCE TIME"; NULL where `rule` does not begin so. COMPLIANCE - is
 * one without a new result. */
cJSON *export_compliance_change(const char *service, const char *rule);

/* An element of `Findings`. `finding` is "STATUS[/WORKFLOW[/RECORD]] TIME [key=value …]":
 *   linux=1.3.0    the parameter latestLinuxVersion that AWS judged with
 *   standard=fsbp  the form before consolidated findings, of that standard
 *   id=7           two entries with one id are one finding at two times
 *   by=prowler     issued by that product */
cJSON *export_finding(const char *service, const char *finding);

/* {"MEMBER": list} into the file, or with NULL the list alone; `list` is consumed. */
int export_write(const char *path, const char *member, cJSON *list);

/* Copy the part of *at up to `separator`, without spaces around it, and move *at behind it; false where
 * nothing is left. */
bool export_next(const char **at, char separator, char *out, size_t room);

#endif
