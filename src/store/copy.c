/* SPDX-License-Identifier: MIT */
#include "fargauge/store.h"

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
