/* SPDX-License-Identifier: MIT */
#include "ingest/json_scan.h"

#include <stddef.h>
#include <string.h>

/* ---- The structure, as a table: what a byte means in a state ---- */

/* Kinds of bytes. A row of the table has a length that can be multiplied by shifting. */
enum { OTHER, NUL, SPACE, QUOTE, NUMBER, WORD, OPEN_OBJECT, OPEN_ARRAY, CLOSE_OBJECT, CLOSE_ARRAY,
       COMMA, COLON, CLASSES = 16 };

static const unsigned char class_of[256] = {
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

static const unsigned char grammar[FG_SCAN_STATES][CLASSES] = {
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

void fg_scan_init(struct fg_scan *scan)
{
    *scan = (struct fg_scan){.line = 1, .state = FG_SCAN_FIRST_DOCUMENT};
    scan->after[0] = FG_SCAN_DOCUMENT;
}

enum fg_scan_result fg_scan_fail(struct fg_scan *scan, enum fg_fault fault)
{
    scan->fault = scan->at == scan->end ? FG_FAULT_END : fault;
    return FG_SCAN_FAULT;
}

/* At a NUL: the end of the piece, the end of the text, or a byte that belongs nowhere. */
static enum fg_scan_result stop(struct fg_scan *scan)
{
    if (scan->at == scan->end && !scan->last)
        return FG_SCAN_MORE;
    return fg_scan_fail(scan, grammar[scan->state][OTHER] - FG_SCAN_DO_FAULT);
}

/* ---- Strings ---- */

/* Eight bytes, the first in the lowest bits whatever the machine. */
static inline uint64_t load(const unsigned char *at)
{
    uint64_t bytes;
    memcpy(&bytes, at, sizeof bytes);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    bytes = __builtin_bswap64(bytes);
#endif
    return bytes;
}

static inline unsigned first_byte(uint64_t mask)
{
    return (unsigned)__builtin_ctzll(mask) / 8;
}

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The high bit of each byte that is a quote, a backslash, a control character or not ASCII. The
 * subtractions may borrow from the byte above, so only the lowest bit that is set can be trusted;
 * what they do to bytes that are not ASCII does not matter, those are marked anyway. */
static inline uint64_t special_bytes(uint64_t bytes)
{
    uint64_t quote = (bytes ^ EACH('"')) - EACH(1);
    uint64_t backslash = (bytes ^ EACH('\\')) - EACH(1);
    uint64_t control = bytes - EACH(0x20);
    return (bytes | quote | backslash | control) & EACH(0x80);
}

/* Over the bytes of a string that need no attention. */
static inline const unsigned char *plain(const unsigned char *at)
{
    uint64_t special;
    while ((special = special_bytes(load(at))) == 0)
        at += 8;
    return at + first_byte(special);
}

static inline bool is_tail(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* The length of the character at `at`, 0 where it is no UTF-8 (Unicode, table 3-7). */
static inline unsigned utf8_length(const unsigned char *at)
{
    unsigned char lead = at[0], second = at[1];
    if (lead < 0xE0)
        return lead >= 0xC2 && is_tail(second) ? 2 : 0;
    if (!is_tail(second))
        return 0;
    if (lead < 0xF0) {
        bool bad = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F);
        return !bad && is_tail(at[2]) ? 3 : 0;
    }
    bool bad = (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F) || lead > 0xF4;
    return !bad && is_tail(at[2]) && is_tail(at[3]) ? 4 : 0;
}

/* True where nothing but the end of the text is wrong with the character at `at`. */
static bool utf8_cut_short(const struct fg_scan *scan)
{
    unsigned char whole[4] = {0, 0x80, 0x80, 0x80};
    size_t left = (size_t)(scan->end - scan->at);
    if (left > 3)
        return false;
    memcpy(whole, scan->at, left);
    if (left == 1 && (whole[0] == 0xE0 || whole[0] == 0xF0))
        whole[1] = 0xBF; /* 0x80 would be overlong */
    return utf8_length(whole) > left;
}

static enum fg_scan_result characters(struct fg_scan *scan)
{
    while (*scan->at >= 0x80) {
        if (scan->end - scan->at < 4 && !scan->last)
            return FG_SCAN_MORE;
        unsigned length = utf8_length(scan->at);
        if (length == 0) {
            if (utf8_cut_short(scan))
                scan->at = scan->end;
            return fg_scan_fail(scan, FG_FAULT_UTF8);
        }
        scan->at += length;
    }
    return FG_SCAN_DONE;
}

static const bool short_escapes[256] = {
    ['"'] = true, ['\\'] = true, ['/'] = true, ['b'] = true,
    ['f'] = true, ['n'] = true,  ['r'] = true, ['t'] = true,
};

static bool is_hex(unsigned char byte)
{
    unsigned char lower = byte | 0x20;
    return (byte >= '0' && byte <= '9') || (lower >= 'a' && lower <= 'f');
}

/* An escape that is not one of the short ones. */
static enum fg_scan_result long_escape(struct fg_scan *scan)
{
    enum { SIZE = 6 }; /* \uXXXX */
    if (scan->end - scan->at < SIZE && !scan->last)
        return FG_SCAN_MORE;
    unsigned good = 1;
    if (scan->at[1] == 'u')
        for (good = 2; good < SIZE && is_hex(scan->at[good]);)
            good++;
    if (good == SIZE || (good == 1 && short_escapes[scan->at[1]])) {
        scan->at += good == SIZE ? SIZE : 2;
        return FG_SCAN_DONE;
    }
    if (scan->at + good == scan->end)
        scan->at = scan->end;
    return fg_scan_fail(scan, good == 1 ? FG_FAULT_ESCAPE : FG_FAULT_HEX);
}

/* At a byte that plain() stopped at, and that is no quote. */
static enum fg_scan_result special(struct fg_scan *scan)
{
    if (*scan->at >= 0x80)
        return characters(scan);
    if (*scan->at == '\\')
        return long_escape(scan);
    if (scan->at == scan->end && !scan->last)
        return FG_SCAN_MORE;
    return fg_scan_fail(scan, FG_FAULT_CONTROL);
}

enum fg_scan_result fg_scan_string(struct fg_scan *scan)
{
    const unsigned char *at = scan->at;
    for (;;) {
        at = plain(at);
        if (*at == '"')
            break;
        if (*at == '\\' && short_escapes[at[1]]) {
            at += 2;
            continue;
        }
        scan->at = at;
        enum fg_scan_result result = special(scan);
        if (result != FG_SCAN_DONE)
            return result;
        at = scan->at;
    }
    scan->at = at + 1;
    return FG_SCAN_DONE;
}

/* ---- Numbers and words ---- */

enum { NO_DIGIT, ZERO, DIGIT, POINT, LETTER_E, SIGN, DIGIT_CLASSES };

static const unsigned char digit_class_of[256] = {
    ['0'] = ZERO,  ['1'] = DIGIT, ['2'] = DIGIT, ['3'] = DIGIT, ['4'] = DIGIT,
    ['5'] = DIGIT, ['6'] = DIGIT, ['7'] = DIGIT, ['8'] = DIGIT, ['9'] = DIGIT,
    ['.'] = POINT, ['+'] = SIGN,  ['-'] = SIGN,  ['e'] = LETTER_E, ['E'] = LETTER_E,
};

/* How far a number has come, then its end, then the faults. */
enum { START, SIGNED, WHOLE_ZERO, WHOLE, POINTED, FRACTION, RAISED, RAISED_SIGNED, EXPONENT, STEPS,
       END = STEPS, FAULT };

#define NO(name) (FAULT + FG_FAULT_##name)

/* Columns: another byte, 0, 1 to 9, point, e, sign. Only `-` or a digit starts a number. */
static const unsigned char numbers[STEPS][DIGIT_CLASSES] = {
    [START] = {NO(VALUE), WHOLE_ZERO, WHOLE, NO(VALUE), NO(VALUE), SIGNED},
    [SIGNED] = {NO(MINUS), WHOLE_ZERO, WHOLE, NO(MINUS), NO(MINUS), NO(MINUS)},
    [WHOLE_ZERO] = {END, NO(LEADING_ZERO), NO(LEADING_ZERO), POINTED, RAISED, NO(NUMBER_TAIL)},
    [WHOLE] = {END, WHOLE, WHOLE, POINTED, RAISED, NO(NUMBER_TAIL)},
    [POINTED] = {NO(FRACTION), FRACTION, FRACTION, NO(FRACTION), NO(FRACTION), NO(FRACTION)},
    [FRACTION] = {END, FRACTION, FRACTION, NO(NUMBER_TAIL), RAISED, NO(NUMBER_TAIL)},
    [RAISED] = {NO(EXPONENT), EXPONENT, EXPONENT, NO(EXPONENT), NO(EXPONENT), RAISED_SIGNED},
    [RAISED_SIGNED] = {NO(EXPONENT), EXPONENT, EXPONENT, NO(EXPONENT), NO(EXPONENT), NO(EXPONENT)},
    [EXPONENT] = {END, EXPONENT, EXPONENT, NO(NUMBER_TAIL), NO(NUMBER_TAIL), NO(NUMBER_TAIL)},
};

static enum fg_scan_result number(struct fg_scan *scan)
{
    const unsigned char *at = scan->at;
    unsigned step = scan->number, next;
    while ((next = numbers[step][digit_class_of[*at]]) < STEPS) {
        step = next;
        at++;
    }
    scan->at = at;
    scan->number = step;
    if (at == scan->end && !scan->last)
        return FG_SCAN_MORE;
    return next == END ? FG_SCAN_DONE : fg_scan_fail(scan, next - FAULT);
}

static enum fg_scan_result word(struct fg_scan *scan)
{
    const unsigned char *at = scan->at;
    if (scan->end - at < 5 && !scan->last)
        return FG_SCAN_MORE;
    const char *expected = *at == 't' ? "true" : *at == 'f' ? "false" : "null";
    for (; *expected != '\0'; expected++, at++)
        if (*at != (unsigned char)*expected) {
            scan->at = at;
            return fg_scan_fail(scan, FG_FAULT_WORD);
        }
    scan->at = at;
    return FG_SCAN_DONE;
}

/* ---- The walk ---- */

/* Over white space, `at` being such a byte; counts the lines. Indentation is what is long. */
static inline const unsigned char *spaces(const unsigned char *at, uint64_t *line)
{
    *line += *at++ == '\n';
    uint64_t other;
    while ((other = load(at) ^ EACH(' ')) == 0)
        at += 8;
    return at + first_byte(other);
}

enum fg_scan_result fg_scan_look(struct fg_scan *scan, enum fg_scan_action *ret_action)
{
    enum fg_scan_action action;
    while ((action = grammar[scan->state][class_of[*scan->at]]) == FG_SCAN_DO_SPACE)
        scan->at = spaces(scan->at, &scan->line);
    bool between = scan->depth == 0 && scan->at == scan->end && scan->last;
    if (action >= FG_SCAN_DO_FAULT)
        return fg_scan_fail(scan, action - FG_SCAN_DO_FAULT);
    if (action == FG_SCAN_DO_STOP && !between)
        return stop(scan);
    *ret_action = action;
    return FG_SCAN_DONE;
}

enum fg_scan_result fg_scan_open(struct fg_scan *scan)
{
    if (scan->depth == FG_JSON_MAX_DEPTH)
        return fg_scan_fail(scan, FG_FAULT_DEPTH);
    bool object = *scan->at++ == '{';
    scan->after[++scan->depth] = object ? FG_SCAN_NEXT_MEMBER : FG_SCAN_NEXT_ELEMENT;
    scan->state = object ? FG_SCAN_FIRST_KEY : FG_SCAN_FIRST_ELEMENT;
    return FG_SCAN_DONE;
}

void fg_scan_leave(struct fg_scan *scan)
{
    scan->at++;
    scan->state = scan->after[--scan->depth];
}

/* What the loop below does not do itself. The state is in the struct, before and after. */
static enum fg_scan_result rare(struct fg_scan *scan, enum fg_scan_action action)
{
    switch (action) {
    case FG_SCAN_DO_REST_OF_STRING:
        return fg_scan_string(scan);
    case FG_SCAN_DO_REST_OF_NUMBER:
        return number(scan);
    case FG_SCAN_DO_WORD:
        return word(scan);
    case FG_SCAN_DO_STOP:
        return stop(scan);
    default:
        return fg_scan_fail(scan, action - FG_SCAN_DO_FAULT);
    }
}

/* `at` and `state` are kept out of the struct, in registers: every step waits for `at`. */
enum fg_scan_result fg_scan_run(struct fg_scan *scan, unsigned floor)
{
    const unsigned char *at = scan->at;
    enum fg_scan_state state = scan->state;
    enum fg_scan_result result;
    for (;;) {
        enum fg_scan_action action = grammar[state][class_of[*at]];
        switch (action) {
        case FG_SCAN_DO_SPACE:
            at = spaces(at, &scan->line);
            continue;
        case FG_SCAN_DO_KEY:
            state = FG_SCAN_IN_KEY;
            at = plain(at + 1);
            if (*at != '"')
                continue;
            at++;
            state = FG_SCAN_COLON;
            continue;
        case FG_SCAN_DO_COLON:
            at++;
            at += *at == ' ';
            state = FG_SCAN_VALUE;
            continue;
        case FG_SCAN_DO_STRING:
            state = FG_SCAN_IN_STRING;
            at = plain(at + 1);
            if (*at != '"')
                continue;
            at++;
            break;
        case FG_SCAN_DO_COMMA_MEMBER:
            at++;
            state = FG_SCAN_KEY;
            continue;
        case FG_SCAN_DO_COMMA_ELEMENT:
            at++;
            state = FG_SCAN_ELEMENT;
            continue;
        case FG_SCAN_DO_OBJECT:
        case FG_SCAN_DO_ARRAY:
            scan->at = at;
            if ((result = fg_scan_open(scan)) != FG_SCAN_DONE)
                return result;
            at = scan->at;
            state = scan->state;
            continue;
        case FG_SCAN_DO_CLOSE:
            at++;
            scan->depth--;
            break;
        case FG_SCAN_DO_NUMBER:
            scan->number = START;
            state = FG_SCAN_IN_NUMBER;
            continue;
        default:
            scan->at = at;
            scan->state = state;
            if ((result = rare(scan, action)) != FG_SCAN_DONE)
                return result;
            at = scan->at;
            if (state == FG_SCAN_IN_KEY) {
                state = FG_SCAN_COLON;
                continue;
            }
        }
        /* A value is complete. */
        state = scan->after[scan->depth];
        if (scan->depth <= floor) {
            scan->at = at;
            scan->state = state;
            return FG_SCAN_DONE;
        }
    }
}
