/* SPDX-License-Identifier: MIT */
#include <sys/resource.h>

#include "template_fixture.h"
#include "unit.h"

static struct fixture fixture;

static void start(void)
{
    fixture_start(&fixture);
    fixture_query(&fixture, "one",
                  "-- one row of everything\n"
                  "select 1234 as n, 'x' as name, null as none, '' as empty, 0 as zero, '0' as zero_text,\n"
                  "       0.0 as real_zero, '<&\"' as special, 'javascript:alert(1)' as bad_url,\n"
                  "       'https://example.org/?a&b' as url, '2026-10-01T09:00:00.000Z' as at,\n"
                  "       'a' || char(0x202e) || char(1) || 'b' as hidden,\n"
                  "       '{n|number} <{special}> {none}{{n}' as pattern;\n");
    fixture_query(&fixture, "three", "values (1), (2), (3) -- and nothing else\n;");
    fixture_query(&fixture, "letters",
                  "with l(v) as (values ('a'), ('b')) select v as letter from l order by v");
    fixture_query(&fixture, "none", "select 1 as n where 0");
    fixture_query(&fixture, "below",
                  "with recursive c(i) as (select 1 union all select i + 1 from c where i < :i)"
                  " select i, typeof(:i) as kind from c where :i > 1 and i < :i order by i");
    fixture_query(&fixture, "numbers",
                  "with recursive c(i) as (select 1 union all select i + 1 from c where i < 3)"
                  " select i from c order by i");
}

static void stop(void)
{
    fixture_stop(&fixture);
}

static void expect_html(const char *inner, const char *expected)
{
    ck_assert_str_eq(fixture_html(&fixture, inner), expected);
}

/* `inner` inside a block that repeats query one, whose columns are above. */
static void expect_one(const char *inner, const char *expected)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    fg_buf_printf(&text, "<fg:block fg:each='one'>%s</fg:block>", inner);
    expect_html(text.data, expected);
}

static const struct {
    const char *inner, *expected;
} language[] = {
    /* content */
    {"<p fg:text='n'>mock-up <b>x</b></p>", "<p>1234</p>"},
    {"<p fg:text='none'>mock-up</p>", "<p></p>"},
    {"<p fg:text='special'/>", "<p>&lt;&amp;\"</p>"},
    {"<p fg:text='hidden'/>", "<p>a\\u202E\\u0001b</p>"},
    {"<p fg:text='n|number'/>", "<p>1,234</p>"},
    {"<p fg:text='at|time|lower|id'/>", "<p>2026-10-01_2009_3A00_3A00_20utc</p>"},
    {"<p fg:text='none|token|hcl'/>", "<p></p>"},
    {"<p fg:text='empty|token'/>", "<p>-</p>"},
    {"<p fg:text='lang'/><p fg:text='nothing'/>", "<p>en</p><p></p>"},
    {"<p fg:text='name'/>", "<p>x</p>"}, /* the row's, not the parameter */
    {"<p fg:t='plain'>mock-up</p>", "<p>A &amp; B</p>"},
    {"<p fg:t='count'/>", "<p>1,234 of &lt;x&gt; {x}</p>"},
    {"<p fg:fill='pattern'/>", "<p>1,234 &lt;&lt;&amp;\"&gt; {n}</p>"},
    {"<p fg:fill='none'/>", "<p></p>"},
    {"a<fg:block fg:text='n'/>b", "a1234b"},
    /* attributes */
    {"<p id='mock' class='c' fg:attr-id='name'/>", "<p class=\"c\" id=\"x\"></p>"},
    {"<p id='mock' fg:attr-id='none'/>", "<p></p>"},
    {"<p fg:attr-id='empty'/>", "<p id=\"\"></p>"},
    {"<p fg:attr-title='special'/>", "<p title=\"&lt;&amp;&quot;\"></p>"},
    {"<p fg:attr-title='hidden'/>", "<p title=\"a\\u202E\\u0001b\"></p>"},
    {"<p title='mock' fg:t-title='count'/>", "<p title=\"1,234 of &lt;x&gt; {x}\"></p>"},
    {"<a fg:attr-href='bad_url'/>", "<a href=\"#\"></a>"},
    {"<a HREF='x' fg:attr-href='url'/>", "<a href=\"https://example.org/?a&amp;b\"></a>"},
    {"<form fg:attr-action='bad_url'/>", "<form action=\"#\"></form>"},
    {"<a fg:t-href='link'/>", "<a href=\"https://example.org/?a=1&amp;b\"></a>"},
    {"<a fg:t-href='bad_link'/>", "<a href=\"#\"></a>"},
    {"<a href='javascript:void(0)' onclick='x()'/>",
     "<a href=\"javascript:void(0)\" onclick=\"x()\"></a>"}, /* the author's own text */
    {"<meta name='a' fg:attr-content='special'/>", "<meta name=\"a\" content=\"&lt;&amp;&quot;\">"},
    /* conditions */
    {"<p fg:if='n'/>", "<p></p>"},
    {"<p fg:if='none'/><p fg:if='empty'/><p fg:if='zero'/><p fg:if='zero_text'/>", ""},
    {"<p fg:if='real_zero'/>", ""},
    {"<p fg:unless='n'/>", ""},
    {"<p fg:unless='none'/><p fg:unless='zero_text'/>", "<p></p><p></p>"},
    {"<p fg:if='n' fg:unless='none' fg:empty='none' fg:text='n'/>", "<p>1234</p>"},
    {"<p fg:if='n' fg:unless='n' fg:text='n'/>", ""},
    {"<p fg:empty='three'/><b fg:empty='none'/>", "<b></b>"},
    {"<fg:block fg:if='none'>a</fg:block><fg:block fg:if='n'>b</fg:block>", "b"},
    /* repetition */
    {"<p fg:each='letters' fg:text='letter'/>", "<p>a</p><p>b</p>"},
    {"<p fg:each='none' fg:text='n'/>", ""},
    {"<p fg:each='letters' fg:if='none'/>", ""},
    {"<p fg:each='numbers'><b fg:each='below' fg:text='i'/></p>",
     "<p></p><p><b>1</b></p><p><b>1</b><b>2</b></p>"},
    {"<p fg:each='numbers'><fg:block fg:text='i'/><b fg:each='below' fg:text='kind'/></p>",
     "<p>1</p><p>2<b>integer</b></p><p>3<b>integer</b><b>integer</b></p>"},
    {"<p fg:each='numbers'><b fg:each='numbers'><i fg:each='below' fg:text='i'/></b></p>",
     "<p><b></b><b><i>1</i></b><b><i>1</i><i>2</i></b></p>"
     "<p><b></b><b><i>1</i></b><b><i>1</i><i>2</i></b></p>"
     "<p><b></b><b><i>1</i></b><b><i>1</i><i>2</i></b></p>"},
    {"<p fg:each='numbers'><b fg:empty='below' fg:text='i'/></p>", "<p><b>1</b></p><p></p><p></p>"},
    /* white space */
    {"<p>\n   \n</p>", "<p>\n</p>"},
    {"<p>\n  <!-- dropped -->\n  <b/>\n</p>", "<p>\n<b></b>\n</p>"},
    {"<p>a <b/> <i/>\n  b</p>", "<p>a <b></b> <i></i>\n  b</p>"},
    {"<p>\n  <b fg:each='letters'/>\n</p>", "<p>\n<b></b>\n<b></b>\n</p>"},
    {"<p>\n  <b fg:if='none'/>\n</p>", "<p>\n</p>"},
    {"<p>\n <fg:block fg:each='letters'>\n  <b/>\n </fg:block>\n</p>", "<p>\n<b></b>\n<b></b>\n</p>"},
    {"<pre>\n a\n</pre>", "<pre>\n\n a\n</pre>"}, /* HTML drops one line feed */
    {"<pre>a\n  <b> \n </b></pre>", "<pre>\na\n  <b> \n </b></pre>"},
    {"<textarea fg:text='n'/>", "<textarea>\n1234</textarea>"},
    {"<pre/>", "<pre></pre>"},
    /* how HTML is written */
    {"<br/><div/><img alt=''/>", "<br><div></div><img alt=\"\">"},
    {"<p>&lt;&amp;&gt;&quot;&#233;</p>", "<p>&lt;&amp;&gt;\"é</p>"},
    {"<p title=\"a'&quot;&lt;\"/>", "<p title=\"a'&quot;&lt;\"></p>"},
    {"<p><![CDATA[<b>]]></p>", "<p>&lt;b&gt;</p>"},
    {"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
     "<path d='M0'/><a xlink:href='#x'/></svg>",
     "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
     "<path d=\"M0\"></path><a xlink:href=\"#x\"></a></svg>"},
    {"<script>a &lt; b &amp;&amp; <![CDATA[c > d]]></script>", "<script>a < b && c > d</script>"},
    {"<style fg:if='n'>a{}</style><style fg:if='none'>b{}</style>", "<style>a{}</style>"},
};

START_TEST(html)
{
    expect_one(language[_i].inner, language[_i].expected);
}
END_TEST

START_TEST(whole_html_document)
{
    const char *text = fixture_render(
        &fixture, "<?xml version='1.0'?>\n<!DOCTYPE html>\n<!-- about -->\n"
                  "<html " XMLNS " fg:mode='html' lang='x' fg:attr-lang='lang'>\n"
                  "  <head>\n    <title fg:t='plain'>Mock</title>\n  </head>\n"
                  "  <body>\n    <p>Hi</p>\n  </body>\n</html>\n<!-- end -->\n");
    ck_assert_str_eq(text, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<title>A &amp; B</title>\n"
                           "</head>\n<body>\n<p>Hi</p>\n</body>\n</html>\n");
}
END_TEST

static const struct {
    const char *inner, *expected;
} xml[] = {
    {"<a/><b></b><c> </c><d><!-- x --></d>", "<a/><b/><c> </c><d/>"},
    {"<br>x</br><script>a &lt; b</script>", "<br>x</br><script>a &lt; b</script>"},
    {"<a fg:each='one' fg:attr-t='special' fg:text='special'/>",
     "<a t=\"&lt;&amp;&quot;\">&lt;&amp;\"</a>"},
    {"<a b='1&#10;2&#9;3'/>", "<a b=\"1&#10;2&#9;3\"/>"},
    {"<x:a xmlns:x='urn:x' x:b='1'><x:c/></x:a>", "<x:a xmlns:x=\"urn:x\" x:b=\"1\"><x:c/></x:a>"},
    {"<a xmlns='urn:y'><b fg:text='lang'/></a>", "<a xmlns=\"urn:y\"><b>en</b></a>"},
    {"<a fg:each='letters'>\n<b fg:if='nothing'/>\n</a>", "<a>\n</a><a>\n</a>"},
    {"<pre>\n <a/></pre>", "<pre>\n<a/></pre>"},
};

START_TEST(xml_mode)
{
    ck_assert_str_eq(fixture_xml(&fixture, xml[_i].inner), xml[_i].expected);
}
END_TEST

/* A value's line ends and forbidden characters reach an XML parser as they are. */
START_TEST(xml_values)
{
    fixture_query(&fixture, "odd", "select 'a' || char(13, 10, 9, 0, 11, 65534) || 'b' as v");
    ck_assert_str_eq(fixture_xml(&fixture, "<a fg:each='odd' fg:attr-v='v' fg:text='v'/>"),
                     "<a v=\"a&#13;&#10;&#9;\\u0000\\u000B\\uFFFEb\">a&#13;\n\t\\u0000\\u000B\\uFFFEb</a>");
}
END_TEST

START_TEST(broken_utf8_and_blobs)
{
    fixture_query(&fixture, "odd", "select cast(x'61ff3c' as text) as t, x'62fe' as b, x'' as e");
    expect_html("<p fg:each='odd' fg:attr-id='b' fg:attr-title='e' fg:text='t'/>",
                "<p id=\"b\\xFE\" title=\"\">a\\xFF&lt;</p>");
}
END_TEST

START_TEST(inclusion)
{
    fixture_file(&fixture, "templates/part.xhtml",
                 "<!DOCTYPE html>\n<!-- a part -->\n<li " XMLNS " fg:mode='html' fg:each='letters'>"
                 "<b fg:text='letter'/><i fg:text='n'/></li>");
    expect_one("<ul fg:include='templates/part.xhtml'><li>mock</li></ul>"
               "<fg:block fg:include='templates/part.xhtml'/>",
               "<ul><li><b>a</b><i>1234</i></li><li><b>b</b><i>1234</i></li></ul>"
               "<li><b>a</b><i>1234</i></li><li><b>b</b><i>1234</i></li>");
}
END_TEST

#define POLICY "<meta http-equiv='Content-Security-Policy' content='mock' fg:csp=''/>"

/* The hashes are those of `openssl dgst -sha256 -binary | base64`. */
START_TEST(policy)
{
    expect_html(POLICY "<style>a{}</style><script>f()</script><style>a{}</style><style>b{}</style>",
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                "style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=' "
                "'sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans='; "
                "script-src 'sha256-GcEEE0IkDzIP5EQ6DXZaDPORqT5RTBELX8Fyzyg9yvo='; img-src data:; "
                "base-uri 'none'; form-action 'none'\">"
                "<style>a{}</style><script>f()</script><style>a{}</style><style>b{}</style>");
    fixture_file(&fixture, "templates/part.xhtml", "<style " XMLNS ">a{}</style>");
    ck_assert_ptr_nonnull(strstr(
        fixture_html(&fixture, POLICY "<fg:block fg:include='templates/part.xhtml'/>"),
        "style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='; script-src 'none';"));
    ck_assert_ptr_nonnull(strstr(fixture_html(&fixture, POLICY), "style-src 'none'; script-src 'none'"));
}
END_TEST

#define CSV "<fg:csv xmlns:fg='urn:fargauge:template:1' fg:query='%s'>\n%s</fg:csv>\n"

static const char *render_csv(const char *query, const char *columns)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    fg_buf_printf(&text, CSV, query, columns);
    return fixture_render(&fixture, text.data);
}

START_TEST(csv)
{
    fixture_query(&fixture, "cells",
                  "select '=1' as a, null as b, 'x,\"y\"' as c, '' as d union all "
                  "select '''', 'line' || char(10) || 'feed', char(8238), 7");
    ck_assert_str_eq(render_csv("cells", "<!-- x --><fg:column name='a'/>\n<fg:column name='b'/>"
                                         "<fg:column name='c d' fg:text='c'/>"
                                         "<fg:column name='d' fg:text='d|token'/>\n"),
                     "a,b,c d,d\r\n"
                     "'=1,,\"x,\"\"y\"\"\",'-\r\n"
                     "'',\"line\nfeed\",\\u202E,7\r\n");
    ck_assert_str_eq(render_csv("none", "<fg:column name='n'/>"), "n\r\n");
}
END_TEST

/* Errors of rendering */

static const struct {
    const char *inner;
    const char *message; /* the start of it */
} wrong[] = {
    {"<p/>\n<p fg:text='nope'/>", "template: templates/t.xhtml:2:4: no column or parameter \"nope\""},
    {"<p fg:each='one'/><p fg:text='n'/>", "template: templates/t.xhtml:1:74: no column or parameter \"n\""},
    {"<p fg:each='one' fg:attr-id='nope'/>", "template: templates/t.xhtml:1:70: no column"},
    {"<p fg:if='nope'/>", "template: templates/t.xhtml:1:56: no column"},
    {"<p fg:t='count'/>", "template: templates/t.xhtml:1:56: no column or parameter \"n\""},
    {"<p fg:each='below'/>", "template: templates/t.xhtml:1:56: query below: no value for the parameter \":i\""},
    {"<p fg:each='one'><b fg:empty='below'/></p>",
     "template: templates/t.xhtml:1:73: query below: no value for the parameter \":i\""},
    {"<p fg:each='bad_fill' fg:fill='a'/>",
     "template: templates/t.xhtml:1:75: no column or parameter \"nope\""},
    {"<p fg:each='bad_fill' fg:fill='b'/>", "template: templates/t.xhtml:1:75: the text in column \"b\""},
    {"<p fg:each='bad_fill' fg:fill='c'/>", "template: templates/t.xhtml:1:75: the text in column \"c\""},
    {"<p fg:each='typo'/>", "query: typo: near \"selec\""},
    {"<p fg:each='two'/>", "query: two: holds more than one statement"},
    {"<p fg:each='comment'/>", "query: comment: holds no statement"},
    {"<p fg:each='twins'/>", "template: templates/t.xhtml:1:56: query twins: two columns are called \"a\""},
    {"<p fg:each='question'/>", "template: templates/t.xhtml:1:56: query question: a parameter that is not :name"},
    {"<p fg:each='at'/>", "template: templates/t.xhtml:1:56: query at: a parameter that is not :name"},
    {"<p fg:each='write'/>", "query: write: not authorized"},
    {"<p fg:each='create'/>", "query: create: not authorized"},
    {"<p fg:each='attach'/>", "query: attach: not authorized"},
    {"<p fg:each='pragma'/>", "query: pragma: not authorized"},
    {"<p fg:each='pragma_table'/>", "query: pragma_table: access to pragma_user_version"},
    {"<p fg:each='begin'/>", "query: begin: not authorized"},
    {"<p fg:each='vacuum'/>", "query: vacuum: is not a SELECT"},
    {"<p fg:each='load'/>", "query: load: not authorized to use function: load_extension"},
    {"<p fg:each='random'/>", "query: random: not authorized to use function: random"},
    {"<p fg:each='view'/>", "query: view: not authorized to use function: random"},
    {"<p fg:each='overflow'/>", "query: overflow: integer overflow"},
};

START_TEST(errors)
{
    static const char *const queries[][2] = {
        {"bad_fill", "select '{nope}' as a, '{n' as b, '{lang|nope}' as c"},
        {"typo", "selec 1"},
        {"two", "select 1; select 2"},
        {"comment", "-- nothing\n"},
        {"twins", "select 1 as a, 2 as a"},
        {"question", "select ?"},
        {"at", "select @lang"},
        {"write", "insert into t values (1) returning a"},
        {"create", "create table u (a)"},
        {"attach", "attach '/tmp/x' as x"},
        {"pragma", "pragma user_version"},
        {"pragma_table", "select * from pragma_user_version"},
        {"begin", "begin"},
        {"vacuum", "vacuum"},
        {"load", "select load_extension('x')"},
        {"random", "select random() as a"},
        {"view", "select * from v"},
        {"overflow", "select abs(-9223372036854775807 - 1) as a"},
    };
    for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++)
        fixture_query(&fixture, queries[i][0], queries[i][1]);
    ck_assert_int_eq(sqlite3_exec(fixture.db, "create table t (a); create view v as select random() a",
                                  NULL, NULL, NULL), SQLITE_OK);
    FG_BUF_AUTO text = FG_BUF_INIT;
    fg_buf_printf(&text, "<r xmlns:fg='urn:fargauge:template:1' fg:mode='xml'>%s</r>", wrong[_i].inner);
    ck_assert_int_eq(fixture_try(&fixture, text.data), -1);
    const char *message = fixture.err.message, *expected = wrong[_i].message;
    ck_assert_msg(strncmp(message, expected, strlen(expected)) == 0, "%s", message);
    ck_assert_int_eq(fixture.err.code, FG_INTERNAL);
    ck_assert_str_ne(fixture.err.hint, "");
    bool early = strstr(wrong[_i].inner, "bad_fill") == NULL && strstr(expected, "overflow") == NULL;
    ck_assert_msg(!early || fixture.text.len == 0, "wrote before it was sure");
}
END_TEST

/* XML has one first element, which a query of one row may make. */
START_TEST(first_element)
{
    static const struct {
        const char *directives, *why; /* NULL: it is well-formed */
    } samples[] = {
        {"fg:each='one'", NULL},
        {"fg:if='name'", NULL},
        {"fg:each='letters'", "repeated"},
        {"fg:if='nothing'", "missing"},
        {"fg:unless='name'", "missing"},
        {"fg:empty='letters'", "missing"},
    };
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        FG_BUF_AUTO text = FG_BUF_INIT;
        fg_buf_printf(&text, "<r xmlns:fg='urn:fargauge:template:1' fg:mode='xml' %s><a/></r>", samples[i].directives);
        int status = fixture_try(&fixture, text.data);
        ck_assert_int_eq(status, samples[i].why == NULL ? 0 : -1);
        if (samples[i].why != NULL) {
            ck_assert_ptr_nonnull(strstr(fixture.err.message, samples[i].why));
            ck_assert_str_ne(fixture.err.hint, "");
        }
    }
}
END_TEST

START_TEST(authorizer_is_gone_afterwards)
{
    expect_html("<p fg:each='one'/>", "<p></p>");
    ck_assert_int_eq(sqlite3_exec(fixture.db, "create table t (a); select random()", NULL, NULL, NULL),
                     SQLITE_OK);
}
END_TEST

START_TEST(harmless_sql)
{
    fixture_query(&fixture, "rich",
                  "with recursive c(i) as (select 1 union all select i + 1 from c where i < 5)\n"
                  "select group_concat(i, ' ') over (order by i) as a, row_number() over () as r,\n"
                  "       json_extract(j.value, '$.x') as x, strftime('%Y', '2026-01-01') as y,\n"
                  "       printf('%05d', i) as p\n"
                  "  from c, json_each('[{\"x\": 1}]') as j\n"
                  " where i in (select max(i) from c) or c.i glob '5'");
    expect_html("<p fg:each='rich'><fg:block fg:text='a'/> <fg:block fg:text='p'/></p>",
                "<p>5 00005</p>");
}
END_TEST

START_TEST(a_template_renders_twice)
{
    const char *text = "<r xmlns:fg='urn:fargauge:template:1' fg:mode='xml' fg:each='one' fg:text='n'/>";
    fixture_file(&fixture, "templates/t.xhtml", text);
    struct fg_template *template = fixture_compile(&fixture, "templates/t.xhtml");
    struct fg_output *output = fg_output_open_memory(&fixture.text);
    for (int i = 0; i < 2; i++)
        ck_assert_int_eq(fg_template_render(template, fixture.db, fixture.resources, NULL, 0, output,
                                            &fixture.err), 0);
    ck_assert_uint_eq(fixture.text.len % 2, 0);
    size_t half = fixture.text.len / 2;
    ck_assert_int_eq(memcmp(fixture.text.data, fixture.text.data + half, half), 0);
    fg_output_close(output);
    fg_template_free(template);
}
END_TEST

START_TEST(query_lost_since_compilation)
{
    fixture_file(&fixture, "templates/t.xhtml",
                 "<r xmlns:fg='urn:fargauge:template:1' fg:mode='xml' fg:each='one'/>");
    struct fg_template *template = fixture_compile(&fixture, "templates/t.xhtml");
    struct fg_output *output = fg_output_open_memory(&fixture.text);
    struct fg_resources *others;
    ck_assert_int_eq(fg_resources_open(NULL, &others, NULL), 0);
    ck_assert_int_eq(fg_template_render(template, fixture.db, others, NULL, 0, output, &fixture.err), -1);
    ck_assert_int_eq(fg_template_render(template, fixture.db, others, NULL, 0, output, NULL), -1);
    fg_resources_close(others);
    fg_output_close(output);
    fg_template_free(template);
}
END_TEST

static long peak_kilobytes(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

static void render_rows(struct fg_template *template, const char *rows)
{
    const struct fg_param params[] = {{"rows", rows}};
    char path[128];
    struct fg_output *output;
    snprintf(path, sizeof path, "%s/rows.html", fixture.dir);
    ck_assert_int_eq(fg_output_open(path, &output, &fixture.err), 0);
    ck_assert_int_eq(fg_template_render(template, fixture.db, fixture.resources, params, 1, output,
                                        &fixture.err), 0);
    fg_output_close(output);
}

/* AddressSanitizer keeps what was freed for a while; valgrind keeps a record of what it sees. */
static long growth_kilobytes(void)
{
#ifdef __SANITIZE_ADDRESS__
    bool watched = true;
#else
    bool watched = under_valgrind();
#endif
    return watched ? 256 * 1024 : 1024;
}

/* A hundred times the rows need the same memory. */
START_TEST(memory_is_flat)
{
    fixture_query(&fixture, "rows",
                  "with recursive c(i) as (select 1 union all select i + 1 from c where i < :rows + 0)"
                  " select i, 'name <' || i as name, null as none from c");
    fixture_file(&fixture, "templates/t.xhtml",
                 "<html " XMLNS " fg:mode='html'><table><tr fg:each='rows' fg:attr-id='name|id'>"
                 "<td fg:text='i|number'/><td fg:text='name'/><td fg:text='none'/></tr></table></html>");
    struct fg_template *template = fixture_compile(&fixture, "templates/t.xhtml");
    ck_assert_ptr_nonnull(template);
    render_rows(template, "1000");
    long before = peak_kilobytes();
    render_rows(template, "100000");
    long grown = peak_kilobytes() - before;
    ck_assert_msg(grown < growth_kilobytes(), "%ld KiB more", grown);
    fg_template_free(template);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("template_render");
    TCase *all = tcase_create("template_render");
    tcase_set_timeout(all, 60);
    tcase_add_checked_fixture(all, start, stop);
    tcase_add_loop_test(all, html, 0, sizeof language / sizeof language[0]);
    tcase_add_test(all, whole_html_document);
    tcase_add_loop_test(all, xml_mode, 0, sizeof xml / sizeof xml[0]);
    tcase_add_test(all, xml_values);
    tcase_add_test(all, broken_utf8_and_blobs);
    tcase_add_test(all, inclusion);
    tcase_add_test(all, policy);
    tcase_add_test(all, csv);
    tcase_add_loop_test(all, errors, 0, sizeof wrong / sizeof wrong[0]);
    tcase_add_test(all, first_element);
    tcase_add_test(all, authorizer_is_gone_afterwards);
    tcase_add_test(all, harmless_sql);
    tcase_add_test(all, a_template_renders_twice);
    tcase_add_test(all, query_lost_since_compilation);
    tcase_add_test(all, memory_is_flat);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
