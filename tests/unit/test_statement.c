/* SPDX-License-Identifier: MIT */
/* Statements, bindings and transactions of the store; test_store.c has its files. */
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

START_TEST(statements_are_reused)
{
    struct fg_statement *first, *again, *other;
    reopen(resources);
    put(1);
    ck_assert_int_eq(fg_store_statement(store, "store/find_source", &first, &err), 0);
    fg_bind_text(first, "sha256", "0000000000000000000000000000000000000000000000000000000000000001");
    ck_assert_int_eq(fg_step(first, &err), 1);
    ck_assert_int_eq(fg_column_int(first, 0), 1);
    ck_assert_str_eq(fg_column_text(first, 1), "x");
    ck_assert_int_eq(fg_store_statement(store, "store/find_source", &again, &err), 0);
    ck_assert_ptr_eq(first, again);
    ck_assert_int_eq(fg_step(again, &err), 0); /* unbound: nothing equals null */

    ck_assert_int_eq(fg_store_statement_for(store, "assess/51-results", "control_FG_1", &first, &err), 0);
    ck_assert_int_eq(fg_store_statement_for(store, "assess/51-results", "control_FG_2", &other, &err), 0);
    ck_assert_int_eq(fg_store_statement_for(store, "assess/51-results", "control_FG_1", &again, &err), 0);
    ck_assert_ptr_eq(first, again);
    ck_assert_ptr_ne(first, other);
}
END_TEST

START_TEST(bindings_end_with_the_statement)
{
    struct fg_statement *insert;
    int64_t id = 0;
    reopen(resources);
    ck_assert_int_eq(fg_store_statement(store, "store/rejected_source", &insert, &err), 0);
    for (int i = 0; i < 2; i++) {
        fg_bind_bytes(insert, "path", "pathology", i == 0 ? 4 : 9);
        fg_bind_text(insert, "sha256", "");
        fg_bind_text(insert, "reason", "r");
        fg_bind_text(insert, "hint", "h");
        if (i == 0)
            fg_bind_int(insert, "size", INT64_C(1) << 40);
        fg_bind_null(insert, "line");
        ck_assert_int_eq(fg_step_done(insert, &id, &err), 0);
        ck_assert_int_eq(id, i + 1);
    }
    expect("select path, size, line from rejected_source order by id", "path|1099511627776|-\npathology|-|-");
}
END_TEST

START_TEST(defects_of_ours_are_told)
{
    static const struct {
        const char *name, *sql;
    } files[] = {{"two", "select 1; select 2;"}, {"none", "-- nothing\n"}, {"wrong", "selec 1;"}};
    struct fg_resources *others = NULL;
    struct fg_statement *statement = NULL;
    for (size_t i = 0; i < LENGTH(files); i++) {
        char name[64];
        snprintf(name, sizeof name, "r/sql/queries/%s.sql", files[i].name);
        place_write_text(&place, name, files[i].sql);
    }
    ck_assert_int_eq(fg_resources_open(place_path(&place, "r"), &others, &err), 0);
    reopen(others);
    for (size_t i = 0; i <= LENGTH(files); i++) {
        char name[64];
        snprintf(name, sizeof name, "queries/%s", i < LENGTH(files) ? files[i].name : "absent");
        err = (struct fg_error){0};
        ck_assert_int_eq(fg_store_statement(store, name, &statement, &err), -1);
        ck_assert_ptr_null(statement);
        ck_assert_int_eq(err.code, FG_INTERNAL);
        ck_assert_ptr_nonnull(strstr(err.message, name));
    }
    static const char *const views[] = {"", "a;b", "a b", "a\"", "v.x", "{view}"};
    for (size_t i = 0; i < LENGTH(views); i++)
        ck_assert_int_eq(fg_store_statement_for(store, "assess/51-results", views[i], &statement, &err), -1);
    ck_assert_int_eq(fg_store_statement_for(store, "assess/51-results", "no_such_view", &statement, &err), -1);
    ck_assert_int_eq(err.code, FG_INTERNAL);
    ck_assert_int_eq(fg_store_run(store, "queries/absent", &err), -1);
    fg_store_close(store);
    store = NULL;
    fg_resources_close(others);
}
END_TEST

START_TEST(unknown_parameter)
{
    struct fg_statement *query;
    reopen(resources);
    ck_assert_int_eq(fg_store_statement(store, "store/find_source", &query, &err), 0);
    fg_bind_int(query, "sha", 1);
    fg_bind_text(query, "other", "x");
    ck_assert_int_eq(fg_step(query, &err), -1);
    ck_assert_int_eq(err.code, FG_INTERNAL);
    ck_assert_ptr_nonnull(strstr(err.message, ":sha"));
    ck_assert_ptr_nonnull(strstr(err.message, "store/find_source"));
    fg_bind_text(query, "sha256", "x");
    ck_assert_int_eq(fg_step(query, &err), 0);
}
END_TEST

START_TEST(no_statement)
{
    fg_bind_text(NULL, "a", "x");
    fg_bind_bytes(NULL, "a", "x", 1);
    fg_bind_int(NULL, "a", 1);
    fg_bind_null(NULL, "a");
}
END_TEST

START_TEST(transactions)
{
    reopen(resources);
    ck_assert_int_eq(fg_store_begin(store, &err), 0);
    put(1);
    fg_store_rollback(store);
    fg_store_rollback(store);
    ck_assert_int_eq(fg_store_begin(store, &err), 0);
    put(2);
    ck_assert_int_eq(fg_store_commit(store, &err), 0);
    fg_store_rollback(store);
    ck_assert_int_eq(fg_store_begin(store, &err), 0);
    put(3);
    reopen(resources); /* closed with a transaction open */
    expect("select substr(sha256, -1) from source", "2");
}
END_TEST

START_TEST(savepoints)
{
    reopen(resources);
    ck_assert_int_eq(fg_store_begin(store, &err), 0);
    for (int i = 0; i < 4; i++) {
        ck_assert_int_eq(fg_store_run(store, "store/savepoint", &err), 0);
        put(i + 1);
        const char *end = i % 2 == 0 ? "store/rollback_to" : "store/release";
        ck_assert_int_eq(fg_store_run(store, end, &err), 0);
    }
    expect("select group_concat(substr(sha256, -1)) from source", "2,4");
    ck_assert_int_eq(fg_store_run(store, "store/release", &err), -1); /* none is left open */
    fg_store_rollback(store);
    expect("select count(*) from source", "0");
}
END_TEST

START_TEST(second_writer)
{
    struct fg_store *other = NULL;
    reopen(resources);
    ck_assert_int_eq(fg_store_open(path, false, resources, &other, &err), 0);
    sqlite3_busy_timeout(fg_store_handle(other), 0);
    ck_assert_int_eq(fg_store_begin(store, &err), 0);
    ck_assert_int_eq(fg_store_begin(other, &err), -1);
    ck_assert_int_eq(err.code, FG_IO);
    ck_assert_ptr_nonnull(strstr(err.hint, "another fargauge"));
    ck_assert_int_eq(fg_store_commit(store, &err), 0);
    ck_assert_int_eq(fg_store_begin(other, &err), 0);
    fg_store_close(other);
    fg_store_close(NULL);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("statement");
    TCase *all = tcase_create("statement");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, statements_are_reused);
    tcase_add_test(all, bindings_end_with_the_statement);
    tcase_add_test(all, defects_of_ours_are_told);
    tcase_add_test(all, unknown_parameter);
    tcase_add_test(all, no_statement);
    tcase_add_test(all, transactions);
    tcase_add_test(all, savepoints);
    tcase_add_test(all, second_writer);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
