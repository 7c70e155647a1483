/* SPDX-License-Identifier: MIT */
/* Copies: of an audit whole, and of what another audit's file holds. */
#include "fargauge/store.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "store/changed.h"
#include "store/migrate.h"

int fg_store_copy(struct fg_store *store, struct fg_store **ret_copy, struct fg_error *err)
{
    struct fg_store *copy;
    if (fg_store_open("", true, fg_store_resources(store), &copy, err) < 0)
        return -1;
    sqlite3 *to = fg_store_handle(copy);
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", fg_store_handle(store), "main");
    int step = backup == NULL ? SQLITE_ERROR : sqlite3_backup_step(backup, -1);
    if (backup != NULL)
        sqlite3_backup_finish(backup);
    if (step != SQLITE_DONE) {
        fg_sqlite_error(to, "database", "temporary copy", err);
        fg_store_close(copy);
        return -1;
    }
    *ret_copy = copy;
    return 0;
}

/* ---- Out of another audit's file ---- */

static int attach(struct fg_store *store, const char *path, struct fg_error *err)
{
    struct fg_statement *statement;
    if (fg_store_statement(store, "store/attach_audit", &statement, err) < 0)
        return -1;
    fg_bind_text(statement, "path", path);
    return fg_step_done(statement, NULL, err) < 0 ? fg_error_prepend(err, "%s", path) : 0;
}

static int ask_attached(struct fg_store *store, const char *path, const char *name, int64_t *ret_number,
                        struct fg_error *err)
{
    return fg_store_number(store, name, ret_number, err) < 0 ? fg_error_prepend(err, "%s", path) : 0;
}

/* Whose it is, and, where it is an audit's, of which schema; a newer one's is refused. */
static int attach_audit(struct fg_store *store, const char *path, bool *ret_ours, int64_t *ret_version, struct fg_error *err)
{
    int64_t owner;
    if (attach(store, path, err) < 0 || ask_attached(store, path, "store/audit_application_id", &owner, err) < 0)
        return -1;
    *ret_ours = owner == FG_APPLICATION_ID;
    if (!*ret_ours)
        return 0;
    return ask_attached(store, path, "store/audit_user_version", ret_version, err) < 0
               ? -1
               : fg_store_check_version(store, path, *ret_version, err);
}

int fg_store_copy_sources(struct fg_store *store, const char *path, struct fg_error *err)
{
    bool ours;
    int64_t version;
    if (access(path, F_OK) < 0)
        return 0;
    if (attach_audit(store, path, &ours, &version, err) < 0)
        return -1;
    if (ours && fg_store_run(store, "store/copy_sources", err) < 0)
        return fg_store_blame_attached(store, path, err);
    return fg_store_run(store, "store/detach_audit", err);
}

static int not_assessed(const char *path, bool ours, struct fg_error *err)
{
    if (!ours) {
        fg_error_set(err, FG_IO, "database: %s: it is not an audit's", path);
        return fg_error_hint(err, "name what fargauge import has made");
    }
    fg_error_set(err, FG_USAGE, "database: %s: there is no assessment in it yet", path);
    return fg_error_hint(err, "assess first: fargauge assess --db %s", path);
}

int fg_store_copy_results(struct fg_store *store, const char *path, struct fg_error *err)
{
    int64_t version = 0, assessments = 0;
    bool ours;
    if (access(path, R_OK) < 0) {
        fg_error_set(err, FG_IO, "database: %s: %s", path, strerror(errno));
        return fg_error_hint(err, "check the name");
    }
    if (attach_audit(store, path, &ours, &version, err) < 0)
        return -1;
    if (ours && ask_attached(store, path, version < 7 ? "store/audit_assessments" : "store/audit_shown", &assessments, err) < 0)
        return fg_store_blame_attached(store, path, err);
    if (assessments == 0)
        return not_assessed(path, ours, err);
    const char *copy = version < 4 ? "store/copy_results_3" : version < 7 ? "store/copy_results_6" : "store/copy_results";
    if (fg_store_run(store, copy, err) < 0)
        return fg_store_blame_attached(store, path, err);
    return fg_store_run(store, "store/detach_audit", err);
}
