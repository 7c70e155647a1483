/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "fargauge/markup.h"
#include "unit.h"

/* `text` written as `kind`; borrowed until the next call. */
static const char *show_bytes(enum fg_markup kind, const char *text, size_t len)
{
    static struct fg_buf buf;
    fg_buf_done(&buf);
    struct fg_output *output = fg_output_open_memory(&buf);
    fg_markup_write(output, kind, text, len);
    fg_output_close(output);
    return fg_buf_text(&buf);
}

static const char *show(enum fg_markup kind, const char *text)
{
    return show_bytes(kind, text, strlen(text));
}

#define SPECIAL "<a href='x'>\"&\t\r\n</a>"

static const struct {
    enum fg_markup kind;
    const char *text, *expected;
} shown[] = {
    {FG_MARKUP_HTML_TEXT, SPECIAL, "&lt;a href='x'&gt;\"&amp;\t\\u000D\n&lt;/a&gt;"},
    {FG_MARKUP_HTML_ATTR, SPECIAL, "&lt;a href='x'&gt;&quot;&amp;\t\\u000D\n&lt;/a&gt;"},
    {FG_MARKUP_XML_TEXT, SPECIAL, "&lt;a href='x'&gt;\"&amp;\t&#13;\n&lt;/a&gt;"},
    {FG_MARKUP_XML_ATTR, SPECIAL, "&lt;a href='x'&gt;&quot;&amp;&#9;&#13;&#10;&lt;/a&gt;"},
    {FG_MARKUP_LINE, SPECIAL, "<a href='x'>\"&\\u0009\\u000D\\u000A</a>"},
    {FG_MARKUP_LINE, "日本語 \u202Ex\x80\x1B", "日本語 \\u202Ex\\x80\\u001B"},
    {FG_MARKUP_HTML_TEXT, "", ""},
    {FG_MARKUP_HTML_TEXT, "日本語 & é 😀", "日本語 &amp; é 😀"},
    {FG_MARKUP_XML_TEXT, "]]>", "]]&gt;"},
    {FG_MARKUP_HTML_ATTR, "\x1B[31m\x7F", "\\u001B[31m\\u007F"},
    {FG_MARKUP_HTML_TEXT, "a\u202Eb\u200Bc\uFEFF", "a\\u202Eb\\u200Bc\\uFEFF"},
    {FG_MARKUP_XML_TEXT, "\uFFFE\uFFFF\U0001FFFE", "\\uFFFE\\uFFFF\\uD83F\\uDFFE"},
    {FG_MARKUP_XML_ATTR, "\x80 \xC0\x80 \xED\xA0\x80 \xF4\x90\x80\x80 \xE3\x81",
     "\\x80 \\xC0\\x80 \\xED\\xA0\\x80 \\xF4\\x90\\x80\\x80 \\xE3\\x81"},
    {FG_MARKUP_HTML_TEXT, "\xFF<", "\\xFF&lt;"},
};

START_TEST(escapes)
{
    ck_assert_str_eq(show(shown[_i].kind, shown[_i].text), shown[_i].expected);
}
END_TEST

START_TEST(nul_is_kept_by_length)
{
    ck_assert_str_eq(show_bytes(FG_MARKUP_XML_TEXT, "a\0<", 3), "a\\u0000&lt;");
}
END_TEST

/* Whatever the bytes, nothing that could end the place it stands in comes out. */
START_TEST(every_pair_of_bytes)
{
    for (unsigned i = 0; i < 0x10000; i += stride()) {
        const char pair[] = {(char)(i >> 8), (char)i};
        for (int kind = FG_MARKUP_HTML_TEXT; kind <= FG_MARKUP_XML_URL; kind++) {
            const char *out = show_bytes((enum fg_markup)kind, pair, 2);
            ck_assert_ptr_null(strpbrk(out, "<>\x01\x1F\x7F\r"));
            ck_assert(kind == FG_MARKUP_HTML_TEXT || kind == FG_MARKUP_XML_TEXT ||
                      strchr(out, '"') == NULL);
        }
    }
}
END_TEST

static const struct {
    const char *url;
    bool allowed;
} urls[] = {
    {"https://example.org/a?b=c#d", true},
    {"HTTP://example.org", true},
    {"mailto:a@example.org", true},
    {"#ECS.10", true},
    {"?a:b", true},
    {"a/b:c", true},
    {"/a:b", true},
    {"", true},
    {"report.html", true},
    {"javascript:alert(1)", false},
    {"JaVaScRiPt:alert(1)", false},
    {" javascript:alert(1)", false},
    {"java\tscript:alert(1)", false},
    {"java\nscript:alert(1)", false},
    {"\x01javascript:alert(1)", false},
    {"javascript\xC2\xA0:alert(1)", false},
    {"data:text/html,<script>", false},
    {"vbscript:x", false},
    {"file:///etc/passwd", false},
    {"https:evil\tx", false},
    {"httpss://x", false},
    {"//example.org/x", false},
    {"\\\\host\\share", false},
    {"/\\host", false},
    {"/\t/host", false},
    {":", false},
    {"s3://bucket", false},
};

START_TEST(url_schemes)
{
    const char *url = urls[_i].url;
    ck_assert_msg(fg_markup_url_allowed(url, strlen(url)) == urls[_i].allowed, "%s", url);
    ck_assert(urls[_i].allowed || strcmp(show(FG_MARKUP_HTML_URL, url), "#") == 0);
}
END_TEST

START_TEST(urls_are_escaped)
{
    ck_assert_str_eq(show(FG_MARKUP_HTML_URL, "?a=1&b=\"<"), "?a=1&amp;b=&quot;&lt;");
    ck_assert_str_eq(show(FG_MARKUP_XML_URL, "a\u202Eb"), "a\\u202Eb");
    ck_assert(!fg_markup_url_allowed("a\0javascript:", 13));
}
END_TEST

START_TEST(attribute_classes)
{
    static const char *const refused[] = {"onclick", "OnLoad", "style", "STYLE", "srcdoc", "srcset",
                                          "http-equiv", "xmlns"};
    static const char *const url[] = {"href", "HREF", "src", "action", "formaction", "cite",
                                      "poster", "xlink:href", "data", "ping"};
    static const char *const plain[] = {"class", "id", "title", "data-status", "name", "datetime"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        ck_assert_int_eq(fg_attribute_class(refused[i]), FG_ATTRIBUTE_REFUSED);
    for (size_t i = 0; i < sizeof url / sizeof *url; i++)
        ck_assert_int_eq(fg_attribute_class(url[i]), FG_ATTRIBUTE_URL);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        ck_assert_int_eq(fg_attribute_class(plain[i]), FG_ATTRIBUTE_PLAIN);
    ck_assert(fg_markup_is_void("br") && fg_markup_is_void("IMG") && !fg_markup_is_void("p"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("markup");
    TCase *all = tcase_create("markup");
    tcase_set_timeout(all, 60);
    tcase_add_loop_test(all, escapes, 0, sizeof shown / sizeof shown[0]);
    tcase_add_test(all, nul_is_kept_by_length);
    tcase_add_test(all, every_pair_of_bytes);
    tcase_add_loop_test(all, url_schemes, 0, sizeof urls / sizeof urls[0]);
    tcase_add_test(all, urls_are_escaped);
    tcase_add_test(all, attribute_classes);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
