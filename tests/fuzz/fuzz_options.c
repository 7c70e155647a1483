/* SPDX-License-Identifier: MIT */
/* A command line, its words ended by line feeds: options of every kind, and what assess takes of their values. */
#include "cmd/options.h"

#include <stddef.h>

#include "fargauge/assess.h"
#include "fargauge/clock.h"
#include "fuzz.h"

enum { WORDS = 40 };

struct taken {
    bool flag;
    const char *text, *version, *choice;
    char time[FG_TIME_SIZE];
    uint64_t number, size;
    struct fg_option_list list, set;
};

static const struct fg_option options[] = {
    {"flag", FG_OPTION_FLAG, offsetof(struct taken, flag), ""},
    {"text", FG_OPTION_TEXT, offsetof(struct taken, text), "T"},
    {"as-of", FG_OPTION_TIME, offsetof(struct taken, time), "TIME"},
    {"latest", FG_OPTION_VERSION, offsetof(struct taken, version), "V"},
    {"lang", FG_OPTION_CHOICE, offsetof(struct taken, choice), "en|ja"},
    {"number", FG_OPTION_NUMBER, offsetof(struct taken, number), "N"},
    {"size", FG_OPTION_SIZE, offsetof(struct taken, size), "SIZE"},
    {"control", FG_OPTION_LIST, offsetof(struct taken, list), "ID,…"},
    {"set", FG_OPTION_SET, offsetof(struct taken, set), "CONTROL.NAME=VALUE"},
    {0},
};

/* The words of --set are CONTROL.NAME=VALUE; assess finds out whether there is such a parameter. */
static void check_assess(struct taken *taken)
{
    struct fg_parameter parameters[FG_OPTION_LIST_MAX];
    struct fg_selection selection[FG_OPTION_LIST_MAX];
    struct fg_error err = {0};
    size_t count = 0;
    for (size_t i = 0; i < taken->set.count; i++) {
        char *word = (char *)taken->set.values[i];
        char *equals = strchr(word, '=');
        FUZZ_CHECK(equals != NULL, "%s", word);
        *equals = '\0';
        char *dot = strrchr(word, '.');
        FUZZ_CHECK(dot != NULL, "%s", word);
        *dot = '\0';
        parameters[count++] = (struct fg_parameter){word, dot + 1, equals + 1};
    }
    for (size_t i = 0; i < taken->list.count; i++)
        selection[i] = (struct fg_selection){i % 3 == 0 ? "control" : i % 3 == 1 ? "framework" : "severity",
                                             taken->list.values[i]};
    const struct fg_assess_options chosen = {
        .label = taken->text, .as_of = taken->time[0] == '\0' ? NULL : taken->time, .generated_at = "2026-10-01T00:00:00.000Z",
        .parameters = parameters, .parameter_count = count, .selection = selection, .selection_count = taken->list.count,
        .max_age_days = taken->number,
    };
    if (fg_assess_check(fuzz_store(), &chosen, &err) < 0)
        fuzz_check_error(&err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1), *words[WORDS];
    struct taken taken = {0};
    struct fg_error err = {0};
    size_t count = 0, arguments = 0;
    FUZZ_CHECK(text != NULL, "memory");
    if (size > 0)
        memcpy(text, data, size);
    text[size] = '\0';
    for (char *at = text; at != NULL && count < WORDS;) {
        char *end = strchr(at, '\n');
        words[count++] = at;
        if (end != NULL)
            *end++ = '\0';
        at = end;
    }
    if (fg_options_parse(words, count, options, &taken, NULL, NULL, &arguments, &err) < 0)
        FUZZ_CHECK(err.code == FG_USAGE && err.message[0] != '\0', "%d: %s", (int)err.code, err.message);
    else
        check_assess(&taken);
    FUZZ_CHECK(arguments <= count, "%zu of %zu", arguments, count);
    free(text);
    return 0;
}
