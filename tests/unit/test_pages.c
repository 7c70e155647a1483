/* SPDX-License-Identifier: MIT */
/* The man pages describe the options that are parsed, all of them and no others. */
#include "cmd/page.h"

#include <stdio.h>
#include <string.h>

#include "cmd/command.h"
#include "unit.h"

static const struct fg_option *option_of(const struct fg_option *table, const char *name)
{
    for (; table->name != NULL; table++)
        if (strcmp(table->name, name) == 0)
            return table;
    return NULL;
}

static const struct fg_page_option *described(const struct fg_page *page, const char *name)
{
    for (const struct fg_page_option *at = page->options; at->name != NULL; at++)
        if (strcmp(at->name, name) == 0)
            return at;
    return NULL;
}

/* Both directions, and how the values are written, since FG_OPTION_CHOICE takes its words from there. */
static void check_options(const char *owner, const struct fg_page *page, const struct fg_option *table)
{
    for (const struct fg_option *at = table; at->name != NULL; at++) {
        const struct fg_page_option *there = described(page, at->name);
        ck_assert_msg(there != NULL, "%s: --%s is not on its man page", owner, at->name);
        ck_assert_msg(strcmp(there->argument, at->argument) == 0, "%s: --%s %s: the man page says %s", owner, at->name,
                      at->argument, there->argument);
    }
    for (const struct fg_page_option *at = page->options; at->name != NULL; at++) {
        ck_assert_msg(option_of(table, at->name) != NULL, "%s: --%s is only on its man page", owner, at->name);
        ck_assert_msg(described(page, at->name) == at, "%s: --%s is on its man page twice", owner, at->name);
    }
}

START_TEST(every_command_has_its_page)
{
    size_t pages = 0, count = 0;
    for (; fg_commands[count] != NULL; count++) {
        const struct fg_page *page = fg_page_find(fg_commands[count]->name);
        ck_assert_msg(page != NULL, "%s: it has no man page", fg_commands[count]->name);
        check_options(fg_commands[count]->name, page, fg_commands[count]->options);
        ck_assert_str_ne(page->arguments, "");
    }
    while (fg_pages[pages].command != NULL)
        pages++;
    ck_assert_msg(pages == count + 1, "there is a man page of a command that is none");
}
END_TEST

START_TEST(the_program_has_its_page)
{
    ck_assert_ptr_eq(fg_page_find(""), fg_pages);
    check_options("fargauge", fg_pages, fg_common_options);
}
END_TEST

START_TEST(unknown_commands_have_none)
{
    ck_assert_ptr_null(fg_page_find("repor"));
    ck_assert_ptr_null(fg_page_find("reports"));
}
END_TEST

/* A line of --help is at most 80 columns wide, but for examples, which nobody may break. */
static void check_width(const struct fg_page *page)
{
    bool examples = false;
    for (const char *line = page->help; *line != '\0'; line += strcspn(line, "\n") + 1) {
        size_t columns = 0;
        for (const char *at = line; *at != '\n'; at++)
            columns += ((unsigned char)*at & 0xC0) != 0x80;
        examples = strncmp(line, "Examples:", 9) == 0 || (examples && strncmp(line, "Options", 7) != 0);
        ck_assert_msg(examples || columns <= 80, "%s: %.*s", page->command, (int)strcspn(line, "\n"), line);
    }
}

START_TEST(help_holds_every_option)
{
    for (const struct fg_page *page = fg_pages; page->command != NULL; page++) {
        check_width(page);
        for (const struct fg_page_option *at = page->options; page != fg_pages && at->name != NULL; at++) {
            char shown[128];
            snprintf(shown, sizeof shown, "\n  --%s%s%s%c", at->name, at->argument[0] == '\0' ? "" : " ", at->argument, ' ');
            char *line_ends = strchr(shown, '\0') - 1;
            const char *found = strstr(page->help, shown);
            *line_ends = '\n'; /* a long one has its text on the next line */
            ck_assert_msg(found != NULL || strstr(page->help, shown) != NULL, "%s --%s", page->command, at->name);
        }
    }
}
END_TEST

START_TEST(every_shell_has_a_script)
{
    static const char *const shells[] = {"bash", "zsh", "fish"};
    for (size_t i = 0; i < sizeof shells / sizeof shells[0]; i++) {
        ck_assert_str_eq(fg_completions[i].shell, shells[i]);
        ck_assert_ptr_nonnull(strstr(fg_completions[i].script, "completion for fargauge"));
        ck_assert_msg(strstr(fg_completions[i].script, "@TABLES@") == NULL, "%s", shells[i]);
    }
    ck_assert_ptr_null(fg_completions[3].shell);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pages");
    TCase *all = tcase_create("pages");
    tcase_add_test(all, every_command_has_its_page);
    tcase_add_test(all, the_program_has_its_page);
    tcase_add_test(all, unknown_commands_have_none);
    tcase_add_test(all, help_holds_every_option);
    tcase_add_test(all, every_shell_has_a_script);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
