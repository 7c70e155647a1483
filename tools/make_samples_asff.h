/* SPDX-License-Identifier: MIT */
/* The frame of an ASFF finding, written in this order: head, the caller's Resources and Compliance,
 * workflow, the caller's Note, foot. */
#ifndef MAKE_SAMPLES_ASFF_H
#define MAKE_SAMPLES_ASFF_H

#include "make_samples.h"

#define MS_ASFF_STANDARD "aws-foundational-security-best-practices/v/1.0.0"

/* What every finding has. */
struct ms_asff {
    const struct ms_place *place;
    const char *id;
    const char *product; /* NULL: Security Hub */
    const char *product_arn;
    const char *control; /* NULL: not a control */
    const char *generator;
    const char *rule; /* Config rule behind it; NULL: none */
    const char *title;
    const char *description;
    const char *severity;
    const char *resource;
    int64_t created;
    int64_t updated;
    bool old_form;
};

void ms_asff_head(struct ms_json *j, const struct ms_asff *f);
void ms_asff_workflow(struct ms_json *j, const char *workflow, const char *record_state);
void ms_asff_foot(struct ms_json *j, const struct ms_asff *f);
void ms_asff_standards(struct ms_json *j);

#endif
