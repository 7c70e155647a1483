/* SPDX-License-Identifier: MIT */
#include "fargauge/store.h"

#include "place.h"
#include "rows.h"
#include "unit.h"

static struct place place;
static struct fg_resources *resources; /* the embedded ones */
static struct fg_store *store;
static struct fg_error err;
static char path[128];

static void start(void)
{
    place_start(&place);
    store = NULL;
    err = (struct fg_error){0};
    snprintf(path, sizeof path, "%s/audit.db", place.dir);
    ck_assert_int_eq(fg_resources_open(NULL, &resources, &err), 0);
}

static void stop(void)
{
    fg_store_close(store);
    fg_resources_close(resources);
    place_stop(&place);
}

static void reopen(const struct fg_resources *from)
{
    fg_store_close(store);
    store = NULL;
    ck_assert_msg(fg_store_open(path, true, from, &store, &err) == 0, "%s", err.message);
}

static void run(const char *sql)
{
    ck_assert_int_eq(sqlite3_exec(fg_store_handle(store), sql, NULL, NULL, NULL), SQLITE_OK);
}

static void expect(const char *sql, const char *expected)
{
    expect_rows(fg_store_handle(store), sql, expected);
}

/* A row of evidence; `number` makes its hash. */
static void put(int number)
{
    FG_BUF_AUTO sql = FG_BUF_INIT;
    fg_buf_printf(&sql, "insert into source values (null, 'x', null, '%064d', 1, 'waivers', 'none', 'utf-8', null, "
                        "'none', 0, '0', 1)", number);
    run(sql.data);
}

/* Opening fails with FG_IO, a message that holds `part`, a hint, and nothing in `store`. */
static void expect_refused(const char *what, const char *at, bool create, const char *part)
{
    err = (struct fg_error){0};
    ck_assert_msg(fg_store_open(at, create, resources, &store, &err) == -1, "%s", what);
    ck_assert_ptr_null(store);
    ck_assert_msg(err.code == FG_IO, "%s: %d: %s", what, (int)err.code, err.message);
    ck_assert_msg(strstr(err.message, part) != NULL, "%s: %s", what, err.message);
    ck_assert_msg(err.hint[0] != '\0', "%s", what);
}

/* A database of another hand. */
static void make_database(const char *sql)
{
    sqlite3 *db;
    remove(path);
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}

START_TEST(new_file)
{
    reopen(resources);
    expect("pragma application_id", "1718051189");
    expect("pragma user_version", "7");
    expect("pragma foreign_keys", "1");
    expect("pragma journal_mode", "delete");
    expect("select count(*), length(digest) from catalog", "1|64");
    expect("select count(*) from source", "0");
    ck_assert_ptr_eq(fg_store_resources(store), resources);
}
END_TEST

START_TEST(reopening_keeps_everything)
{
    reopen(resources);
    put(1);
    run("create view v_mine as select 1"); /* gone if the ruleset were loaded again */
    reopen(resources);
    expect("select count(*) from source", "1");
    expect("select * from v_mine", "1");
    fg_store_close(store);
    store = NULL;
    ck_assert_int_eq(fg_store_open(path, false, resources, &store, &err), 0);
    expect("select count(*) from source", "1");
}
END_TEST

START_TEST(missing_without_create)
{
    expect_refused("missing", path, false, path);
    ck_assert_ptr_nonnull(strstr(err.hint, "fargauge import"));
    ck_assert_int_eq(access(path, F_OK), -1);
    char below[256];
    snprintf(below, sizeof below, "%s/none/audit.db", place.dir);
    expect_refused("no folder", below, true, below);
    expect_refused("a folder", place.dir, true, place.dir);
}
END_TEST

static void refused_unchanged(const char *sql, const char *part)
{
    FG_BUF_AUTO before = FG_BUF_INIT;
    FG_BUF_AUTO after = FG_BUF_INIT;
    make_database(sql);
    place_read(path, &before);
    expect_refused(sql, path, true, part);
    ck_assert_ptr_nonnull(strstr(err.message, path));
    place_read(path, &after);
    ck_assert_msg(before.len == after.len && memcmp(before.data, after.data, after.len) == 0,
                  "changed by being refused: %s", sql);
}

/* Refused, and not a byte of it changed. */
START_TEST(foreign_databases)
{
    static const struct {
        const char *sql;
        const char *part;
    } samples[] = {
        {"pragma application_id = 42; create table t (a);", "another program"},
        {"pragma application_id = 42;", "another program"},
        {"create table t (a);", "another program"},
        {"create view v as select 1;", "another program"},
        {"pragma user_version = 7;", "another program"},
        {"pragma application_id = 1718051189; pragma user_version = 99; create table t (a);", "newer"},
        {"pragma application_id = 1718051189; pragma user_version = 8;", "newer"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++)
        refused_unchanged(samples[i].sql, samples[i].part);
}
END_TEST

/* Its owner chose the journal. */
START_TEST(foreign_database_keeps_its_journal)
{
    refused_unchanged("pragma journal_mode = wal; create table t (a);", "another program");
}
END_TEST

START_TEST(not_a_database)
{
    static char large[8192];
    memset(large, 'x', sizeof large);
    place_write(&place, "audit.db", large, sizeof large);
    expect_refused("large text", path, true, path);
    place_write_text(&place, "audit.db", "{\"services\":[]}\n");
    expect_refused("small text", path, true, path);
    FG_BUF_AUTO after = FG_BUF_INIT;
    place_read(path, &after);
    ck_assert_str_eq(after.data, "{\"services\":[]}\n");
}
END_TEST

/* As another user, where the test runs as root: root may write anywhere. */
START_TEST(read_only_folder)
{
    bool root = geteuid() == 0;
    ck_assert_int_eq(chmod(place.dir, 0555), 0);
    if (root)
        ck_assert_int_eq(seteuid(65534), 0);
    expect_refused("read-only folder", path, true, path);
    if (root)
        ck_assert_int_eq(seteuid(0), 0);
    ck_assert_int_eq(chmod(place.dir, 0755), 0);
    ck_assert_int_eq(access(path, F_OK), -1);
}
END_TEST

START_TEST(ruleset_follows_the_program)
{
    struct fg_resources *others = NULL;
    place_write_text(&place, "r/sql/views/99-extra.sql", "create view v_extra as select 7;");
    place_write_text(&place, "r/sql/views/README.md", "not SQL");
    ck_assert_int_eq(fg_resources_open(place_path(&place, "r"), &others, &err), 0);
    reopen(resources);
    put(1);
    run("create table digests as select digest, (select count(*) from control) as controls from catalog");

    reopen(others);
    expect("select * from v_extra", "7");
    expect("select count(*) from catalog c join digests d on d.digest <> c.digest", "1");
    expect("select (select count(*) from control) = controls from digests", "1");
    expect("select count(*) from source", "1");

    reopen(resources);
    expect("select count(*) from sqlite_schema where name = 'v_extra'", "0");
    expect("select count(*) from catalog c join digests d on d.digest = c.digest", "1");
    expect("select count(*) from source", "1");
    fg_resources_close(others);
}
END_TEST

/* A ruleset that does not run leaves the former one whole. */
START_TEST(broken_ruleset)
{
    struct fg_resources *others = NULL;
    place_write_text(&place, "r/sql/views/99-broken.sql", "create view v_broken as selec 7;");
    ck_assert_int_eq(fg_resources_open(place_path(&place, "r"), &others, &err), 0);
    reopen(resources);
    run("create table before as select digest from catalog");
    fg_store_close(store);
    store = NULL;
    ck_assert_int_eq(fg_store_open(path, true, others, &store, &err), -1);
    ck_assert_ptr_null(store);
    ck_assert_int_eq(err.code, FG_INTERNAL);
    ck_assert_ptr_nonnull(strstr(err.message, "99-broken.sql"));
    fg_resources_close(others);

    sqlite3 *db;
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    expect_rows(db, "select count(*) from catalog c join before b on b.digest = c.digest", "1");
    expect_rows(db, "select count(*) from v_results", "0");
    sqlite3_close(db);
}
END_TEST

/* A further schema step: taken once, whole or not at all. */
START_TEST(schema_steps)
{
    struct fg_resources *others = NULL;
    reopen(resources);
    put(1);
    place_write_text(&place, "r/sql/schema/008_more.sql",
                     "create table more (a); pragma user_version = 8; syntax error;");
    ck_assert_int_eq(fg_resources_open(place_path(&place, "r"), &others, &err), 0);
    fg_store_close(store);
    store = NULL;
    ck_assert_int_eq(fg_store_open(path, true, others, &store, &err), -1);
    ck_assert_int_eq(err.code, FG_INTERNAL);
    fg_resources_close(others);
    reopen(resources);
    expect("pragma user_version", "7");
    expect("select count(*) from sqlite_schema where name = 'more'", "0");

    place_write_text(&place, "r/sql/schema/008_more.sql",
                     "create table more (a); pragma user_version = 8;");
    ck_assert_int_eq(fg_resources_open(place_path(&place, "r"), &others, &err), 0);
    reopen(others);
    reopen(others);
    expect("select (select count(*) from more), (select count(*) from source)", "0|1");
    fg_store_close(store);
    store = NULL;
    expect_refused("older program", path, true, "newer");
    fg_resources_close(others);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("store");
    TCase *all = tcase_create("store");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, new_file);
    tcase_add_test(all, reopening_keeps_everything);
    tcase_add_test(all, missing_without_create);
    tcase_add_test(all, foreign_databases);
    tcase_add_test(all, foreign_database_keeps_its_journal);
    tcase_add_test(all, not_a_database);
    tcase_add_test(all, read_only_folder);
    tcase_add_test(all, ruleset_follows_the_program);
    tcase_add_test(all, broken_ruleset);
    tcase_add_test(all, schema_steps);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
