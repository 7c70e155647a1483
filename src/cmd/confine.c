/* SPDX-License-Identifier: MIT */
#include "cmd/confine.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    enum fg_option_kind kind;
    enum fg_access access;
} kinds[] = {
    {FG_OPTION_INPUT, FG_ACCESS_READ},
    {FG_OPTION_OUTPUT, FG_ACCESS_WRITE},
    {FG_OPTION_OUTPUT_DIR, FG_ACCESS_WRITE_DIR},
    {FG_OPTION_PROGRAM, FG_ACCESS_RUN},
};

bool fg_option_names_place(enum fg_option_kind kind, enum fg_access *ret_access)
{
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (kinds[i].kind == kind) {
            *ret_access = kinds[i].access;
            return true;
        }
    return false;
}

static size_t count_options(const struct fg_option *options)
{
    size_t count = 0;
    while (options[count].name != NULL)
        count++;
    return count;
}

/* Add the places that the options name. */
static void add_options(struct fg_place *places, size_t *count, const struct fg_option *options, const void *values)
{
    for (; options->name != NULL; options++) {
        enum fg_access access;
        const char *path;
        if (!fg_option_names_place(options->kind, &access))
            continue;
        memcpy(&path, (const char *)values + options->offset, sizeof path);
        if (path != NULL)
            places[(*count)++] = (struct fg_place){path, access};
    }
}

int fg_confine_command(const struct fg_command *command, const void *parsed, const struct fg_common *common,
                       char *const *arguments, size_t count, struct fg_error *err)
{
    size_t most = count_options(command->options) + count_options(fg_common_options) + count, used = 0;
    struct fg_place *places = calloc(most, sizeof *places);
    struct fg_confined confined;
    enum fg_access access;
    if (places == NULL)
        return fg_error_memory(err);
    add_options(places, &used, command->options, parsed);
    add_options(places, &used, fg_common_options, common);
    for (size_t i = 0; i < count && fg_option_names_place(command->argument_kind, &access); i++)
        places[used++] = (struct fg_place){arguments[i], access};
    const struct fg_confinement wanted = {places, used, command->reads_anywhere};
    fg_confine(&wanted, &confined); /* --version --verbose tells what is in force */
    free(places);
    if (confined.missed != 0)
        return fg_error_set(err, FG_IO, "confinement: %s: %s", confined.missed_what, strerror(confined.missed));
    return 0;
}

void fg_print_confinement(FILE *to)
{
    const struct fg_confinement nothing = {0};
    struct fg_confined confined;
    fg_confine(&nothing, &confined);
    fputs("Confinement here:\n", to);
    if (confined.calls > 0)
        fprintf(to, "  system calls: seccomp denies %d, the network's among them\n", confined.calls);
    else if (confined.calls_error == ENOTSUP)
        fputs("  system calls: not confined: this program was built without libseccomp\n", to);
    else
        fprintf(to, "  system calls: not confined: seccomp: %s\n", strerror(confined.calls_error));
    if (confined.files > 0)
        fprintf(to, "  files: Landlock, version %d, allows those that are named\n", confined.files);
    else
        fprintf(to, "  files: not confined: Landlock from Linux 5.19 on is needed: %s\n", strerror(confined.files_error));
    fprintf(to, "  privileges: %s\n", confined.no_new_privileges ? "none new" : "not confined");
}
