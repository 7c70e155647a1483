/* SPDX-License-Identifier: MIT */
#include "merge/other.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "fargauge/buf.h"
#include "fargauge/stop.h"

/* As src/store/migrate.h has it. */
enum { APPLICATION_ID = 0x66676175 };

/* SQLite's words about the database that is read: fg_sqlite_error() would name the one that is written. */
static int bad_other(struct fg_store *store, const char *path, struct fg_error *err)
{
    if (fg_stop_check(err) < 0)
        return -1;
    sqlite3 *handle = fg_store_handle(store);
    int code = sqlite3_errcode(handle) & 0xff;
    if (fg_sqlite_length_error(handle, path, err) < 0)
        return -1;
    fg_error_set(err, FG_IO, "database: %s: %s", path, sqlite3_errmsg(handle));
    if (code == SQLITE_READONLY)
        return fg_error_hint(err, "an import into it was interrupted; this puts it right: fargauge status --db %s", path);
    if (code == SQLITE_NOTADB)
        return fg_error_hint(err, "this file is no SQLite database; name what fargauge import has made");
    if (code == SQLITE_CORRUPT)
        return fg_error_hint(err, "the database is damaged; restore it, or import its files again");
    return fg_error_hint(err, "check that it may be read, and that no other program holds it");
}

/* A name as SQLite's URIs have it, so that nothing in it is taken for a parameter, to be read only. */
static void add_uri(struct fg_buf *uri, const char *path)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    fg_buf_add_text(uri, path[0] == '/' ? "file://" : "file:./");
    for (; *path != '\0'; path++)
        if (strchr(plain, *path) != NULL)
            fg_buf_add_char(uri, *path);
        else
            fg_buf_printf(uri, "%%%02X", (unsigned char)*path);
    fg_buf_add_text(uri, "?mode=ro");
}

static int attach(struct fg_store *store, const char *path, struct fg_error *err)
{
    FG_BUF_AUTO uri = FG_BUF_INIT;
    struct fg_statement *statement;
    add_uri(&uri, path);
    if (uri.failed)
        return fg_error_memory(err);
    if (fg_store_statement(store, "merge/attach", &statement, err) < 0)
        return -1;
    fg_bind_text(statement, "uri", uri.data);
    return fg_step_done(statement, NULL, NULL) < 0 ? bad_other(store, path, err) : 0;
}

static void detach(struct fg_store *store)
{
    fg_store_run(store, "merge/detach", NULL);
}

/* A query of one row at most about the attached database. Its first column as a number, and, where `text` is not NULL, as
 * text, which is empty where there is no row. */
static int ask(struct fg_store *store, const char *path, const char *name, int64_t *ret_number, struct fg_buf *text,
               struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement(store, name, &query, NULL) < 0)
        return bad_other(store, path, err);
    int step = fg_step(query, NULL);
    if (step < 0)
        return bad_other(store, path, err);
    if (ret_number != NULL)
        *ret_number = step > 0 ? fg_column_int(query, 0) : 0;
    if (text != NULL && step > 0)
        fg_buf_add_text(text, fg_column_text(query, 0));
    fg_statement_reset(query);
    return text != NULL && text->failed ? fg_error_memory(err) : 0;
}

static int check_ours(struct fg_store *store, const char *path, int64_t *ret_version, struct fg_error *err)
{
    const struct fg_resource *steps;
    size_t newest = fg_resources_list(fg_store_resources(store), "sql/schema/", &steps);
    int64_t owner;
    if (ask(store, path, "merge/application_id", &owner, NULL, err) < 0 ||
        ask(store, path, "merge/user_version", ret_version, NULL, err) < 0)
        return -1;
    if (owner != APPLICATION_ID || *ret_version < 1) {
        fg_error_set(err, FG_IO, "database: %s: it is not an audit's", path);
        return fg_error_hint(err, "name what fargauge import has made");
    }
    if (*ret_version <= (int64_t)newest)
        return 0;
    fg_error_set(err, FG_IO, "database: %s: schema %lld is newer than this program's %zu", path,
                 (long long)*ret_version, newest);
    return fg_error_hint(err, "use the fargauge that wrote it, or a later one");
}

static int check_whole(struct fg_store *store, const char *path, struct fg_error *err)
{
    FG_BUF_AUTO damage = FG_BUF_INIT;
    if (ask(store, path, "merge/damage", NULL, &damage, err) < 0)
        return -1;
    if (strcmp(fg_buf_text(&damage), "ok") == 0)
        return 0;
    fg_error_set(err, FG_IO, "database: %s: it is damaged: %.300s", path, damage.data);
    return fg_error_hint(err, "restore it, or import its files again");
}

/* Rows are taken by the names of tables and columns, so these must be what they seem. */
static int check_tables(struct fg_store *store, const char *path, struct fg_error *err)
{
    struct fg_statement *query;
    if (fg_store_statement_for(store, "store/changed_schema", "other", &query, NULL) < 0)
        return bad_other(store, path, err);
    fg_bind_int(query, "views", 0);
    fg_bind_int(query, "added", 1);
    int step = fg_step(query, NULL);
    if (step < 0)
        return bad_other(store, path, err);
    if (step > 0)
        fg_error_set(err, FG_IO, "database: %s: its %.20s %.100s is not as fargauge makes it", path, fg_column_text(query, 0),
                     fg_column_text(query, 1));
    fg_statement_reset(query);
    return step == 0 ? 0 : fg_error_hint(err, "name what fargauge import has made");
}

static int check_keys(struct fg_store *store, const char *path, struct fg_error *err)
{
    FG_BUF_AUTO broken = FG_BUF_INIT;
    if (ask(store, path, "merge/broken_key", NULL, &broken, err) < 0)
        return -1;
    if (broken.len == 0)
        return 0;
    fg_error_set(err, FG_IO, "database: %s: a row of %.100s points to nothing", path, broken.data);
    return fg_error_hint(err, "the database was changed by another program; import its files again");
}

/* Its own rules are taken as they are, and then loaded. */
static int check_rules(struct fg_store *store, const char *path, struct fg_error *err)
{
    struct fg_statement *query;
    int step;
    if (fg_store_statement_for(store, "store/own_rules", "other", &query, NULL) < 0)
        return bad_other(store, path, err);
    while ((step = fg_step(query, NULL)) > 0 && fg_column_int(query, 2) != 0)
        ;
    if (step < 0)
        return bad_other(store, path, err);
    fg_statement_reset(query);
    if (step == 0)
        return 0;
    fg_error_set(err, FG_IO, "database: %s: it is damaged: what stands in own_rule is no rule", path);
    return fg_error_hint(err, "restore it, or import its files again");
}

/* Of an older one a copy is brought up to date and attached instead. */
static int renew(struct fg_store *store, const char *path, const char *copy, struct fg_error *err)
{
    struct fg_statement *statement;
    struct fg_store *older;
    unlink(copy);
    if (fg_store_statement(store, "merge/copy", &statement, err) < 0)
        return -1;
    fg_bind_text(statement, "path", copy);
    if (fg_step_done(statement, NULL, NULL) < 0)
        return bad_other(store, path, err);
    if (fg_store_open_as(copy, path, false, fg_store_resources(store), &older, err) < 0)
        return err != NULL && strstr(err->message, path) == NULL ? fg_error_prepend(err, "%s", path) : -1;
    fg_store_close(older);
    detach(store);
    return attach(store, copy, err);
}

int fg_other_attach(struct fg_store *store, const char *path, const char *copy, struct fg_error *err)
{
    const struct fg_resource *steps;
    int64_t version = 0;
    if (access(path, R_OK) < 0) {
        fg_error_set(err, FG_IO, "database: %s: %s", path, strerror(errno));
        return fg_error_hint(err, "check the name");
    }
    if (attach(store, path, err) < 0)
        return -1;
    int status = check_ours(store, path, &version, err);
    if (status == 0)
        status = check_whole(store, path, err);
    if (status == 0 && version < (int64_t)fg_resources_list(fg_store_resources(store), "sql/schema/", &steps))
        status = renew(store, path, copy, err);
    if (status == 0)
        status = check_tables(store, path, err);
    if (status == 0)
        status = check_keys(store, path, err);
    if (status == 0)
        status = check_rules(store, path, err);
    if (status < 0)
        fg_other_detach(store, copy);
    return status;
}

void fg_other_detach(struct fg_store *store, const char *copy)
{
    detach(store);
    unlink(copy);
}
