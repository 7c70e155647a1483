/* SPDX-License-Identifier: MIT */
#include "cmd/options.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "fargauge/clock.h"

struct target {
    const struct fg_option *option;
    char *base;
};

/* The option called `name` (`len` bytes). */
static const struct fg_option *find(const struct fg_option *table, const char *name, size_t len)
{
    for (; table != NULL && table->name != NULL; table++)
        if (strlen(table->name) == len && strncmp(table->name, name, len) == 0)
            return table;
    return NULL;
}

static int bad_value(const struct fg_option *option, const char *value, const char *wanted,
                     struct fg_error *err)
{
    fg_error_set(err, FG_USAGE, "--%s: %s: not %s", option->name, value, wanted);
    return fg_error_hint(err, "write it as: --%s %s", option->name, option->argument);
}

static bool is_version(const char *text)
{
    for (int part = 0; part < 3; part++) {
        size_t digits = strspn(text, "0123456789");
        if (digits == 0 || digits > 9 || (digits > 1 && text[0] == '0'))
            return false;
        text += digits;
        if (part < 2 && *text++ != '.')
            return false;
    }
    return *text == '\0';
}

static bool is_choice(const char *choices, const char *value)
{
    size_t len = strlen(value);
    for (const char *at = choices; len > 0;) {
        size_t word = strcspn(at, "|");
        if (word == len && strncmp(at, value, len) == 0)
            return true;
        if (at[word] == '\0')
            return false;
        at += word + 1;
    }
    return false;
}

static int store_time(const struct fg_option *option, const char *value, char *to,
                      struct fg_error *err)
{
    int64_t ms;
    if (fg_time_parse(value, strlen(value), &ms) < 0)
        return bad_value(option, value, "a date or a time with a zone (RFC 3339)", err);
    fg_time_format(ms, to);
    return 0;
}

/* A number from 1, with a unit where `units` says so. */
static bool read_number(const char *text, const char *units, uint64_t *ret_number)
{
    uint64_t number = 0;
    const char *at = text;
    for (; *at >= '0' && *at <= '9'; at++) {
        if (number > (UINT64_MAX >> 4) / 10)
            return false;
        number = number * 10 + (uint64_t)(*at - '0');
    }
    const char *unit = *at == '\0' ? NULL : strchr(units, *at);
    if (at == text || number == 0 || (*at != '\0' && (unit == NULL || at[1] != '\0')))
        return false;
    unsigned shift = unit == NULL ? 0 : 10 * (unsigned)(unit - units + 1);
    *ret_number = number << shift;
    return number <= UINT64_MAX >> 1 >> shift;
}

static int add_value(const struct fg_option *option, const char *value, struct fg_option_list *list,
                     struct fg_error *err)
{
    if (value[0] == '\0')
        return bad_value(option, "\"\"", "a value", err);
    if (list->count == FG_OPTION_LIST_MAX)
        return bad_value(option, value, "taken any more: there are too many of them", err);
    list->values[list->count++] = value;
    return 0;
}

/* Cut the words at their commas, in place. */
static int add_words(const struct fg_option *option, char *value, struct fg_option_list *list, struct fg_error *err)
{
    for (char *comma; (comma = strchr(value, ',')) != NULL; value = comma + 1) {
        *comma = '\0';
        if (add_value(option, value, list, err) < 0)
            return -1;
    }
    return add_value(option, value, list, err);
}

/* "CONTROL.NAME=VALUE"; control IDs hold a dot themselves. */
static int add_setting(const struct fg_option *option, const char *value, struct fg_option_list *list,
                       struct fg_error *err)
{
    const char *equals = strchr(value, '=');
    const char *dot = equals;
    while (dot != NULL && dot > value && *dot != '.')
        dot--;
    if (dot == NULL || dot == value || dot + 1 == equals)
        return bad_value(option, value, "a parameter and its value", err);
    return add_value(option, value, list, err);
}

static int store_value(const struct target *target, char *value, struct fg_error *err)
{
    const struct fg_option *option = target->option;
    void *to = target->base + option->offset;
    if (option->kind == FG_OPTION_TIME)
        return store_time(option, value, to, err);
    if (option->kind == FG_OPTION_VERSION && !is_version(value))
        return bad_value(option, value, "three numbers such as 1.4.0", err);
    if (option->kind == FG_OPTION_CHOICE && !is_choice(option->argument, value))
        return bad_value(option, value, "one of the choices", err);
    if (option->kind == FG_OPTION_NUMBER)
        return read_number(value, "", to) ? 0 : bad_value(option, value, "a number from 1", err);
    if (option->kind == FG_OPTION_SIZE)
        return read_number(value, "KMGT", to) ? 0 : bad_value(option, value, "a size such as 512M", err);
    if (option->kind == FG_OPTION_LIST)
        return add_words(option, value, to, err);
    if (option->kind == FG_OPTION_SET)
        return add_setting(option, value, to, err);
    if (value[0] == '\0')
        return bad_value(option, "\"\"", "a value", err);
    *(const char **)to = value;
    return 0;
}

/* Take the option at argv[*at], and its value where it has one. */
static int take_option(char **argv, size_t count, size_t *at, const struct target *target,
                       char *equals, struct fg_error *err)
{
    const struct fg_option *option = target->option;
    if (option->kind == FG_OPTION_FLAG) {
        if (equals != NULL) {
            fg_error_set(err, FG_USAGE, "--%s: it takes no value", option->name);
            return fg_error_hint(err, "write only: --%s", option->name);
        }
        *(bool *)(void *)(target->base + option->offset) = true;
        return 0;
    }
    if (equals != NULL)
        return store_value(target, equals + 1, err);
    if (*at + 1 == count) {
        fg_error_set(err, FG_USAGE, "--%s: its value is missing", option->name);
        return fg_error_hint(err, "write it as: --%s %s", option->name, option->argument);
    }
    return store_value(target, argv[++*at], err);
}

int fg_options_parse(char **argv, size_t count, const struct fg_option *first, void *first_options,
                     const struct fg_option *second, void *second_options, size_t *ret_arguments,
                     struct fg_error *err)
{
    size_t arguments = 0;
    bool ended = false;
    for (size_t i = 0; i < count; i++) {
        char *word = argv[i];
        if (ended || word[0] != '-' || word[1] == '\0') {
            argv[arguments++] = word;
            continue;
        }
        if (strcmp(word, "--") == 0) {
            ended = true;
            continue;
        }
        const char *name = strncmp(word, "--", 2) == 0 ? word + 2 : "";
        size_t len = strcspn(name, "=");
        struct target target = {find(first, name, len), first_options};
        if (target.option == NULL)
            target = (struct target){find(second, name, len), second_options};
        if (target.option == NULL) {
            fg_error_set(err, FG_USAGE, "option: %s: there is no such option here", word);
            return fg_error_hint(err, "see --help; put -- before a file name that begins with -");
        }
        if (take_option(argv, count, &i, &target, name[len] == '=' ? word + (name - word) + len : NULL, err) < 0)
            return -1;
    }
    *ret_arguments = arguments;
    return 0;
}
