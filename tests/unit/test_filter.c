/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "render/filter.h"
#include "unit.h"

static const struct {
    const char *filter, *text, *expected;
} cases[] = {
    {"date", "2026-10-01T09:00:00.000Z", "2026-10-01"},
    {"date", "2026-10-01T09:00:00Z", "2026-10-01"},
    {"date", "2026-10-01", "2026-10-01"},
    {"date", "not before 2026", "not before 2026"},
    {"time", "2026-10-01T09:00:00.000Z", "2026-10-01 09:00:00 UTC"},
    {"time", "2026-10-01T09:00:00.120Z", "2026-10-01 09:00:00.120 UTC"},
    {"time", "2026-10-01T09:00:00+09:00", "2026-10-01T09:00:00+09:00"},
    {"time", "2026-10-01T09:00:00.000Z<", "2026-10-01T09:00:00.000Z<"},
    {"time", "", ""},
    {"rfc3339", "2026-10-01T09:00:00.000Z", "2026-10-01T09:00:00Z"},
    {"rfc3339", "2026-10-01T09:00:00.001Z", "2026-10-01T09:00:00.001Z"},
    {"rfc3339", "soon", "soon"},
    {"junit_time", "2026-10-01T09:00:00.999Z", "2026-10-01T09:00:00"},
    {"junit_time", "x", "x"},
    {"number", "0", "0"},
    {"number", "999", "999"},
    {"number", "1000", "1,000"},
    {"number", "-1234567", "-1,234,567"},
    {"number", "1234.5678", "1,234.5678"},
    {"number", "1e9", "1e9"},
    {"number", "1234.", "1234."},
    {"number", ".5", ".5"},
    {"number", "-", "-"},
    {"number", "", ""},
    {"number", "12 34", "12 34"},
    {"bytes", "0", "0 B"},
    {"bytes", "999", "999 B"},
    {"bytes", "1000", "1.0 kB"},
    {"bytes", "1049", "1.0 kB"},
    {"bytes", "1050", "1.1 kB"},
    {"bytes", "999949", "999.9 kB"},
    {"bytes", "999950", "1.0 MB"},
    {"bytes", "1400000", "1.4 MB"},
    {"bytes", "9223372036854775807", "9.2 EB"},
    {"bytes", "9223372036854775808", "9223372036854775808"},
    {"bytes", "-1", "-1"},
    {"bytes", "", ""},
    {"file_uri", "samples/ecs/web-1_a.json", "samples/ecs/web-1_a.json"},
    {"file_uri", "a b/c#d?e%f.zip!g:h\\", "a%20b/c%23d%3Fe%25f.zip!g%3Ah%5C"},
    {"file_uri", "javascript:alert(1)", "javascript%3Aalert%281%29"},
    {"file_uri", "日", "%E6%97%A5"},
    {"file_uri", "/a/b c", "file:///a/b%20c"},
    {"file_uri", "//host/a", "file:///host/a"},
    {"file_uri", "", ""},
    {"sarif", "{name} [link](1) a\\", "{{name}} \\[link\\](1) a\\"},
    {"sarif", "plain", "plain"},
    {"sha256", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"sha256", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"shell", "web-1_a./:@%+=,", "web-1_a./:@%+=,"},
    {"shell", "", "''"},
    {"shell", "a b", "'a b'"},
    {"shell", "it's", "'it'\\''s'"},
    {"shell", "$(rm -rf ~)`x`;\n", "'$(rm -rf ~)`x`;\n'"},
    {"shell", "\\", "'\\'"},
    {"shell", "日本", "'日本'"},
    {"hcl", "", "\"\""},
    {"hcl", "a\"b\\c\nd\re\tf", "\"a\\\"b\\\\c\\nd\\re\\tf\""},
    {"hcl", "${x} %{y} $x 1% $", "\"$${x} %%{y} $x 1% $\""},
    {"hcl", "$${x}", "\"$$${x}\""},
    {"hcl_id", "web-1_a", "web-1_a"},
    {"hcl_id", "1web", "_1web"},
    {"hcl_id", "-a", "_-a"},
    {"hcl_id", "a.b\" {", "a_b___"},
    {"hcl_id", "", "_"},
    {"id", "ECS.10-a", "ECS.10-a"},
    {"id", "a_b", "a_5Fb"},
    {"id", "a b\"<#", "a_20b_22_3C_23"},
    {"id", "é", "_C3_A9"},
    {"id", "", "_"},
    {"id", "_", "_5F"},
    {"token", " a \t\r\n b ", "a b"},
    {"token", "", "-"},
    {"token", " \n", "-"},
    {"token", "a.b", "a.b"},
    {"dots", "ECS.10", "ECS_10"},
    {"dots", " a . b ", "a _ b"},
    {"dots", "", "-"},
    {"lower", "AbÉZ[", "abÉz["},
    {"line", "a b", "a b"},
    {"line", "", "-"},
    {"line", " a  b ", "\\u0020a  b\\u0020"},
    {"line", "  ", "\\u0020\\u0020"},
    {"line", "a\n\tb\n", "a\\u000A\\u0009b\\u000A"},
    {"line", "\u3000日 本\u3000", "\\u3000日 本\\u3000"},
    {"line", "\u00A0", "\\u00A0"},
    {"line", "a\xE3\x80", "a\xE3\x80"},
    {"commonmark", "web-1 (a, b): 1.4.0 - 50% @me #1", "web-1 (a, b): 1.4.0 - 50% @me #1"},
    {"commonmark", "[a](javascript:x) ![b](c)", "\\[a](javascript:x) !\\[b](c)"},
    {"commonmark", "<script>&lt;*a*`b`~c~^d^\\", "\\<script>\\&lt;\\*a\\*\\`b\\`\\~c\\~\\^d\\^\\\\"},
    {"commonmark", "my_web_1 _a_ b__c", "my_web_1 \\_a\\_ b\\_\\_c"},
    {"commonmark", "{{ insert: param, x }}", "\\{\\{ insert: param, x }}"},
    {"commonmark", "# a\n- b\n-c\n  > d\n12. e\n1.2\n3) f", "\\# a\n\\- b\n-c\n  \\> d\n12\\. e\n1.2\n3\\) f"},
    {"commonmark", "---", "\\---"},
    {"commonmark", "-", "\\-"},
    {"commonmark", "", ""},
    {"uuid", "", "a2af729f-9a75-5208-a707-542ffad8c2f4"},
    {"uuid", "abc", "a95f6ce3-7356-5e94-985a-0eefad0b58b1"},
    {"uuid", "日", "0090a1cf-33af-5da8-8bf8-56bd532d725d"},
    {"uuid_ref", "abc", "#a95f6ce3-7356-5e94-985a-0eefad0b58b1"},
};

START_TEST(one_value)
{
    const char *name = cases[_i].filter, *text = cases[_i].text;
    const struct fg_filter *filter = fg_filter_find(name, strlen(name));
    ck_assert_ptr_nonnull(filter);
    FG_BUF_AUTO out = FG_BUF_INIT;
    fg_buf_add_text(&out, "before ");
    filter->apply(text, strlen(text), &out);
    ck_assert_int_eq(strncmp(fg_buf_text(&out), "before ", 7), 0);
    ck_assert_str_eq(fg_buf_text(&out) + 7, cases[_i].expected);
}
END_TEST

START_TEST(embedded_nul)
{
    FG_BUF_AUTO out = FG_BUF_INIT;
    fg_filter_find("id", 2)->apply("a\0b", 3, &out);
    ck_assert_str_eq(out.data, "a_00b");
    fg_buf_clear(&out);
    fg_filter_find("shell", 5)->apply("a\0b", 3, &out);
    ck_assert_uint_eq(out.len, 5);
    ck_assert_int_eq(memcmp(out.data, "'a\0b'", 5), 0);
}
END_TEST

START_TEST(unknown)
{
    ck_assert_ptr_null(fg_filter_find("", 0));
    ck_assert_ptr_null(fg_filter_find("dat", 3));
    ck_assert_ptr_null(fg_filter_find("dates", 5));
    ck_assert_ptr_nonnull(fg_filter_find("dates", 4));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("filter");
    TCase *all = tcase_create("filter");
    tcase_add_loop_test(all, one_value, 0, sizeof cases / sizeof cases[0]);
    tcase_add_test(all, embedded_nul);
    tcase_add_test(all, unknown);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
