/* SPDX-License-Identifier: MIT */
/* Which reports are written, in which language, and what is said where none can be. */
#include "fargauge/assess.h"
#include "fargauge/render.h"
#include "ingest_fixture.h"
#include "unit.h"

static struct ingest ingest;
static char written[256];

static void start(void)
{
    ingest_start(&ingest);
    written[0] = '\0';
}

static void stop(void)
{
    ingest_stop(&ingest);
}

static void notice(void *context, const char *path)
{
    const char *name = strrchr(path, '/') + 1;
    (void)context;
    snprintf(written + strlen(written), sizeof written - strlen(written), "%s ", name);
}

static int render(const char *formats, const char *lang)
{
    const struct fg_render_options options = {
        .out = ingest.place.dir, .formats = formats, .lang = lang};
    written[0] = '\0';
    return fg_render_reports(ingest.store, &options, notice, NULL, &ingest.err);
}

static void assess(void)
{
    const struct fg_assess_options options = {.generated_at = "2026-10-02T00:00:00.000Z"};
    int64_t id;
    ingest_json(&ingest, "s_20261001T000000Z.json",
                "{'services':[{'serviceArn':'arn:aws:ecs:us-east-1:011122223333:service/web/a',"
                "'launchType':'FARGATE','platformVersion':'1.3.0','platformFamily':'Linux'}]}");
    ck_assert_msg(fg_assess(ingest.store, &options, &id, &ingest.err) == 0, "%s", ingest.err.message);
}

/* The file in the fixture's folder holds `part`. */
static bool holds(const char *name, const char *part)
{
    FG_BUF_AUTO path = FG_BUF_INIT;
    FG_BUF_AUTO text = FG_BUF_INIT;
    fg_buf_printf(&path, "%s/%s", ingest.place.dir, name);
    FILE *file = fopen(path.data, "rb");
    if (file == NULL)
        return false;
    for (int c; (c = fgetc(file)) != EOF;)
        fg_buf_add_char(&text, (char)c);
    fclose(file);
    return strstr(fg_buf_text(&text), part) != NULL;
}

#define HTML_FILES "report.html remediation.sh remediation.tf "
#define CSV_FILES "results.csv requirements.csv sources.csv waivers.csv gaps.csv "

START_TEST(formats)
{
    static const struct {
        const char *formats, *written;
    } samples[] = {
        {NULL, HTML_FILES CSV_FILES "junit.xml "}, {"html", HTML_FILES},
        {"csv,junit", CSV_FILES "junit.xml "},         {"junit,csv", CSV_FILES "junit.xml "},
        {"csv,csv", CSV_FILES},
        {"sarif", "results.sarif "},                  {"markdown,sarif", "results.sarif summary.md "},
        {"oscal", "oscal-ar.json "},                  {"oscal,csv", CSV_FILES "oscal-ar.json "},
        {"none", ""},                                 {"none,csv", CSV_FILES},
    };
    assess();
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        ck_assert_msg(render(samples[i].formats, "en") == 0, "%s", ingest.err.message);
        ck_assert_str_eq(written, samples[i].written);
    }
}
END_TEST

START_TEST(unknown_formats)
{
    static const char *const samples[] = {"pdf", "html,pdf", "htm", "htmlx", ",html", "html,,csv", "HTML", "sarifx", "json"};
    assess();
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        ck_assert_int_eq(fg_render_check_formats(samples[i], &ingest.err), -1);
        ck_assert_int_eq(render(samples[i], "en"), -1);
        ck_assert_int_eq(ingest.err.code, FG_USAGE);
        ck_assert_str_eq(written, "");
    }
}
END_TEST

START_TEST(languages)
{
    assess();
    ck_assert_int_eq(render(NULL, "en"), 0);
    ck_assert(holds("report.html", "lang=\"en\""));
    ck_assert(holds("results.csv", "a is pinned to platform version 1.3.0"));
    ck_assert(holds("junit.xml", "a is pinned to platform version 1.3.0"));
    ck_assert_int_eq(render(NULL, "ja"), 0);
    ck_assert(holds("report.html", "lang=\"ja\""));
    ck_assert(!holds("results.csv", "is pinned"));
    ck_assert(holds("results.csv", "プラットフォームバージョン"));
    ck_assert(holds("junit.xml", "プラットフォームバージョン"));
}
END_TEST

START_TEST(no_assessment)
{
    ck_assert_int_eq(render(NULL, "en"), -1);
    ck_assert_int_eq(ingest.err.code, FG_USAGE);
    ck_assert_ptr_nonnull(strstr(ingest.err.hint, "fargauge assess"));
}
END_TEST

START_TEST(no_folder)
{
    const struct fg_render_options options = {.out = "/nonexistent/folder", .lang = "en"};
    assess();
    ck_assert_int_eq(fg_render_reports(ingest.store, &options, notice, NULL, &ingest.err), -1);
    ck_assert_int_eq(ingest.err.code, FG_IO);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report");
    TCase *all = tcase_create("report");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, formats);
    tcase_add_test(all, unknown_formats);
    tcase_add_test(all, languages);
    tcase_add_test(all, no_assessment);
    tcase_add_test(all, no_folder);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
