/* SPDX-License-Identifier: MIT */
#include "cmd/options.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "cmd/command.h"
#include "cmd/confine.h"
#include "fargauge/clock.h"
#include "unit.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

struct first {
    bool flag;
    const char *text;
    char time[FG_TIME_SIZE];
    const char *version;
    const char *choice;
    struct fg_option_list words;
    struct fg_option_list set;
};

struct second {
    bool other;
    const char *text;
};

static const struct fg_option first_table[] = {
    {"flag", FG_OPTION_FLAG, offsetof(struct first, flag), ""},
    {"text", FG_OPTION_TEXT, offsetof(struct first, text), "FILE"},
    {"time", FG_OPTION_TIME, offsetof(struct first, time), "TIME"},
    {"version", FG_OPTION_VERSION, offsetof(struct first, version), "V"},
    {"choice", FG_OPTION_CHOICE, offsetof(struct first, choice), "en|ja|english"},
    {"words", FG_OPTION_LIST, offsetof(struct first, words), "ID,…"},
    {"set", FG_OPTION_SET, offsetof(struct first, set), "A.B=C"},
    {NULL, FG_OPTION_FLAG, 0, ""},
};

static const struct fg_option second_table[] = {
    {"other", FG_OPTION_FLAG, offsetof(struct second, other), ""},
    {"text", FG_OPTION_TEXT, offsetof(struct second, text), "X"},
    {NULL, FG_OPTION_FLAG, 0, ""},
};

static struct first first;
static struct second second;
static struct fg_error err;
static char line[512];     /* what the words lie in */
static char *words[32];
static size_t arguments;

/* Parse words with blanks between; "''" stands for an empty one. */
static int parse(const char *text)
{
    size_t count = 0;
    first = (struct first){0};
    second = (struct second){0};
    err = (struct fg_error){0};
    arguments = 99;
    snprintf(line, sizeof line, "%s", text);
    for (char *word = strtok(line, " "); word != NULL; word = strtok(NULL, " ")) {
        char *quotes = strstr(word, "''");
        if (quotes != NULL)
            *quotes = '\0';
        words[count++] = word;
    }
    return fg_options_parse(words, count, first_table, &first, second_table, &second, &arguments,
                            &err);
}

static const char *shown(const char *text)
{
    return text == NULL ? "-" : text;
}

START_TEST(good)
{
    static const struct {
        const char *words;
        const char *result; /* flag|text|time|version|choice|other arguments */
    } samples[] = {
        {"", "0|-||-|-|0"},
        {"a b", "0|-||-|-|0 a b"},
        {"--flag", "1|-||-|-|0"},
        {"--flag --flag --other", "1|-||-|-|1"},
        {"--text x", "0|x||-|-|0"},
        {"--text=x", "0|x||-|-|0"},
        {"--text=a=b", "0|a=b||-|-|0"},
        {"--text --flag", "0|--flag||-|-|0"},
        {"--text -", "0|-||-|-|0"},
        {"--text a --text b", "0|b||-|-|0"},
        {"a --text x b --flag c", "1|x||-|-|0 a b c"},
        {"a -", "0|-||-|-|0 a -"},
        {"a -- --flag -x --", "0|-||-|-|0 a --flag -x --"},
        {"--flag -- a", "1|-||-|-|0 a"},
        {"--time 2026-10-01", "0|-|2026-10-01T00:00:00.000Z|-|-|0"},
        {"--time=2026-10-01T09:00:00+09:00", "0|-|2026-10-01T00:00:00.000Z|-|-|0"},
        {"--version 1.4.0", "0|-||1.4.0|-|0"},
        {"--version 0.10.999999999", "0|-||0.10.999999999|-|0"},
        {"--choice en", "0|-||-|en|0"},
        {"--choice ja", "0|-||-|ja|0"},
        {"--choice english", "0|-||-|english|0"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        char found[512];
        ck_assert_msg(parse(samples[i].words) == 0, "%s: %s", samples[i].words, err.message);
        int len = snprintf(found, sizeof found, "%d|%s|%s|%s|%s|%d", first.flag, shown(first.text),
                           first.time, shown(first.version), shown(first.choice), second.other);
        for (size_t j = 0; j < arguments; j++)
            len += snprintf(found + len, sizeof found - (size_t)len, " %s", words[j]);
        ck_assert_msg(strcmp(found, samples[i].result) == 0, "%s: %s", samples[i].words, found);
        ck_assert_ptr_null(second.text);
    }
}
END_TEST

START_TEST(bad)
{
    static const struct {
        const char *words;
        const char *part; /* of the message */
    } samples[] = {
        {"--none", "--none"},
        {"--none=x", "--none=x"},
        {"--fla", "--fla"},
        {"--flags", "--flags"},
        {"--=x", "--=x"},
        {"-x", "-x"},
        {"-flag", "-flag"},
        {"--flag=yes", "it takes no value"},
        {"--flag=", "it takes no value"},
        {"--text", "its value is missing"},
        {"a --choice", "its value is missing"},
        {"--text=", "--text"},
        {"--text ''", "--text"},
        {"--time ''", "--time"},
        {"--time 10:00", "10:00"},
        {"--time 2026-10-01T09:00:00", "2026-10-01T09:00:00"},
        {"--time 2026-02-30", "2026-02-30"},
        {"--version ''", "--version"},
        {"--version LATEST", "LATEST"},
        {"--version 1.4", "1.4"},
        {"--version 1.4.0.0", "1.4.0.0"},
        {"--version 1.04.0", "1.04.0"},
        {"--version 1.4.0-rc1", "1.4.0-rc1"},
        {"--version v1.4.0", "v1.4.0"},
        {"--version 1..0", "1..0"},
        {"--version 1.4.", "1.4."},
        {"--version 1.4.1000000000", "1.4.1000000000"},
        {"--choice ''", "--choice"},
        {"--choice fr", "fr"},
        {"--choice EN", "EN"},
        {"--choice e", "--choice"},
        {"--choice eng", "eng"},
        {"--choice en|ja", "en|ja"},
        {"--choice |", "|"},
        {"--words", "its value is missing"},
        {"--words=", "--words: \"\": not a value"},
        {"--words ''", "--words: \"\": not a value"},
        {"--words ,", "--words: \"\": not a value"},
        {"--words ,a", "--words: \"\": not a value"},
        {"--words a,", "--words: \"\": not a value"},
        {"--words a,,b", "--words: \"\": not a value"},
        {"--words a --words ''", "--words: \"\": not a value"},
        {"--set", "its value is missing"},
        {"--set=", "--set: "},
        {"--set ''", "--set: "},
        {"--set ECS.13", "ECS.13: not a parameter and its value"},
        {"--set ECS.13.keys", "ECS.13.keys: not a parameter and its value"},
        {"--set keys=Owner", "keys=Owner: not a parameter and its value"},
        {"--set keys=a.b", "keys=a.b: not a parameter and its value"},
        {"--set .keys=Owner", ".keys=Owner: not a parameter and its value"},
        {"--set ECS.13.=Owner", "ECS.13.=Owner: not a parameter and its value"},
        {"--set .=x", ".=x: not a parameter and its value"},
        {"--set =x", "=x: not a parameter and its value"},
        {"--set =", "=: not a parameter and its value"},
        {"--set A.b=c --set A.b", "A.b: not a parameter and its value"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        ck_assert_msg(parse(samples[i].words) == -1, "%s", samples[i].words);
        ck_assert_int_eq(err.code, FG_USAGE);
        ck_assert_msg(strstr(err.message, samples[i].part) != NULL, "%s: %s", samples[i].words,
                      err.message);
        ck_assert_str_ne(err.hint, "");
    }
}
END_TEST

static const char *joined(const struct fg_option_list *list)
{
    static char text[512];
    int len = 0;
    text[0] = '\0';
    for (size_t i = 0; i < list->count; i++)
        len += snprintf(text + len, sizeof text - (size_t)len, "%s%s", i == 0 ? "" : "|", list->values[i]);
    return text;
}

/* Several words, given at once or one after the other; a setting's commas are its value's. */
START_TEST(lists)
{
    static const struct {
        const char *words;
        const char *list, *set;
    } samples[] = {
        {"--words a", "a", ""},
        {"--words=a", "a", ""},
        {"--words a,b,a", "a|b|a", ""},
        {"--words a --words b,c x --words=d", "a|b|c|d", ""},
        {"--words a=b,c.d", "a=b|c.d", ""},
        {"--words --set", "--set", ""},
        {"--set A.b=c", "", "A.b=c"},
        {"--set=A.b=c", "", "A.b=c"},
        {"--set ECS.13.keys=Owner,Env", "", "ECS.13.keys=Owner,Env"},
        {"--set A.b=c --words x --set A.b=d", "x", "A.b=c|A.b=d"},
        {"--set A.b=", "", "A.b="},
        {"--set A.b=c=d.e", "", "A.b=c=d.e"},
        {"--set A.b==", "", "A.b=="},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        ck_assert_msg(parse(samples[i].words) == 0, "%s: %s", samples[i].words, err.message);
        ck_assert_str_eq(joined(&first.words), samples[i].list);
        ck_assert_str_eq(joined(&first.set), samples[i].set);
    }
}
END_TEST

/* FG_OPTION_LIST_MAX fit, one more does not, whether in one value or in many. */
START_TEST(lists_end)
{
    char text[2 * FG_OPTION_LIST_MAX + 2], setting[] = "A.b=c", option[] = "--set", words_option[] = "--words";
    char *argv[2 * (FG_OPTION_LIST_MAX + 1)];
    char *two[] = {words_option, text};
    struct first found = {0};
    for (size_t i = 0; i <= FG_OPTION_LIST_MAX; i++) {
        memcpy(text + 2 * i, "x,", 2);
        argv[2 * i] = option;
        argv[2 * i + 1] = setting;
    }
    text[2 * FG_OPTION_LIST_MAX - 1] = '\0';
    ck_assert_int_eq(fg_options_parse(two, 2, first_table, &found, NULL, NULL, &arguments, &err), 0);
    ck_assert_uint_eq(found.words.count, FG_OPTION_LIST_MAX);
    snprintf(text, sizeof text, "y");
    ck_assert_int_eq(fg_options_parse(two, 2, first_table, &found, NULL, NULL, &arguments, &err), -1);
    ck_assert_int_eq(err.code, FG_USAGE);
    ck_assert_ptr_nonnull(strstr(err.message, "--words: y: not taken any more: there are too many of them"));
    ck_assert_int_eq(fg_options_parse(argv, 2 * (size_t)FG_OPTION_LIST_MAX, first_table, &found, NULL, NULL,
                                      &arguments, &err), 0);
    ck_assert_uint_eq(found.set.count, FG_OPTION_LIST_MAX);
    found = (struct first){0};
    ck_assert_int_eq(fg_options_parse(argv, LENGTH(argv), first_table, &found, NULL, NULL, &arguments, &err), -1);
    ck_assert_ptr_nonnull(strstr(err.message, "--set: A.b=c: not taken any more"));
}
END_TEST

START_TEST(tables_may_be_missing)
{
    char flag[] = "--flag", other[] = "--other";
    char *one[] = {flag}, *two[] = {other};
    struct first found = {0};
    size_t count;
    ck_assert_int_eq(fg_options_parse(one, 1, first_table, &found, NULL, NULL, &count, &err), 0);
    ck_assert(found.flag);
    ck_assert_int_eq(fg_options_parse(one, 1, NULL, NULL, first_table, &found, &count, &err), 0);
    ck_assert_int_eq(fg_options_parse(two, 1, first_table, &found, NULL, NULL, &count, &err), -1);
    ck_assert_int_eq(fg_options_parse(two, 1, NULL, NULL, NULL, NULL, &count, &err), -1);
    ck_assert_int_eq(fg_options_parse(NULL, 0, NULL, NULL, NULL, NULL, &count, &err), 0);
    ck_assert_uint_eq(count, 0);
}
END_TEST

static size_t size_of(enum fg_option_kind kind)
{
    return kind == FG_OPTION_FLAG   ? sizeof(bool)
           : kind == FG_OPTION_TIME ? (size_t)FG_TIME_SIZE
           : kind == FG_OPTION_LIST || kind == FG_OPTION_SET ? sizeof(struct fg_option_list)
           : kind == FG_OPTION_NUMBER || kind == FG_OPTION_SIZE ? sizeof(uint64_t)
                                    : sizeof(const char *);
}

/* Words that a value is shown as, and that name no path. A new one is added here, or its option is marked as one that names a
 * place: what is not marked, the program may not touch (cmd/confine.h). */
static bool is_no_path(const char *word)
{
    static const char *const known[] = {"NAME", "LABEL", "TEXT", "LIST", "A", "B"};
    for (size_t i = 0; i < LENGTH(known); i++)
        if (strcmp(known[i], word) == 0)
            return true;
    return false;
}

static void check_places(const char *owner, const struct fg_option *table)
{
    for (const struct fg_option *at = table; at->name != NULL; at++) {
        enum fg_access access;
        bool names_place = fg_option_names_place(at->kind, &access);
        if (names_place || at->kind == FG_OPTION_TEXT)
            ck_assert_msg(names_place != is_no_path(at->argument), "%s --%s %s: does it name a place?", owner, at->name,
                          at->argument);
    }
}

/* Every option of a table lies inside its struct, apart from the others. */
static void check_table(const char *owner, const struct fg_option *table, size_t room)
{
    for (const struct fg_option *at = table; at->name != NULL; at++) {
        size_t size = size_of(at->kind);
        ck_assert_msg(at->offset + size <= room, "%s --%s", owner, at->name);
        ck_assert_msg((at->argument[0] == '\0') == (at->kind == FG_OPTION_FLAG), "%s --%s", owner,
                      at->name);
        ck_assert_msg(strspn(at->name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(at->name),
                      "%s --%s", owner, at->name);
        for (const struct fg_option *other = at + 1; other->name != NULL; other++) {
            ck_assert_msg(strcmp(at->name, other->name) != 0, "%s --%s", owner, at->name);
            ck_assert_msg(at->offset + size <= other->offset ||
                              other->offset + size_of(other->kind) <= at->offset,
                          "%s --%s --%s", owner, at->name, other->name);
        }
    }
}

START_TEST(commands)
{
    static const char *const names[] = {"report", "import", "assess", "render", "controls"};
    size_t count = 0;
    check_table("common", fg_common_options, sizeof(struct fg_common));
    check_places("common", fg_common_options);
    for (; fg_commands[count] != NULL; count++) {
        const struct fg_command *command = fg_commands[count];
        check_table(command->name, command->options, command->options_size);
        check_places(command->name, command->options);
        enum fg_access access;
        ck_assert_msg(command->most == 0 || command->argument_kind == FG_OPTION_TEXT ||
                          fg_option_names_place(command->argument_kind, &access),
                      "%s: do its arguments name places?", command->name);
        ck_assert(command->run != NULL);
        ck_assert_uint_le(command->least, command->most);
        for (size_t i = 0; i < count; i++)
            ck_assert_str_ne(fg_commands[i]->name, command->name);
        for (const struct fg_option *at = command->options; at->name != NULL; at++)
            for (const struct fg_option *common = fg_common_options; common->name != NULL; common++)
                ck_assert_msg(strcmp(at->name, common->name) != 0, "%s --%s", command->name, at->name);
    }
    for (size_t i = 0; i < LENGTH(names); i++) {
        size_t at = 0;
        while (at < count && strcmp(fg_commands[at]->name, names[i]) != 0)
            at++;
        ck_assert_msg(at < count, "%s", names[i]);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("options");
    TCase *all = tcase_create("options");
    tcase_add_test(all, good);
    tcase_add_test(all, bad);
    tcase_add_test(all, lists);
    tcase_add_test(all, lists_end);
    tcase_add_test(all, tables_may_be_missing);
    tcase_add_test(all, commands);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
