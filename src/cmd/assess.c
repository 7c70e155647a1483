/* SPDX-License-Identifier: MIT */
/* fargauge assess: judge one point in time and store the results. */
#include "cmd/steps.h"

struct assess_options {
    const char *db;
    struct fg_assess_choice assess;
    bool exit_zero;
    const char *withdraw, *reason, *by;
};

#define AT(member) offsetof(struct assess_options, member)

static const struct fg_option options[] = {
    {"db", FG_OPTION_OUTPUT, AT(db), "FILE"},
    FG_ASSESS_OPTIONS(struct assess_options, assess),
    {"exit-zero", FG_OPTION_FLAG, AT(exit_zero), ""},
    {"withdraw", FG_OPTION_TEXT, AT(withdraw), "LABEL"},
    {"reason", FG_OPTION_TEXT, AT(reason), "TEXT"},
    {"by", FG_OPTION_TEXT, AT(by), "NAME"},
    {NULL, FG_OPTION_FLAG, 0, ""},
};

/* ---- Withdrawing ---- */

static int check_withdrawal(const struct assess_options *chosen, struct fg_error *err)
{
    if (chosen->withdraw == NULL && (chosen->reason != NULL || chosen->by != NULL)) {
        fg_error_set(err, FG_USAGE, "assess: --%s: --withdraw is missing", chosen->reason != NULL ? "reason" : "by");
        return fg_error_hint(err, "name what is taken back: --withdraw LABEL");
    }
    if (chosen->withdraw == NULL)
        return 0;
    if (chosen->reason == NULL || chosen->by == NULL) {
        fg_error_set(err, FG_USAGE, "assess: --withdraw: --%s is missing", chosen->reason == NULL ? "reason" : "by");
        return fg_error_hint(err, "it is kept with the evidence: --withdraw LABEL --reason TEXT --by NAME");
    }
    if (chosen->assess.label != NULL || chosen->assess.as_of[0] != '\0') {
        fg_error_set(err, FG_USAGE, "assess: --withdraw: nothing is judged with it, so --%s is of no use",
                     chosen->assess.label != NULL ? "label" : "as-of");
        return fg_error_hint(err, "withdraw first, then assess again");
    }
    return fg_step_check_line("reason", chosen->reason, err) < 0 ? -1 : fg_step_check_line("by", chosen->by, err);
}

static int withdraw(const struct fg_run *run, struct fg_store *store, const struct assess_options *chosen, struct fg_error *err)
{
    char at[FG_TIME_SIZE];
    int64_t now;
    struct fg_withdrawal withdrawal = {0, chosen->reason, chosen->by, at};
    if (fg_time_now(&now, err) < 0 || fg_assess_find(store, chosen->withdraw, &withdrawal.assessment, err) < 0)
        return -1;
    fg_time_format(now - now % 1000, at);
    if (fg_assess_withdraw(store, &withdrawal, err) < 0)
        return -1;
    fg_log_line(run->log, "Withdrew assessment %lld: %s", (long long)withdrawal.assessment, chosen->withdraw);
    return FG_OK;
}

static int run_assess(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    const struct assess_options *chosen = parsed;
    struct fg_store *store;
    struct fg_assess_choice assess = chosen->assess;
    int code = FG_OK;
    assess.nothing = FG_NOTHING_REFUSED;
    if (chosen->db == NULL) {
        fg_error_set(err, FG_USAGE, "assess: --db is missing");
        return fg_error_hint(err, "name the audit's database: fargauge assess --db FILE");
    }
    if (check_withdrawal(chosen, err) < 0 || fg_store_open(chosen->db, false, run->resources, &store, err) < 0)
        return -1;
    int status = chosen->withdraw != NULL ? withdraw(run, store, chosen, err)
                                          : fg_step_assess(run, store, &assess, &code, err);
    if (fg_store_close_after(store, status, err) < 0)
        return -1;
    return chosen->exit_zero ? FG_OK : code;
}

const struct fg_command fg_command_assess = {
    .name = "assess",
    .options = options,
    .options_size = sizeof(struct assess_options),
    .run = run_assess,
};
