/* SPDX-License-Identifier: MIT */
/*
 * Assessment: one point in time judged, results stored.
 *
 * The verdicts are the control views' (sql/controls); this module only runs the steps of sql/assess in
 * order, in one transaction, so that an assessment is in the database whole or not at all.
 */
#ifndef FARGAUGE_ASSESS_H
#define FARGAUGE_ASSESS_H

#include <stddef.h>
#include <stdint.h>

#include "fargauge/error.h"
#include "fargauge/store.h"

/* A control's parameter set by the user instead of the catalogue's default. */
struct fg_parameter {
    const char *control; /* "ECS.10" */
    const char *name;    /* "latestLinuxVersion" */
    const char *value;
};

/* Judge only the controls that meet every kind of choice. `kind` is "control", "framework" or "severity" (that and
 * graver ones); of several values of one kind any will do. */
struct fg_selection {
    const char *kind;
    const char *value;
};

/* What becomes of the label of an assessment that judges nothing, while no inventory shows that there is nothing. */
enum fg_nothing {
    FG_NOTHING_STORED,  /* it has it, as any other */
    FG_NOTHING_UNNAMED, /* it is stored without */
    FG_NOTHING_REFUSED, /* FG_USAGE: it is not stored */
};

struct fg_assess_options {
    const char *label;        /* a name for it, that no other assessment has; NULL: none */
    const char *as_of;        /* the database's time form; NULL: the newest capture */
    const char *generated_at; /* the same form; never NULL */
    const struct fg_parameter *parameters;
    size_t parameter_count;
    const struct fg_selection *selection;
    size_t selection_count; /* 0: every control */
    uint64_t max_age_days;  /* captures older than that are gaps in the evidence; 0: not asked */
    enum fg_nothing nothing;
};

/* *ret_id is the new assessment's row. Errors: FG_USAGE for a label that another
 * assessment has, for a parameter no control has, for a choice that leaves no control and for a label where there is nothing to judge, FG_IO, FG_INTERNAL. */
int fg_assess(struct fg_store *store, const struct fg_assess_options *options, int64_t *ret_id,
              struct fg_error *err);

/* Whether the options name only what there is, as fg_assess() would find out, without changing anything: to be asked
 * before evidence is imported for them. Errors: as above. */
int fg_assess_check(struct fg_store *store, const struct fg_assess_options *options, struct fg_error *err);

/* Taking an assessment back. Nothing of it is lost: the row, its results and who says why stay. */
struct fg_withdrawal {
    int64_t assessment;
    const char *reason;
    const char *by;
    const char *at; /* the database's time form */
};

/* The assessment that has the label, or the number, `word`. Errors: FG_USAGE where none has, or it was withdrawn. */
int fg_assess_find(struct fg_store *store, const char *word, int64_t *ret_id, struct fg_error *err);

/* Withdraw it: its label is free, and it counts no more. Where it was the newest, the one made before it is the newest
 * again if nothing was imported and no rule changed since; else there is none until the next is made. Errors: FG_IO, FG_INTERNAL. */
int fg_assess_withdraw(struct fg_store *store, const struct fg_withdrawal *withdrawal, struct fg_error *err);

#endif
