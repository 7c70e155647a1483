/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "render/query.h"
#include "render/template_compile.h"
#include "render/template_render.h"

/* The queries' statements are made and thrown away; nothing is stepped. */
int fg_template_check(const struct fg_resources *resources, const char *path, const struct fg_template_env *env,
                      sqlite3 *db, const struct fg_param *params, size_t count, struct fg_faults *faults,
                      enum fg_mode *ret_mode, struct fg_error *err)
{
    struct fg_template *template = NULL;
    struct fg_error unseen;
    size_t before = faults->count;
    int status = fg_compile_template(resources, path, env, faults, &template, err);
    if (template == NULL)
        return -1;
    if (status == 1 && faults->count == before && before < FG_FAULTS_MAXIMUM)
        status = -1; /* a file for which there was no memory */
    struct fg_render render = {.template = template,
                               .db = db,
                               .params = params,
                               .param_count = count,
                               .err = &unseen,
                               .faults = faults,
                               .links = calloc(template->count + 1, sizeof *render.links)};
    *ret_mode = template->mode;
    if (status >= 0 && render.links != NULL) {
        fg_query_guard(db);
        fg_link_all(&render, resources);
        fg_link_done(&render);
        fg_query_unguard(db);
        status = 0;
    }
    fg_template_free(template);
    return status < 0 || faults->failed ? fg_error_memory(err) : 0;
}
