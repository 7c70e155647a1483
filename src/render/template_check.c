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
    if (status == 1 && fg_faults_say_nothing(faults, before))
        status = -1;
    struct fg_render render = {.template = template,
                               .db = db,
                               .params = params,
                               .param_count = count,
                               .err = &unseen,
                               .faults = faults,
                               .links = calloc(template->count + 1, sizeof *render.links)};
    *ret_mode = template->mode;
    if (render.links == NULL)
        status = -1;
    if (status >= 0) {
        fg_query_guard(db);
        status = fg_link_all(&render, resources) < 0 && fg_faults_say_nothing(faults, before) ? -1 : 0;
        fg_query_unguard(db);
    }
    if (render.links != NULL)
        fg_link_done(&render);
    fg_template_free(template);
    return status < 0 || faults->failed ? fg_error_memory(err) : 0;
}
