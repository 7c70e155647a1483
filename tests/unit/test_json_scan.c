/* SPDX-License-Identifier: MIT */
/* All kinds of the scanner's loops give the same results; what these must be: test_json_split.c. */
#include "ingest/json_scan.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "json_feed.h"
#include "unit.h"

/* ---- Scanning in pieces ---- */

struct result {
    enum fg_scan_result how;
    enum fg_fault fault;
    uint64_t offset, line;
    enum fg_scan_state state;
    unsigned depth;
};

struct pieces {
    const char *text;
    size_t len, step, read;
    struct fg_scan scan;
    unsigned char *piece; /* exactly as long as it must be: a sanitizer sees what reads beyond it */
};

static void next_piece(struct pieces *in)
{
    struct fg_scan *scan = &in->scan;
    size_t left = (size_t)(scan->end - scan->at), more = in->len - in->read;
    if (more > in->step)
        more = in->step;
    unsigned char *piece = malloc(left + more + FG_SCAN_PADDING);
    ck_assert_ptr_nonnull(piece);
    if (left > 0)
        memcpy(piece, scan->at, left);
    memcpy(piece + left, in->text + in->read, more);
    memset(piece + left + more, 0, FG_SCAN_PADDING);
    free(in->piece);
    in->piece = piece;
    in->read += more;
    scan->at = piece;
    scan->end = piece + left + more;
    scan->last = more == 0;
}

/* One document, or what is wrong with it. */
static enum fg_scan_result document(struct pieces *in)
{
    enum fg_scan_action action;
    enum fg_scan_result how;
    while ((how = fg_scan_look(&in->scan, &action)) == FG_SCAN_MORE)
        next_piece(in);
    if (how == FG_SCAN_FAULT || action == FG_SCAN_DO_STOP)
        return how;
    while ((how = fg_scan_run(&in->scan, 0)) == FG_SCAN_MORE)
        next_piece(in);
    return how;
}

static struct result scan(enum fg_scan_kind kind, const char *text, size_t len, size_t step)
{
    struct pieces in = {.text = text, .len = len, .step = step};
    ck_assert_ptr_nonnull(fg_scan_use(kind));
    fg_scan_init(&in.scan);
    next_piece(&in);
    enum fg_scan_result how = document(&in);
    struct result result = {
        .how = how,
        .fault = in.scan.fault,
        .offset = in.read - (uint64_t)(in.scan.end - in.scan.at),
        .line = in.scan.line,
        .state = in.scan.state,
        .depth = in.scan.depth,
    };
    free(in.piece);
    return result;
}

static void check_result(const struct result *a, const struct result *b, const char *what,
                         const struct fg_buf *text)
{
    ck_assert_msg(a->how == b->how && a->fault == b->fault && a->offset == b->offset &&
                      a->line == b->line && a->depth == b->depth,
                  "%s: %d, fault %d at %ju, line %ju, not %d, fault %d at %ju, line %ju: %.300s",
                  what, (int)b->how, (int)b->fault, (uintmax_t)b->offset, (uintmax_t)b->line,
                  (int)a->how, (int)a->fault, (uintmax_t)a->offset, (uintmax_t)a->line,
                  text->data);
    bool same = a->state == b->state || a->fault != FG_FAULT_END; /* only then it is told */
    ck_assert_msg(same, "%s: state %d, not %d: %.300s", what, b->state, a->state, text->data);
}

/* The portable loops, over the whole text, say what it must be. */
static struct result check_all(const struct fg_buf *text, size_t step)
{
    struct result expected = scan(FG_SCAN_PORTABLE, text->data, text->len, SIZE_MAX);
    for (enum fg_scan_kind kind = 0; kind < FG_SCAN_KINDS; kind++) {
        const char *name = fg_scan_use(kind);
        if (name == NULL)
            continue;
        struct result whole = scan(kind, text->data, text->len, SIZE_MAX);
        struct result cut = scan(kind, text->data, text->len, step);
        check_result(&expected, &whole, name, text);
        check_result(&expected, &cut, name, text);
    }
    return expected;
}

/* ---- Strings: everything that needs attention, at every place in a block ---- */

static const char *const specials[] = {
    /* escapes */
    "", "\\\"", "\\\\", "\\\\\\\"", "\\n", "\\/\\\"", "\\u00e9", "\\u00g9", "\\x", "\\",
    "\\\xE3\x81\x82", "\xE3\x81\\\"",
    /* ends, and what looks like one */
    "\"", "\\\\\"", "\",\"b\\\\\":\"c", "\", \"b\": \"\xE3\x81\x82",
    /* control characters, or nearly */
    "\x01", "\n", "\x1F", "\x7F",
    /* good UTF-8 */
    "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xE3\x81\x82", "\xED\x9F\xBF", "\xEF\xBF\xBF",
    "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF",
    /* bad UTF-8 */
    "\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC3", "\xE0\x9F\xBF", "\xE3", "\xE3\x81",
    "\xE3\x81\xC3\x81", "\xE3\xE3\x81\x82", "\xE3\x81\x82\x82", "\xED\xA0\x80",
    "\xF0\x8F\xBF\xBF", "\xF0\x9F\x98", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF",
};

static const char *const fillers[] = {
    "a", "\xE6\xB1\xBA", "\\\"", "\xC3\xA9", "\xF0\x9F\x98\x80", "\\\\",
};

START_TEST(strings)
{
    enum { PLACES = 80, BEHIND = 70 };
    FG_BUF_AUTO text = FG_BUF_INIT;
    for (size_t filler = 0; filler < LENGTH(fillers); filler++)
        for (size_t place = 0; place < PLACES; place += stride()) {
            fg_buf_clear(&text);
            fg_buf_add_text(&text, "{\"a\":\"");
            add_many(&text, "a", place % 16);
            add_many(&text, fillers[filler], place / 2);
            add_many(&text, "a", place % 3);
            fg_buf_add_text(&text, specials[_i]);
            add_many(&text, fillers[filler], place % 2 ? BEHIND : place % 7);
            fg_buf_add_text(&text, "\"}");
            check_all(&text, 1 + place % 80);
        }
}
END_TEST

/* ---- Whole texts, made up ---- */

static uint64_t random_state = 1;

/* splitmix64 */
static unsigned below(unsigned limit)
{
    uint64_t z = random_state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (unsigned)((z ^ (z >> 31)) % limit);
}

#define PICK(list) ((list)[below(LENGTH(list))])

struct style {
    bool pretty;
    unsigned long_strings; /* one in so many */
    unsigned indent;
};

static void add_string(struct fg_buf *text, const struct style *style)
{
    static const char *const parts[] = {
        "a", "name", "2025-05-30T10:24:32.192Z", "arn:aws:ecs:", "{[:,]}",
        "\\\"", "\\\\", "\\n", "\\u6c7a",
        "\u6c7a\u6e08", "\u306e\u63a5\u7d9a", "\u00e9", "\u0e01", "\ud55c", "\U0001F600",
        " ", "    ",
    };
    fg_buf_add_char(text, '"');
    for (unsigned i = below(below(style->long_strings) == 0 ? 60 : 4); i > 0; i--)
        fg_buf_add_text(text, PICK(parts));
    fg_buf_add_char(text, '"');
}

static void add_line(struct fg_buf *text, const struct style *style, unsigned depth)
{
    if (!style->pretty)
        return;
    fg_buf_add_text(text, below(20) == 0 ? "\r\n" : "\n");
    add_many(text, " ", depth * style->indent);
}

static void add_value(struct fg_buf *text, const struct style *style, unsigned depth)
{
    static const char *const bare[] = {"true", "false", "null", "0",    "-0",
                                       "12",   "1746748972921", "-1.5e+10", "0.25", "2E5"};
    unsigned kind = below(depth < 5 ? 8 : 4);
    if (kind < 2)
        fg_buf_add_text(text, PICK(bare));
    if (kind == 2 || kind == 3)
        add_string(text, style);
    if (kind < 4)
        return;
    bool object = kind < 6;
    fg_buf_add_char(text, object ? '{' : '[');
    unsigned members = below(6);
    for (unsigned i = 0; i < members; i++) {
        if (i > 0)
            fg_buf_add_char(text, ',');
        add_line(text, style, depth + 1);
        if (object) {
            add_string(text, style);
            fg_buf_add_text(text, style->pretty ? ": " : ":");
        }
        add_value(text, style, depth + 1);
    }
    if (members > 0)
        add_line(text, style, depth);
    fg_buf_add_char(text, object ? '}' : ']');
}

static void make_up(struct fg_buf *text)
{
    struct style style = {below(2), 1 + below(20), 1 + below(8)};
    fg_buf_clear(text);
    add_many(text, "\n", below(3));
    fg_buf_add_char(text, '[');
    for (unsigned i = below(4); i > 0; i--) {
        add_value(text, &style, 1);
        fg_buf_add_char(text, ',');
    }
    add_value(text, &style, 1);
    fg_buf_add_text(text, "]\n");
    ck_assert(!text->failed);
}

/* Change one byte, take one out, or cut the text short. */
static void damage(struct fg_buf *text)
{
    static const char bytes[] = "{}[]:,\"\\/0123456789.eE+-truefalsn \n\t\r\x01\x7F"
                                "\x80\xBF\xC3\xE3\xE0\xED\xF0";
    size_t at = below((unsigned)text->len);
    switch (below(4)) {
    case 0:
        memmove(text->data + at, text->data + at + 1, text->len - at);
        text->len--;
        break;
    case 1:
        text->len = at;
        text->data[at] = '\0';
        break;
    default:
        text->data[at] = bytes[below(sizeof bytes)]; /* the NUL, too */
    }
}

START_TEST(texts)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    unsigned refused = 0, count = tries(1500);
    for (unsigned i = 0; i < count; i++) {
        make_up(&text);
        ck_assert_int_eq(check_all(&text, 1 + i % 80).how, FG_SCAN_DONE);
        damage(&text);
        refused += check_all(&text, 1 + i % 80).how == FG_SCAN_FAULT;
    }
    ck_assert_uint_gt(refused, count / 2); /* or this proves nothing */
}
END_TEST

/* Every length of a run, which may end a vector, a block and a piece. */
START_TEST(runs)
{
    static const char *const around[][3] = {
        {"[", " ", "1]"}, {"[\n", " ", "\n1]"}, {"{\"a\": [\n  1,\n", " ", "2]}"},
        {"[1", "0", "]"}, {"[1", "0", ".5]"},   {"[", "[", "x"},
        {"[", "\n", "]"}, {"[", "1,", "]"},     {"[\"", "a", "\n\"]"},
    };
    enum { LONGEST = 200 };
    FG_BUF_AUTO text = FG_BUF_INIT;
    for (size_t len = 0; len < LONGEST; len += stride())
        for (size_t i = 0; i < LENGTH(around); i++) {
            fg_buf_clear(&text);
            fg_buf_add_text(&text, around[i][0]);
            add_many(&text, around[i][1], len);
            fg_buf_add_text(&text, around[i][2]);
            check_all(&text, 1 + len % 80);
        }
}
END_TEST

START_TEST(one_kind_is_always_there)
{
    ck_assert_str_eq(fg_scan_use(FG_SCAN_PORTABLE), "portable");
    ck_assert_ptr_null(fg_scan_use(FG_SCAN_KINDS));
}
END_TEST

/* Else the others would be compared with nothing. */
START_TEST(what_the_processor_has_is_there)
{
#ifdef __x86_64__
    ck_assert_ptr_nonnull(fg_scan_use(FG_SCAN_SSE2));
    ck_assert_int_eq(fg_scan_use(FG_SCAN_AVX2) != NULL, __builtin_cpu_supports("avx2") != 0);
#endif
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("json_scan");
    TCase *same = tcase_create("same");
    tcase_add_test(same, one_kind_is_always_there);
    tcase_add_test(same, what_the_processor_has_is_there);
    tcase_add_loop_test(same, strings, 0, LENGTH(specials));
    tcase_add_test(same, runs);
    tcase_add_test(same, texts);
    suite_add_tcase(suite, same);
    return suite;
}

int main(void)
{
    return fg_run_suite(suite());
}
