/* SPDX-License-Identifier: MIT */
/*
 * Private to src/ingest/map: what the exports of findings share, whatever their format.
 *
 * Wanted is every finding on an ECS control, whoever issued it: other products publish in the same formats,
 * and their "ECS.n" is not AWS's, so the issuer is kept with the finding. The words for its states are kept
 * as given; which of them mean the same is SQL's to say (v_finding).
 */
#ifndef FARGAUGE_INGEST_MAP_FINDING_H
#define FARGAUGE_INGEST_MAP_FINDING_H

#include "ingest/raw.h"

enum { FG_CONTROL_SIZE = 32 };

/* In the order of fg_finding.times. */
enum fg_finding_time { FG_CREATED, FG_UPDATED, FG_FIRST_OBSERVED, FG_LAST_OBSERVED, FG_FINDING_TIMES };

/* A finding's own row; texts are borrowed, NULL where the export is silent. */
struct fg_finding {
    const char *uid;
    const char *issuer; /* see fg_finding_issuer() */
    char control[FG_CONTROL_SIZE];
    const char *generator_id;
    const char *account;
    const char *region;
    const char *title;
    const char *compliance;
    const char *workflow;
    const char *record_state;
    const char *severity;
    char times[FG_FINDING_TIMES][FG_TIME_SIZE]; /* "" where absent */
};

/* Where in a text a control's id may stand. */
enum fg_control_place {
    FG_CONTROL_WHOLE,  /* ECS.10 */
    FG_CONTROL_TAIL,   /* security-control/ECS.10 */
    FG_CONTROL_BEFORE, /* …/ECS.10/finding/… */
    FG_CONTROL_WORD,   /* "ECS.10 Services should …", as titles began once */
};
struct fg_control_text {
    const char *text; /* may be NULL */
    enum fg_control_place place;
};

/* The first of the texts that names an ECS control decides. False where none does; `out` is then "". */
bool fg_finding_control(const struct fg_control_text *texts, size_t count, char out[FG_CONTROL_SIZE]);

/* "aws/securityhub" from arn:aws:securityhub:REGION::product/aws/securityhub, and from its successor's
 * productv2/…; NULL for other texts. */
const char *fg_finding_issuer(const char *product_arn);

/* Whether a raw member can name an ECS control: it holds "ECS.", or an escape that could spell it. */
bool fg_finding_may_name(struct fg_raw raw);

/* The type under which a finding of no interest is counted: its control's name where it is Security Hub's
 * (`ours`), else "product NAME". */
void fg_finding_type(struct fg_buf *type, bool ours, struct fg_raw name);

/* A number of milliseconds since 1970 as the database's time; so few that they lie before 1973-03 are
 * seconds, as some products write. False for what is no time. */
bool fg_finding_epoch(int64_t number, char out[FG_TIME_SIZE]);

/* Store the finding with its record; its own updated_at is the record's time. 0 or -1. */
int fg_finding_insert(struct fg_load *load, const struct fg_record *record,
                      const struct fg_finding *finding, int64_t *ret_id, struct fg_error *err);

/* Store one resource of it. An id that is no ARN is kept as it is. `type` as given, or NULL. */
int fg_finding_resource(struct fg_load *load, int64_t finding, int position, const char *id,
                        const char *type, struct fg_error *err);

/* Store the values of all parameters that the control ran with. `names` are the members' spellings;
 * `compliance` may be NULL. */
struct fg_parameter_names {
    const char *list, *name, *values;
};
int fg_finding_parameters(struct fg_load *load, int64_t finding, const struct fg_value *compliance,
                          const struct fg_parameter_names *names, struct fg_problem *problem,
                          struct fg_error *err);

#endif
