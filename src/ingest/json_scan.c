/* SPDX-License-Identifier: MIT */
#include "ingest/json_scan.h"

#include <stddef.h>

#include "ingest/json_run.h"
#include "ingest/json_swar.h"

/* ---- The structure, as a table: what a byte means in a state ---- */

enum { OTHER, NUL, SPACE, QUOTE, NUMBER, WORD, OPEN_OBJECT, OPEN_ARRAY, CLOSE_OBJECT, CLOSE_ARRAY,
       COMMA, COLON };

const unsigned char fg_scan_classes[256] = {
    ['\0'] = NUL,
    [' '] = SPACE,         ['\t'] = SPACE,       ['\n'] = SPACE,        ['\r'] = SPACE,
    ['"'] = QUOTE,         ['t'] = WORD,         ['f'] = WORD,          ['n'] = WORD,
    ['-'] = NUMBER,        ['0'] = NUMBER,       ['1'] = NUMBER,        ['2'] = NUMBER,
    ['3'] = NUMBER,        ['4'] = NUMBER,       ['5'] = NUMBER,        ['6'] = NUMBER,
    ['7'] = NUMBER,        ['8'] = NUMBER,       ['9'] = NUMBER,
    ['{'] = OPEN_OBJECT,   ['['] = OPEN_ARRAY,   ['}'] = CLOSE_OBJECT,  [']'] = CLOSE_ARRAY,
    [','] = COMMA,         [':'] = COLON,
};

#define DO(name) FG_SCAN_DO_##name
#define BAD(name) (FG_SCAN_DO_FAULT + FG_FAULT_##name)

/* A state where a value may start; the two closing brackets are what states differ in. */
#define VALUE_ROW(bad, on_brace, on_bracket)                                                       \
    {bad, DO(STOP), DO(SPACE), DO(STRING), DO(NUMBER), DO(WORD), DO(OBJECT), DO(ARRAY),            \
     on_brace, on_bracket, bad, bad}
/* A state where only punctuation or a name may stand. */
#define MARK_ROW(bad, on_quote, on_brace, on_bracket, on_comma, on_colon)                          \
    {bad, DO(STOP), DO(SPACE), on_quote, bad, bad, bad, bad, on_brace, on_bracket, on_comma,       \
     on_colon}
/* A state inside a token: whatever comes, the token goes on. */
#define TOKEN_ROW(go_on)                                                                           \
    {go_on, go_on, go_on, go_on, go_on, go_on, go_on, go_on, go_on, go_on, go_on, go_on}

const unsigned char fg_scan_grammar[FG_SCAN_STATES][FG_SCAN_CLASSES] = {
    [FG_SCAN_FIRST_DOCUMENT] = VALUE_ROW(BAD(NOT_JSON), BAD(NOT_JSON), BAD(NOT_JSON)),
    [FG_SCAN_DOCUMENT] = VALUE_ROW(BAD(AFTER_DOCUMENT), BAD(AFTER_DOCUMENT), BAD(AFTER_DOCUMENT)),
    [FG_SCAN_VALUE] = VALUE_ROW(BAD(VALUE), BAD(VALUE), BAD(VALUE)),
    [FG_SCAN_FIRST_ELEMENT] = VALUE_ROW(BAD(VALUE), BAD(VALUE), DO(CLOSE)),
    [FG_SCAN_ELEMENT] = VALUE_ROW(BAD(VALUE), BAD(VALUE), BAD(TRAILING_COMMA)),
    [FG_SCAN_FIRST_KEY] =
        MARK_ROW(BAD(KEY), DO(KEY), DO(CLOSE), BAD(KEY), BAD(KEY), BAD(KEY)),
    [FG_SCAN_KEY] =
        MARK_ROW(BAD(KEY), DO(KEY), BAD(TRAILING_COMMA), BAD(KEY), BAD(KEY), BAD(KEY)),
    [FG_SCAN_COLON] =
        MARK_ROW(BAD(COLON), BAD(COLON), BAD(COLON), BAD(COLON), BAD(COLON), DO(COLON)),
    [FG_SCAN_NEXT_MEMBER] =
        MARK_ROW(BAD(NEXT_MEMBER), BAD(NEXT_MEMBER), DO(CLOSE), BAD(NEXT_MEMBER),
                 DO(COMMA_MEMBER), BAD(NEXT_MEMBER)),
    [FG_SCAN_NEXT_ELEMENT] =
        MARK_ROW(BAD(NEXT_ELEMENT), BAD(NEXT_ELEMENT), BAD(NEXT_ELEMENT), DO(CLOSE),
                 DO(COMMA_ELEMENT), BAD(NEXT_ELEMENT)),
    [FG_SCAN_IN_KEY] = TOKEN_ROW(DO(REST_OF_STRING)),
    [FG_SCAN_IN_STRING] = TOKEN_ROW(DO(REST_OF_STRING)),
    [FG_SCAN_IN_NUMBER] = TOKEN_ROW(DO(REST_OF_NUMBER)),
};

/* ---- Which loops run ---- */

/* The fastest last. */
static const struct fg_scan_loops *const all_loops[] = {
    [FG_SCAN_PORTABLE] = &fg_scan_portable,
#ifdef FG_SCAN_X86
    [FG_SCAN_SSE2] = &fg_scan_sse2,
    [FG_SCAN_AVX2] = &fg_scan_avx2,
#endif
};

static const struct fg_scan_loops *chosen; /* NULL: the fastest this machine has */

static const struct fg_scan_loops *find(enum fg_scan_kind kind)
{
    if (kind >= sizeof all_loops / sizeof all_loops[0])
        return NULL;
    return all_loops[kind]->works() ? all_loops[kind] : NULL;
}

static const struct fg_scan_loops *fastest(void)
{
    const struct fg_scan_loops *loops = NULL;
    for (unsigned kind = FG_SCAN_KINDS; loops == NULL; kind--)
        loops = find(kind - 1);
    return loops;
}

const char *fg_scan_use(enum fg_scan_kind kind)
{
    const struct fg_scan_loops *loops = find(kind);
    if (loops == NULL)
        return NULL;
    chosen = loops;
    return loops->name;
}

void fg_scan_init(struct fg_scan *scan)
{
    *scan = (struct fg_scan){
        .line = 1, .state = FG_SCAN_FIRST_DOCUMENT, .max_depth = FG_JSON_MAX_DEPTH};
    scan->after[0] = FG_SCAN_DOCUMENT;
    scan->loops = chosen != NULL ? chosen : fastest();
}

enum fg_scan_result fg_scan_run(struct fg_scan *scan, unsigned floor)
{
    return scan->loops->run(scan, floor);
}

enum fg_scan_result fg_scan_string(struct fg_scan *scan)
{
    return scan->loops->string(scan);
}

/* ---- Steps ---- */

enum fg_scan_result fg_scan_fail(struct fg_scan *scan, enum fg_fault fault)
{
    scan->fault = scan->at == scan->end ? FG_FAULT_END : fault;
    return FG_SCAN_FAULT;
}

enum fg_scan_result fg_scan_stop(struct fg_scan *scan, enum fg_scan_action action)
{
    if (action != FG_SCAN_DO_STOP)
        return fg_scan_fail(scan, action - FG_SCAN_DO_FAULT);
    if (scan->at == scan->end && !scan->last)
        return FG_SCAN_MORE;
    return fg_scan_fail(scan, fg_scan_grammar[scan->state][OTHER] - FG_SCAN_DO_FAULT);
}

enum fg_scan_result fg_scan_look(struct fg_scan *scan, enum fg_scan_action *ret_action)
{
    enum fg_scan_action action;
    while ((action = fg_scan_grammar[scan->state][fg_scan_classes[*scan->at]]) == FG_SCAN_DO_SPACE) {
        scan->line += *scan->at == '\n';
        scan->at = fg_swar_blanks(scan->at + 1);
    }
    bool between = scan->depth == 0 && scan->at == scan->end && scan->last;
    if (action >= FG_SCAN_DO_STOP && !between)
        return fg_scan_stop(scan, action);
    *ret_action = action;
    return FG_SCAN_DONE;
}

enum fg_scan_result fg_scan_open(struct fg_scan *scan)
{
    if (scan->depth >= scan->max_depth)
        return fg_scan_fail(scan, FG_FAULT_DEPTH);
    scan->state = fg_scan_down(scan, *scan->at == '{');
    scan->at++;
    return FG_SCAN_DONE;
}

void fg_scan_leave(struct fg_scan *scan)
{
    scan->at++;
    scan->state = scan->after[--scan->depth];
}

