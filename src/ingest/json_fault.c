/* SPDX-License-Identifier: MIT */
#include "ingest/json_fault.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const char HINT_EDITED[] = "export it again; files edited by hand often break like this";
static const char HINT_DAMAGED[] = "export it again; the file is damaged";
static const char HINT_JSON[] = "export it with --output json";
static const char HINT_UTF8[] = "save it as UTF-8";

/* How a message ends. */
enum tail {
    NOTHING,
    THE_BYTE, /* the offending byte, shown */
    INSIDE,   /* what the text was in */
};

struct report {
    const char *message;
    enum tail tail;
    const char *hint;
};

static const struct report reports[] = {
    [FG_FAULT_NONE] = {"no fault", NOTHING, ""},
    [FG_FAULT_NOT_JSON] = {"not JSON: it starts with ", THE_BYTE, HINT_JSON},
    [FG_FAULT_AFTER_DOCUMENT] = {"the document is complete, but then comes ", THE_BYTE,
                                 HINT_EDITED},
    [FG_FAULT_VALUE] = {"a value is expected, not ", THE_BYTE, HINT_EDITED},
    [FG_FAULT_KEY] = {"a name in double quotes is expected, not ", THE_BYTE, HINT_EDITED},
    [FG_FAULT_COLON] = {"a colon is expected, not ", THE_BYTE, HINT_EDITED},
    [FG_FAULT_NEXT_MEMBER] = {"a comma or } is expected, not ", THE_BYTE, HINT_EDITED},
    [FG_FAULT_NEXT_ELEMENT] = {"a comma or ] is expected, not ", THE_BYTE, HINT_EDITED},
    [FG_FAULT_TRAILING_COMMA] = {"a comma with nothing behind it, before ", THE_BYTE, HINT_EDITED},
    [FG_FAULT_DEPTH] = {"objects and arrays nested deeper than --max-depth (512 at most)", NOTHING,
                        "no AWS export is that deep; check where the file comes from"},
    [FG_FAULT_END] = {"the text ends inside ", INSIDE, "export it again; the file was cut short"},
    [FG_FAULT_NOTHING_LEFT] = {"a value is expected, but nothing is left", NOTHING,
                               "the file is empty or was cut short; export it again"},
    [FG_FAULT_CONTROL] = {"a raw control character in a string: ", THE_BYTE, HINT_DAMAGED},
    [FG_FAULT_ESCAPE] = {"an unknown escape in a string", NOTHING, HINT_EDITED},
    [FG_FAULT_HEX] = {"\\u without four hexadecimal digits behind it", NOTHING, HINT_EDITED},
    [FG_FAULT_UTF8] = {"not UTF-8: ", THE_BYTE, HINT_UTF8},
    [FG_FAULT_KEY_CONTENT] = {"a name with \\u0000 or half a surrogate pair in it", NOTHING,
                              HINT_DAMAGED},
    [FG_FAULT_KEY_LENGTH] = {"a name longer than 64 KiB", NOTHING, HINT_DAMAGED},
    [FG_FAULT_LEADING_ZERO] = {"a number with a leading zero", NOTHING,
                               "account IDs and the like belong in double quotes"},
    [FG_FAULT_MINUS] = {"a minus sign, then no digit but ", THE_BYTE, HINT_JSON},
    [FG_FAULT_FRACTION] = {"a number whose point is followed by ", THE_BYTE, HINT_EDITED},
    [FG_FAULT_EXPONENT] = {"a number whose exponent has no digit but ", THE_BYTE, HINT_EDITED},
    [FG_FAULT_NUMBER_TAIL] = {"a number that runs into ", THE_BYTE, HINT_EDITED},
    [FG_FAULT_WORD] = {"a word other than true, false and null", NOTHING, HINT_EDITED},
};

/* Mistakes that can be told from the byte that stands where a value belongs. */
struct slip {
    const char *bytes;
    struct report report;
};

static const struct slip slips[] = {
    {"'", {"a string in single quotes", NOTHING, "JSON strings stand in double quotes"}},
    {"NI", {"NaN and Infinity are no JSON numbers", NOTHING, HINT_EDITED}},
    {"+.", {"a number cannot start with ", THE_BYTE, HINT_EDITED}},
    {"/#", {"comments are not part of JSON", NOTHING, "remove the comments"}},
};

static const struct report *report_for(enum fg_fault fault, unsigned char byte)
{
    if (fault != FG_FAULT_VALUE && fault != FG_FAULT_NOT_JSON)
        return &reports[fault];
    for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++)
        if (byte != '\0' && strchr(slips[i].bytes, byte) != NULL)
            return &slips[i].report;
    return &reports[fault];
}

int fg_fault_report(enum fg_fault fault, unsigned char byte, const char *inside,
                    struct fg_error *err)
{
    char shown[16];
    bool printable = byte > 0x20 && byte < 0x7F;
    snprintf(shown, sizeof shown, printable ? "'%c'" : "byte 0x%02X", byte);
    const struct report *report = report_for(fault, byte);
    const char *tails[] = {[NOTHING] = "", [THE_BYTE] = shown, [INSIDE] = inside};
    fg_error_set(err, FG_INPUT, "%s%s", report->message, tails[report->tail]);
    return fg_error_hint(err, "%s", report->hint);
}
