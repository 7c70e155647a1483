/* SPDX-License-Identifier: MIT */
/*
 * Amazon Resource Names, as far as ECS needs them.
 *
 * arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE. ECS has long forms (service/CLUSTER/NAME) and, for
 * what was created before 2018-11 or without the opt-in, short ones (service/NAME).
 * Source: AWS General Reference, "Amazon Resource Names"; ECS Developer Guide, "ARNs and IDs".
 */
#ifndef FARGAUGE_ARN_H
#define FARGAUGE_ARN_H

#include <stdbool.h>

/* Every part is NUL-terminated inside `text`, which is the struct's own copy. */
struct fg_arn {
    char text[2048];      /* the parts, cut apart */
    const char *partition;
    const char *service;
    const char *region;   /* "" for global services */
    const char *account;  /* 12 digits, or "" */
    const char *kind;     /* "service", "cluster", "task-definition" …; "" where there is none */
    const char *cluster;  /* of a long form; NULL otherwise */
    const char *name;     /* what is left: NAME, FAMILY:REVISION, a task set's id … */
};

/* False for text that is not an ARN (or is longer than 2,047 bytes, AWS's own limit); *ret_arn is then
 * undefined. */
bool fg_arn_parse(const char *text, struct fg_arn *ret_arn);

/* CloudFormation's type name for an ECS ARN's kind: "AWS::ECS::Service"; NULL for other ARNs. */
const char *fg_arn_resource_type(const struct fg_arn *arn);

#endif
