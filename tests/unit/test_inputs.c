/* SPDX-License-Identifier: MIT */
#include "fargauge/ingest.h"
#include "place.h"
#include "unit.h"

static struct place place;
static struct fg_inputs inputs;
static struct fg_error err;
static char before[512]; /* the folder that the test started in */

/* Inside the temporary folder, so that inputs are named in short. */
static void start(void)
{
    place_start(&place);
    inputs = (struct fg_inputs){0};
    ck_assert_ptr_nonnull(getcwd(before, sizeof before));
    ck_assert_int_eq(chdir(place.dir), 0);
}

static void stop(void)
{
    fg_inputs_done(&inputs);
    ck_assert_int_eq(chdir(before), 0);
    place_stop(&place);
}

static void put(const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        place_write_text(&place, names[i], "");
}

/* `given` and `expected`: paths with blanks between. */
static void expect(const char *given, const char *expected, size_t passed_over)
{
    FG_BUF_AUTO found = FG_BUF_INIT;
    char words[512], *list[16];
    size_t count = 0;
    snprintf(words, sizeof words, "%s", given);
    for (char *word = strtok(words, " "); word != NULL; word = strtok(NULL, " "))
        list[count++] = word;
    fg_inputs_done(&inputs);
    ck_assert_msg(fg_inputs_find((const char *const *)list, count, &inputs, &err) == 0, "%s",
                  err.message);
    for (size_t i = 0; i < inputs.count; i++)
        fg_buf_printf(&found, "%s%s", i > 0 ? " " : "", inputs.paths[i]);
    ck_assert_str_eq(fg_buf_text(&found), expected);
    ck_assert_uint_eq(inputs.passed_count, passed_over);
}

START_TEST(folders)
{
    static const char *const names[] = {"d/b.json",  "d/a.json.gz", "d/C.csv",  "d/x/y/z.json",
                                        "d/e.txt",   "d/f.jsonl",   "d/g.json~", "d/json",
                                        "d/h.gz",    "d/i.JSON",    "d/x.json.d/k.json"};
    put(names, LENGTH(names));
    /* of CSV files only waivers: others may be results of an earlier run */
    place_write_text(&place, "d/C.csv", "waiver_id,control_id\n");
    place_write_text(&place, "d/results.csv", "\"control_id\",\"severity\"\n");
    /* or by what stands in it: JSON whatever it is called, also in UTF-16, also compressed */
    place_write_text(&place, "d/n.txt", "\xEF\xBB\xBF \r\n{}");
    place_write_text(&place, "d/o", "[]");
    place_write(&place, "d/w.out", "\xFF\xFE{\0", 4);
    place_write_text(&place, "d/report.html", "<!doctype html>");
    expect("d", "d/C.csv d/a.json.gz d/b.json d/f.jsonl d/i.JSON d/n.txt d/o d/w.out d/x.json.d/k.json d/x/y/z.json", 6);
    expect("d/", "d/C.csv d/a.json.gz d/b.json d/f.jsonl d/i.JSON d/n.txt d/o d/w.out d/x.json.d/k.json d/x/y/z.json", 6);
    expect("d/x", "d/x/y/z.json", 0);
}
END_TEST

/* Of tables those that are read, or are meant to be. */
START_TEST(tables)
{
    static const char *const names[] = {"d/a.json"};
    put(names, LENGTH(names));
    place_write_text(&place, "d/findings.csv", "Resource,Compliance status,Security control ID\n");
    place_write_text(&place, "d/lacking.csv", "Resource,Security control ID\n");
    place_write_text(&place, "d/semicolons.csv", "Resource;Compliance status;Security control ID\n");
    place_write_text(&place, "d/prowler.csv", "AUTH_METHOD;CHECK_ID;STATUS\n");
    place_write_text(&place, "d/results.csv", "control_id,waiver_id,waiver_expires,resource_arn\n");
    /* ours hold what a waiver file holds */
    place_write_text(&place, "d/waivers.csv", "\xEF\xBB\xBFwaiver_id,control_id,resource,account_id,reason,owner,requester,"
                                              "approver,approved_at,expires_at,ticket,waiver_state\n");
    place_write_text(&place, "d/gaps.csv", "gap_kind,resource\n");
    place_write_text(&place, "d/other.csv", "a,b,c\n");
    place_write_text(&place, "d/empty.csv", "");
    expect("d", "d/a.json d/findings.csv d/lacking.csv d/semicolons.csv", 6);
}
END_TEST

START_TEST(empty_folder)
{
    ck_assert_int_eq(mkdir("empty", 0777), 0);
    expect("empty", "", 0);
    expect("", "", 0);
}
END_TEST

START_TEST(hidden_files)
{
    static const char *const names[] = {"d/.a.json", "d/.json", "d/.git/b.json", "d/c.json"};
    put(names, LENGTH(names));
    expect("d/.a.json d/.git", "d/.a.json d/.git/b.json", 0); /* named, so wanted */
    fg_inputs_done(&inputs);
    const char *given[] = {"d"};
    ck_assert_int_eq(fg_inputs_find(given, 1, &inputs, &err), 0);
    ck_assert_uint_eq(inputs.count, 1);
    ck_assert_str_eq(inputs.paths[0], "d/c.json");
}
END_TEST

/* Links inside a folder are passed over (they may lead in a circle); a named one is followed. */
START_TEST(symbolic_links)
{
    static const char *const names[] = {"d/a.json", "other/b.json"};
    put(names, LENGTH(names));
    ck_assert_int_eq(symlink("a.json", "d/link.json"), 0);
    ck_assert_int_eq(symlink("..", "d/up"), 0);
    ck_assert_int_eq(symlink("/nowhere", "d/broken.json"), 0);
    ck_assert_int_eq(symlink("../other", "d/other"), 0);
    expect("d", "d/a.json", 4);
    for (size_t i = 0; i < inputs.passed_count; i++)
        ck_assert_str_eq(inputs.passed[i].reason, "symbolic_link");
    ck_assert_str_eq(inputs.passed[0].path, "d/broken.json");
    expect("d/link.json d/other", "d/link.json d/other/b.json", 0);
}
END_TEST

START_TEST(other_kinds_of_files)
{
    static const char *const names[] = {"d/a.json"};
    put(names, LENGTH(names));
    ck_assert_int_eq(mkfifo("d/pipe.json", 0666), 0);
    expect("d", "d/a.json", 1);
    ck_assert_str_eq(inputs.passed[0].reason, "special_file");
    expect("d/pipe.json", "d/pipe.json", 0);
}
END_TEST

START_TEST(files_stand_as_given)
{
    static const char *const names[] = {"notes.txt", "a.json"};
    put(names, LENGTH(names));
    expect("notes.txt a.json", "a.json notes.txt", 0);
    expect("./a.json", "./a.json", 0);
    expect("- a.json", "- a.json", 0);
}
END_TEST

START_TEST(each_once)
{
    static const char *const names[] = {"d/a.json", "d/b.json", "d/c.txt", "d/d.txt"};
    put(names, LENGTH(names));
    expect("d/a.json d/a.json", "d/a.json", 0);
    expect("d d/a.json d", "d/a.json d/b.json", 2); /* nor is passed over twice */
    expect("- -", "-", 0);
}
END_TEST

/* Byte order, whatever the locale and the order of the folder. */
START_TEST(sorted_by_bytes)
{
    static const char *const names[] = {"d/b.json", "d/B.json", "d/\xE3\x81\x82.json",
                                        "d/a.json", "d/a-1.json", "d/a/1.json"};
    put(names, LENGTH(names));
    expect("d", "d/B.json d/a-1.json d/a.json d/a/1.json d/b.json d/\xE3\x81\x82.json", 0);
}
END_TEST

START_TEST(missing)
{
    static const char *const names[] = {"d/a.json"};
    const char *given[] = {"d", "none.json"};
    put(names, LENGTH(names));
    ck_assert_int_eq(fg_inputs_find(given, 2, &inputs, &err), -1);
    ck_assert_int_eq(err.code, FG_IO);
    ck_assert_ptr_nonnull(strstr(err.message, "none.json"));
    ck_assert_str_ne(err.hint, "");
    ck_assert_uint_eq(inputs.count, 0);
    ck_assert_ptr_null(inputs.paths);
}
END_TEST

START_TEST(unreadable_folder)
{
    static const char *const names[] = {"d/x/a.json"};
    const char *given[] = {"d"};
    bool root = geteuid() == 0;
    put(names, LENGTH(names));
    ck_assert_int_eq(chmod(place.dir, 0755), 0);
    ck_assert_int_eq(chmod("d/x", 0), 0);
    if (root)
        ck_assert_int_eq(seteuid(65534), 0);
    /* It stays among the inputs, to be refused by name; the rest goes on. */
    ck_assert_int_eq(fg_inputs_find(given, 1, &inputs, &err), 0);
    if (root)
        ck_assert_int_eq(seteuid(0), 0);
    ck_assert_int_eq(chmod("d/x", 0755), 0);
    ck_assert_uint_eq(inputs.count, 1);
    ck_assert_str_eq(inputs.paths[0], "d/x");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("inputs");
    TCase *all = tcase_create("inputs");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, folders);
    tcase_add_test(all, tables);
    tcase_add_test(all, empty_folder);
    tcase_add_test(all, hidden_files);
    tcase_add_test(all, symbolic_links);
    tcase_add_test(all, other_kinds_of_files);
    tcase_add_test(all, files_stand_as_given);
    tcase_add_test(all, each_once);
    tcase_add_test(all, sorted_by_bytes);
    tcase_add_test(all, missing);
    tcase_add_test(all, unreadable_folder);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
