/* SPDX-License-Identifier: MIT */
/* Waiver files: CSV rows to waivers, and which rows are worth nothing. */
#include <fcntl.h>
#include <sys/wait.h>
#include <time.h>

#include "ingest_fixture.h"
#include "unit.h"

#define HEADER "waiver_id,control_id,resource,account_id,reason,owner,approver,approved_at,expires_at,ticket"
#define GOOD "W-1,ECS.10,arn:aws:ecs:*,,because,ann,bob,2026-01-01,2026-12-31,T-1"

static struct ingest ingest;

static void start(void)
{
    ingest_start(&ingest);
    ingest.options.waivers_only = true;
}

static void stop(void)
{
    ingest_stop(&ingest);
}

static void expect(const char *sql, const char *expected)
{
    expect_rows(ingest.db, sql, expected);
}

static void import(const char *csv)
{
    ingest_again(&ingest);
    ingest_bytes(&ingest, "waivers.csv", csv, strlen(csv));
}

static const char all[] = "select waiver_id, control_id, resource, account_id, reason, owner, approver,"
                          " approved_at, expires_at, ticket from waiver order by id";
static const char good_row[] = "W-1|ECS.10|arn:aws:ecs:*|-|because|ann|bob|2026-01-01T00:00:00.000Z|"
                               "2026-12-31T23:59:59.999Z|T-1";

START_TEST(good)
{
    import(HEADER "\n" GOOD "\n"
           "W-2,FG.1,*,011122223333,\"a, \"\"b\"\"\nc\",ann,bob,2026-01-01T09:00:00+09:00,2026-12-31T10:00:00Z,\n");
    expect_loaded(&ingest, 2, 0, 0);
    ck_assert_str_eq(ingest.report.kind, "waivers");
    expect_evidence(&ingest, "source 1, record 2, waiver 2");
    FG_BUF_AUTO rows = FG_BUF_INIT;
    fg_buf_printf(&rows, "%s\nW-2|FG.1|*|011122223333|a, \"b\"\nc|ann|bob|2026-01-01T00:00:00.000Z|"
                         "2026-12-31T10:00:00.000Z|-", good_row);
    expect(all, rows.data);
    expect("select kind, captured_at, captured_from from source", "waivers|-|none");
}
END_TEST

/* Ways to write the same file. */
START_TEST(variants)
{
    static const char *const files[] = {
        HEADER "\n" GOOD "\n",
        HEADER "\n" GOOD,
        HEADER "\r\n" GOOD "\r\n",
        HEADER "\r\n" GOOD,
        "\xEF\xBB\xBF" HEADER "\r\n" GOOD "\r\n",
        HEADER "\n\n" GOOD "\n\n",
        "\"waiver_id\",control_id,resource,account_id,reason,owner,approver,approved_at,expires_at,\"ticket\"\n" GOOD,
        "\xEF\xBB\xBF\"waiver_id\",control_id,resource,account_id,reason,owner,approver,approved_at,expires_at,"
        "ticket\n" GOOD,
        "waiver_id,note,ticket,expires_at,approved_at,approver,owner,reason,resource,control_id\n"
        "W-1,\"x,y\",T-1,2026-12-31,2026-01-01,bob,ann,because,arn:aws:ecs:*,ECS.10\n",
        HEADER "\n\"W-1\",\"ECS.10\",\"arn:aws:ecs:*\",\"\",\"because\",\"ann\",\"bob\",\"2026-01-01\",\"2026-12-31\","
        "\"T-1\"\n",
    };
    for (size_t i = 0; i < LENGTH(files); i++) {
        import(files[i]);
        expect_loaded(&ingest, 1, 0, 0);
        expect(all, good_row);
        expect("select pointer from record", "/0");
    }
    import(HEADER "\n");
    expect_loaded(&ingest, 0, 0, 0);
    import(HEADER);
    expect_loaded(&ingest, 0, 0, 0);
}
END_TEST

/* Recognised by the column waiver_id among other inputs too, wherever it stands. */
START_TEST(recognised_by_content)
{
    ingest.options.waivers_only = false;
    import(HEADER "\n" GOOD "\n");
    expect_loaded(&ingest, 1, 0, 0);
    import("\xEF\xBB\xBF\"waiver_id\",x\n");
    expect_refused(&ingest, "the header lacks the column");
    import("control_id,waiver_id\n");
    expect_refused(&ingest, "the header lacks the column resource");
    import("control_id,resource,reason\n");
    expect_refused(&ingest, "a CSV that is no known export");
    import("waiver\n");
    expect_refused(&ingest, "not JSON");
}
END_TEST

/* A pipe gives what its writer has written so far. */
START_TEST(recognised_in_pieces)
{
    static const char csv[] = HEADER "\n" GOOD "\n";
    snprintf(ingest.path, sizeof ingest.path, "%s", place_path(&ingest.place, "pipe"));
    ck_assert_int_eq(mkfifo(ingest.path, 0600), 0);
    pid_t writer = fork();
    if (writer == 0) {
        int to = open(ingest.path, O_WRONLY);
        bool begun = write(to, csv, 4) == 4;
        nanosleep(&(struct timespec){.tv_nsec = 100000000}, NULL);
        _exit(begun && write(to, csv + 4, sizeof csv - 5) > 0 ? 0 : 1);
    }
    int exit_status, status = ingest_path(&ingest, NULL);
    ck_assert_int_eq(waitpid(writer, &exit_status, 0), writer);
    ck_assert_int_eq(exit_status, 0);
    ck_assert_int_eq(status, 0);
    expect_loaded(&ingest, 1, 0, 0);
    expect(all, good_row);
}
END_TEST

/* The bytes that the row says it was made of, up to the line's end. */
START_TEST(provenance)
{
    static const char *const ends[] = {"\n", "\r\n"};
    static const char *const rows[] = {
        GOOD,
        "W-2,ECS.10,*,,\"two\nlines \xE6\x8B\x85\",ann,bob,2026-01-01,2026-12-31,",
        "broken",
        "W-3,ECS.10,*,,because,ann,bob,2026-01-01,2026-12-31,T",
    };
    for (size_t i = 0; i < LENGTH(ends); i++) {
        FG_BUF_AUTO csv = FG_BUF_INIT;
        FG_BUF_AUTO found = FG_BUF_INIT;
        FG_BUF_AUTO expected = FG_BUF_INIT;
        fg_buf_printf(&csv, "%s%s", HEADER, ends[i]);
        for (size_t j = 0; j < LENGTH(rows); j++) {
            fg_buf_printf(&expected, "%s/%zu|%zu", j > 0 ? "\n" : "", j, csv.len);
            fg_buf_printf(&csv, "%s%s", rows[j], ends[i]);
        }
        import(csv.data);
        expect_loaded(&ingest, 3, 1, 0);
        static const char both[] = "select pointer, byte_offset%s from record union all "
                                   "select pointer, byte_offset%s from rejection order by 1";
        FG_BUF_AUTO sql = FG_BUF_INIT;
        fg_buf_printf(&sql, both, "", "");
        expect(sql.data, expected.data);
        fg_buf_clear(&sql);
        fg_buf_printf(&sql, both, ", byte_length", ", byte_length");
        rows_read(ingest.db, sql.data, &found);
        const char *line = found.data;
        for (size_t j = 0; j < LENGTH(rows); j++, line += strcspn(line, "\n") + 1) {
            unsigned number, offset, length;
            ck_assert_int_eq(sscanf(line, "/%u|%u|%u", &number, &offset, &length), 3);
            ck_assert_uint_ge(length, strlen(rows[j]));
            ck_assert_uint_le(length, strlen(rows[j]) + strlen(ends[i]));
            ck_assert_int_eq(strncmp(csv.data + offset, rows[j], strlen(rows[j])), 0);
        }
    }
}
END_TEST

START_TEST(rejections)
{
    static const struct {
        const char *row;
        const char *reason; /* "reason: detail" in part */
    } samples[] = {
        {",ECS.10,*,,because,ann,bob,2026-01-01,2026-12-31,", "missing: waiver_id"},
        {"W-1,,*,,because,ann,bob,2026-01-01,2026-12-31,", "missing: control_id"},
        {"W-1,ECS.10,,,because,ann,bob,2026-01-01,2026-12-31,", "missing: resource"},
        {"W-1,ECS.10,*,,,ann,bob,2026-01-01,2026-12-31,", "missing: reason"},
        {"W-1,ECS.10,*,,because,,bob,2026-01-01,2026-12-31,", "missing: owner"},
        {"W-1,ECS.10,*,,because,ann,,2026-01-01,2026-12-31,", "missing: approver"},
        {"W-1,ECS.10,*,,because,ann,bob,,2026-12-31,", "missing: approved_at"},
        {"W-1,ECS.10,*,,because,ann,bob,2026-01-01,,", "missing: expires_at"},
        {"W-1,ECS.10,*,,because,ann,bob,2026-01-01", "missing: expires_at"},
        {"W-1", "missing: control_id"},
        {"W-1,ECS.10,*,,because,ann,bob,yesterday,2026-12-31,", "bad_time: approved_at"},
        {"W-1,ECS.10,*,,because,ann,bob,2026-01-01,2026-12-31T10:00:00,", "bad_time: expires_at"},
        {"W-1,ECS.10,*,,because,ann,bob,2026-01-01,2026/12/31,", "bad_time: expires_at"},
        {"W-1,ECS.10,*,,because,ann,bob,2026-01-01,1798675200,", "bad_time: expires_at"},
        {"W-1,ECS.10,*,,because,ann,bob,2026-12-31,2026-01-01,", "bad_period: expires_at"},
        {"W-1,ECS.10,*,,because,ann,bob,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z,", "bad_period: expires_at"},
        {"W-1,ECS.10,*,,because,ann,ann,2026-01-01,2026-12-31,", "same_person: approver"},
        {"W-1,ECS.10,*,,because,ann,\" ANN\t\",2026-01-01,2026-12-31,", "same_person: approver: the owner"},
        {"W-1,ECS.10,*,,because,\"\xE3\x80\x80" "ann\xE3\x80\x80 \",ann,2026-01-01,2026-12-31,", "same_person"},
        {"W-1,ECS.10,*,,because,ann,\"  \xE3\x80\x80\",2026-01-01,2026-12-31,", "missing: approver"},
        {"W-1,*,*,,because,ann,bob,2026-01-01,2026-12-31,", "bad_control: control_id"},
        {"W-1,ECS.1?,*,,because,ann,bob,2026-01-01,2026-12-31,", "bad_control: control_id"},
        {"W-1,ECS.10;FG.1,*,,because,ann,bob,2026-01-01,2026-12-31,", "bad_control: control_id"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        FG_BUF_AUTO csv = FG_BUF_INIT;
        fg_buf_printf(&csv, "%s\n%s\n%s\n", HEADER, samples[i].row, GOOD);
        import(csv.data);
        ck_assert_msg(ingest.report.rejected == 1, "taken: %s", samples[i].row);
        expect_loaded(&ingest, 1, 1, 0);
        const char *first = ingest.report.first_rejection;
        ck_assert_msg(strncmp(first, "/0: ", 4) == 0 && strstr(first, samples[i].reason) != NULL, "%s: %s",
                      samples[i].row, first);
        expect(all, good_row);
        expect_evidence(&ingest, "source 1, record 1, rejection 1, waiver 1");
    }
}
END_TEST

/* Who asks cannot approve; the owner may, of what another asks for. */
START_TEST(requester)
{
    import(HEADER ",requester\n"
           "W-1,ECS.10,*,,because,ann,bob,2026-01-01,2026-12-31,,carl\n"
           "W-2,ECS.10,*,,because,bob,bob,2026-01-01,2026-12-31,,carl\n"
           "W-3,ECS.10,*,,because,ann,bob,2026-01-01,2026-12-31,,Bob\n"
           "W-4,ECS.10,*,,because,bob,bob,2026-01-01,2026-12-31,,\"  \"\n");
    expect_loaded(&ingest, 2, 2, 0);
    expect("select waiver_id, owner, requester from waiver order by id", "W-1|ann|carl\nW-2|bob|carl");
    expect("select pointer, reason, detail from rejection order by id",
           "/2|same_person|approver: the requester cannot approve\n"
           "/3|same_person|approver: the owner cannot approve");
}
END_TEST

/* Where an editor finds the row, whatever the rows before it hold. */
START_TEST(lines)
{
    static const char *const ends[] = {"\n", "\r\n"};
    for (size_t i = 0; i < LENGTH(ends); i++) {
        FG_BUF_AUTO csv = FG_BUF_INIT;
        fg_buf_printf(&csv, "\xEF\xBB\xBF%s%s%s%s", HEADER, ends[i], GOOD, ends[i]);
        fg_buf_printf(&csv, "W-2,ECS.10,*,,\"three%s%slines\",ann,bob,2026-01-01,2026-12-31,%s", ends[i],
                      ends[i], ends[i]);
        fg_buf_printf(&csv, "broken%s%s%s", ends[i], ends[i], GOOD);
        import(csv.data);
        expect_loaded(&ingest, 3, 1, 0);
        expect("select line from waiver order by id", "2\n3\n8");
        expect("select line from rejection", "6");
    }
}
END_TEST

/* More cells than columns: a comma that was not quoted has moved them all. */
START_TEST(too_many_cells)
{
    static const char *const rows[] = {
        GOOD ",stray",
        GOOD ",",
        "W-1,ECS.10,*,,because, of this,ann,bob,2026-01-01,2026-12-31,T-1",
    };
    for (size_t i = 0; i < LENGTH(rows); i++) {
        FG_BUF_AUTO csv = FG_BUF_INIT;
        fg_buf_printf(&csv, "%s\n%s\n%s\n", HEADER, rows[i], GOOD);
        import(csv.data);
        expect_loaded(&ingest, 1, 1, 0);
        expect(all, good_row);
    }
}
END_TEST

/* Which one would count? */
START_TEST(column_twice)
{
    import(HEADER ",reason\n" GOOD ",again\n");
    expect_refused(&ingest, "reason");
    expect_evidence(&ingest, "");
}
END_TEST

START_TEST(text_with_nul)
{
    static const char csv[] = HEADER "\nW-1,ECS.10,*,,be\0cause,ann,bob,2026-01-01,2026-12-31,\n" GOOD "\n";
    ingest_bytes(&ingest, "waivers.csv", csv, sizeof csv - 1);
    expect_loaded(&ingest, 1, 1, 0);
    ck_assert_ptr_nonnull(strstr(ingest.report.first_rejection, "/0: bad_text: reason"));
}
END_TEST

START_TEST(refused)
{
    static const struct {
        const char *csv;
        const char *part;
    } samples[] = {
        {"waiver_id\n", "the header lacks the column"},
        {"waiver_id", "the header lacks the column"},
        {"waiver_id;control_id;resource;account_id;reason;owner;approver;approved_at;expires_at;ticket\n", "lacks"},
        {"waiver_id,control_id,resource,reason,owner,approver,approved_at\n" GOOD "\n", "lacks the column"},
        {"waiver_id,control_id,resource,Reason,owner,approver,approved_at,expires_at\n", "lacks the column"},
        {HEADER "\n" GOOD "\nW-2,\"open\n", "inside a quoted field"},
        {HEADER "\n\"W-1\"x,ECS.10\n", ""},
        {HEADER "\nW\"1,ECS.10\n", ""},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        import(samples[i].csv);
        expect_refused(&ingest, samples[i].part);
        expect_evidence(&ingest, "");
        expect("select count(*) from rejected_source", "1");
    }
}
END_TEST

/* A quote left open does not gather the rest of a large file. */
START_TEST(very_long_row)
{
    FG_BUF_AUTO csv = FG_BUF_INIT;
    fg_buf_add_text(&csv, HEADER "\nW-1,\"");
    for (int i = 0; i < 300000; i++)
        fg_buf_add_text(&csv, "text\n");
    struct fg_limits limits = fg_default_limits;
    limits.record = 1024 * 1024;
    ingest.options.limits = &limits;
    import(csv.data);
    ingest.options.limits = NULL;
    expect_refused(&ingest, "longer than --max-record");
    expect_evidence(&ingest, "");
}
END_TEST

START_TEST(many_columns)
{
    FG_BUF_AUTO csv = FG_BUF_INIT;
    fg_buf_add_text(&csv, HEADER);
    for (int i = 0; i < 100; i++)
        fg_buf_printf(&csv, ",x%d", i);
    fg_buf_add_text(&csv, "\n" GOOD);
    for (int i = 0; i < 100; i++)
        fg_buf_add_text(&csv, ",y");
    import(csv.data);
    expect_loaded(&ingest, 1, 0, 0);
    expect(all, good_row);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("waivers");
    TCase *tests = tcase_create("waivers");
    tcase_add_checked_fixture(tests, start, stop);
    tcase_add_test(tests, good);
    tcase_add_test(tests, variants);
    tcase_add_test(tests, recognised_by_content);
    tcase_add_test(tests, recognised_in_pieces);
    tcase_add_test(tests, provenance);
    tcase_add_test(tests, rejections);
    tcase_add_test(tests, requester);
    tcase_add_test(tests, lines);
    tcase_add_test(tests, too_many_cells);
    tcase_add_test(tests, column_twice);
    tcase_add_test(tests, text_with_nul);
    tcase_add_test(tests, refused);
    tcase_add_test(tests, very_long_row);
    tcase_add_test(tests, many_columns);
    suite_add_tcase(suite, tests);
    return fg_run_suite(suite);
}
