/* SPDX-License-Identifier: MIT */
/* The tables of shapes: what must hold for every mapper, whichever there are. */
#include "ingest/detect.h"
#include "ingest_fixture.h"
#include "unit.h"

static struct ingest ingest;

static void start(void)
{
    ingest_start(&ingest);
}

static void stop(void)
{
    ingest_stop(&ingest);
}

/* Reports call a source by its kind's text. */
START_TEST(every_kind_has_its_texts)
{
    size_t rows = 0, kinds = 0;
    const struct fg_mapper *mapper;
    while ((mapper = fg_detect_mapper(rows)) != NULL) {
        FG_BUF_AUTO sql = FG_BUF_INIT;
        rows++;
        if (mapper->kind == NULL)
            continue;
        kinds++;
        fg_buf_printf(&sql, "select '%s', group_concat(lang) from (select lang from message"
                      " where key = 'kind.%s' order by lang)", mapper->kind, mapper->kind);
        FG_BUF_AUTO expected = FG_BUF_INIT;
        fg_buf_printf(&expected, "%s|en,ja", mapper->kind);
        expect_rows(ingest.db, sql.data, expected.data);
    }
    ck_assert_uint_gt(kinds, 10);
}
END_TEST

/* A text that no mapper's kind has is left over from one. */
START_TEST(every_text_has_its_kind)
{
    FG_BUF_AUTO sql = FG_BUF_INIT;
    const struct fg_mapper *mapper;
    fg_buf_add_text(&sql, "select key from message where key glob 'kind.*' and key not in (''");
    for (size_t row = 0; (mapper = fg_detect_mapper(row)) != NULL; row++)
        if (mapper->kind != NULL)
            fg_buf_printf(&sql, ",'kind.%s'", mapper->kind);
    fg_buf_add_char(&sql, ')');
    expect_rows(ingest.db, sql.data, "");
}
END_TEST

/* What reads records for anyone must hold the members of all that may recognise them. */
START_TEST(members_fit)
{
    for (int where = FG_IN_LIST; where <= FG_AS_DOCUMENT; where++) {
        int count = 0;
        while (fg_detect_any(where)->members[count].name != NULL)
            count++;
        ck_assert_int_lt(count, FG_MEMBERS_MAX);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("detect");
    TCase *all = tcase_create("detect");
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_test(all, every_kind_has_its_texts);
    tcase_add_test(all, every_text_has_its_kind);
    tcase_add_test(all, members_fit);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
