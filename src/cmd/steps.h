/* SPDX-License-Identifier: MIT */
/* The steps that several commands take: import, assess, render, and telling how it went. */
#ifndef FARGAUGE_CMD_STEPS_H
#define FARGAUGE_CMD_STEPS_H

#include "cmd/command.h"
#include "fargauge/assess.h"
#include "fargauge/clock.h"
#include "fargauge/ingest.h"
#include "fargauge/render.h"

/* Which controls: those that meet every kind of choice, of several words of one kind any. */
struct fg_control_choice {
    struct fg_option_list control, framework, severity;
};

enum { FG_SELECTION_MAX = 3 * FG_OPTION_LIST_MAX };

/* What the options of `assess` say; `report` has them too. */
struct fg_assess_choice {
    const char *label;
    char as_of[FG_TIME_SIZE];
    const char *latest_linux;
    const char *latest_windows;
    struct fg_option_list set;
    struct fg_control_choice controls;
    uint64_t max_age;
    enum fg_nothing nothing; /* no option sets it */
};

/* What the options of `import` say; `report` has all but the last. */
struct fg_import_choice {
    const char *waivers;
    char captured_at[FG_TIME_SIZE];
    bool strict;
    struct fg_limits limits; /* 0: the default */
    bool dry_run;
};

/* What the options of `render` say; `report` has them too. */
struct fg_render_choice {
    const char *format;
    const char *lang;
    bool csv_bom;
    const char *junit_profile, *junit_group;
    struct fg_option_list junit_status;
    uint64_t junit_max_cases, junit_max_size;
    struct fg_render_cover cover;
    const char *template_dir;
};

/* As FG_IMPORT_OPTIONS, of whatever takes a choice of controls. */
#define FG_CONTROL_OPTIONS(type, member)                                                            \
    {"control", FG_OPTION_LIST, offsetof(type, member.control), "ID,…"},                            \
    {"framework", FG_OPTION_LIST, offsetof(type, member.framework), "ID,…"},                        \
    {"severity", FG_OPTION_LIST, offsetof(type, member.severity), "LEVEL"}

/* As FG_IMPORT_OPTIONS, of assess. */
#define FG_ASSESS_OPTIONS(type, member)                                                             \
    {"label", FG_OPTION_TEXT, offsetof(type, member.label), "NAME"},                                \
    {"as-of", FG_OPTION_TIME, offsetof(type, member.as_of), "TIME"},                                \
    FG_CONTROL_OPTIONS(type, member.controls),                                                      \
    {"set", FG_OPTION_SET, offsetof(type, member.set), "CONTROL.NAME=VALUE"},                       \
    {"latest-linux", FG_OPTION_VERSION, offsetof(type, member.latest_linux), "V"},                  \
    {"latest-windows", FG_OPTION_VERSION, offsetof(type, member.latest_windows), "V"},              \
    {"max-age", FG_OPTION_NUMBER, offsetof(type, member.max_age), "DAYS"}

/* As FG_IMPORT_OPTIONS, of the HTML report's cover. */
#define FG_COVER_OPTIONS(type, member)                                                              \
    {"organisation", FG_OPTION_TEXT, offsetof(type, member.organisation), "TEXT"},                  \
    {"period", FG_OPTION_TEXT, offsetof(type, member.period), "TEXT"},                              \
    {"scope", FG_OPTION_TEXT, offsetof(type, member.scope), "TEXT"},                                \
    {"prepared-by", FG_OPTION_TEXT, offsetof(type, member.prepared_by), "TEXT"},                    \
    {"prepared-for", FG_OPTION_TEXT, offsetof(type, member.prepared_for), "TEXT"}

/* As FG_IMPORT_OPTIONS, of render. */
#define FG_RENDER_OPTIONS(type, member)                                                             \
    {"format", FG_OPTION_TEXT, offsetof(type, member.format), "LIST"},                              \
    {"lang", FG_OPTION_CHOICE, offsetof(type, member.lang), "en|ja"},                               \
    {"csv-bom", FG_OPTION_FLAG, offsetof(type, member.csv_bom), ""},                                \
    {"junit-profile", FG_OPTION_CHOICE, offsetof(type, member.junit_profile), "default|extended"},  \
    {"junit-group", FG_OPTION_CHOICE, offsetof(type, member.junit_group), "control|account|cluster"},\
    {"junit-status", FG_OPTION_LIST, offsetof(type, member.junit_status), "STATUS=OUTCOME,…"},      \
    {"junit-max-cases", FG_OPTION_NUMBER, offsetof(type, member.junit_max_cases), "N"},             \
    {"junit-max-size", FG_OPTION_SIZE, offsetof(type, member.junit_max_size), "SIZE"},              \
    FG_COVER_OPTIONS(type, member.cover),                                                           \
    {"template", FG_OPTION_INPUT, offsetof(type, member.template_dir), "DIR"}

/* Their rows in the option table of a command whose struct `type` has the choice as `member`. */
#define FG_IMPORT_OPTIONS(type, member)                                                             \
    {"captured-at", FG_OPTION_TIME, offsetof(type, member.captured_at), "TIME"},                    \
    {"waivers", FG_OPTION_INPUT, offsetof(type, member.waivers), "FILE"},                           \
    {"strict", FG_OPTION_FLAG, offsetof(type, member.strict), ""},                                  \
    {"max-record", FG_OPTION_SIZE, offsetof(type, member.limits.record), "SIZE"},                   \
    {"max-string", FG_OPTION_SIZE, offsetof(type, member.limits.string), "SIZE"},                   \
    {"max-depth", FG_OPTION_NUMBER, offsetof(type, member.limits.depth), "N"},                      \
    {"max-total", FG_OPTION_SIZE, offsetof(type, member.limits.total), "SIZE"},                     \
    {"max-ratio", FG_OPTION_NUMBER, offsetof(type, member.limits.ratio), "N"},                      \
    {"max-members", FG_OPTION_NUMBER, offsetof(type, member.limits.members), "N"}

/* The files behind the command's arguments, and whether the waiver file (NULL: none) is there: a slip on
 * the command line is found before anything is made or changed. *ret_inputs is the caller's.
 * Errors: FG_IO. */
int fg_step_find_inputs(const struct fg_run *run, const char *waivers, struct fg_inputs *ret_inputs,
                        struct fg_error *err);

/* For fg_store_on_wait(), with the log as its context: another process holds the database, so say why nothing moves. */
void fg_step_tell_waiting(void *context, const char *path);

/* Import them, and the waiver file. Sets *ret_code to FG_INPUT where something was rejected, else FG_OK.
 * With `strict`, a rejection leaves nothing. */
int fg_step_import(const struct fg_run *run, struct fg_store *store, const struct fg_inputs *inputs,
                   const struct fg_import_choice *choice, int *ret_code, struct fg_error *err);

/* The choice, word by word, as fg_assess() takes it; the words are borrowed. Returns how many there are. */
size_t fg_step_selection(const struct fg_control_choice *choice, struct fg_selection selection[FG_SELECTION_MAX]);

/* FG_USAGE where the option's text (may be NULL) is none that can be shown in a line. */
int fg_step_check_line(const char *option, const char *text, struct fg_error *err);

/* Refuse what fg_step_assess() would refuse of the choice, before anything is imported for it. Errors: FG_USAGE. */
int fg_step_check_assess(struct fg_store *store, const struct fg_assess_choice *choice, struct fg_error *err);

/* Assess, print the counts, and set *ret_code to FG_FAILED_CONTROLS where something FAILED. */
int fg_step_assess(const struct fg_run *run, struct fg_store *store,
                   const struct fg_assess_choice *choice, int *ret_code, struct fg_error *err);

/* Refuse a database `db` in which nothing was assessed yet, in the name of `command`. Errors: FG_USAGE. */
int fg_step_need_assessment(struct fg_store *store, const char *command, const char *db, struct fg_error *err);

/* Set *ret_code to FG_FAILED_CONTROLS where the newest assessment has something FAILED, else to FG_OK. */
int fg_step_verdict(struct fg_store *store, int *ret_code, struct fg_error *err);

/* Refuse what fg_step_render() would refuse of the choice, before anything is made for it. Errors: FG_USAGE; FG_IO where
 * the folder of templates cannot be read. */
int fg_step_check_render(const struct fg_run *run, const struct fg_render_choice *choice, struct fg_error *err);

/* What a rendering into `out` takes of the choice, but the templates; the choice is borrowed. */
struct fg_render_options fg_step_render_options(const struct fg_render_choice *choice, const char *out);

/* The templates of the choice, read once more: they were checked before all that took its time. *ret_templates is the
 * caller's; it stays as it is where none were chosen. Errors: FG_USAGE, FG_IO. */
int fg_step_open_templates(const struct fg_run *run, const struct fg_render_choice *choice,
                           struct fg_own_templates **ret_templates, struct fg_error *err);

/* Refuse a folder in which a report would take the place of something that fargauge reads: waivers.csv is a good name
 * for a waiver file too. Errors: FG_USAGE. */
int fg_step_check_out(const char *out, const struct fg_render_choice *choice, struct fg_error *err);

/* Make the folder `out` where it is missing, and write the reports of the newest assessment into it, all of
 * one state of the database whatever another process does to it. Sets *ret_code as fg_step_verdict(). */
int fg_step_render(const struct fg_run *run, struct fg_store *store, const char *out,
                   const struct fg_render_choice *choice, int *ret_code, struct fg_error *err);

/* Make a folder and those above it. Errors: FG_IO. */
int fg_make_folder(const char *path, struct fg_error *err);

#endif
