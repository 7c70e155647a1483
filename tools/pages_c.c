/* SPDX-License-Identifier: MIT */
#include "pages.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static void put_byte(FILE *to, int c)
{
    if (c == '"' || c == '\\')
        fprintf(to, "\\%c", c);
    else if (c >= 0x20 && c < 0x7f && c != '?') /* '?' could start a trigraph */
        fputc(c, to);
    else
        fprintf(to, "\\%03o", (unsigned)c);
}

/* A string literal, a line of text a line. */
static void put_string(FILE *to, const char *text)
{
    fputs("\n     \"", to);
    for (; *text != '\0'; text++) {
        put_byte(to, (unsigned char)*text);
        if (*text == '\n' && text[1] != '\0')
            fputs("\"\n     \"", to);
    }
    fputc('"', to);
}

static int columns(const char *text)
{
    int count = 0;
    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

enum { LEFT = 31 };

static void help_option(FILE *to, const struct option *option)
{
    int wide = 4 + columns(option->name) + (option->argument[0] == '\0' ? 0 : 1 + columns(option->argument));
    fprintf(to, "  --%s%s%s", option->name, option->argument[0] == '\0' ? "" : " ", option->argument);
    if (wide >= LEFT)
        fprintf(to, "\n%*s", LEFT, "");
    else
        fprintf(to, "%*s", LEFT - wide, "");
    page_wrap(to, option->help, LEFT, LEFT);
}

static void help_options(FILE *to, const char *heading, const struct page *page)
{
    if (page->option_count > 0)
        fprintf(to, "%s:\n", heading);
    for (size_t i = 0; i < page->option_count; i++)
        help_option(to, &page->options[i]);
}

static void help_summary(FILE *to, const struct page *page)
{
    char summary[1024];
    snprintf(summary, sizeof summary, "%c%s.", toupper((unsigned char)page->summary[0]), page->summary + 1);
    page_wrap(to, summary, 0, 0);
}

/* fargauge COMMAND --help. */
static void help_command(FILE *to, const struct pages *pages, const struct page *page)
{
    fputs("usage: ", to);
    char usage[1024];
    snprintf(usage, sizeof usage, "fargauge %s %s", page->command, page->arguments);
    page_wrap(to, usage, 7, 9);
    help_summary(to, page);
    fprintf(to, "\n%s", page->details);
    if (page->examples[0] != '\0')
        fprintf(to, "Examples:\n%s\n", page->examples);
    help_options(to, "Options", page);
    help_options(to, page->option_count > 0 ? "\nOptions of every command" : "Options of every command", &pages->list[0]);
}

/* fargauge --help. */
static void help_program(FILE *to, const struct pages *pages)
{
    const struct page *program = &pages->list[0];
    fprintf(to, "usage: fargauge %s\n", program->arguments);
    help_summary(to, program);
    fputc('\n', to);
    for (size_t i = 1; i < pages->count; i++) {
        fprintf(to, "  %-11s ", pages->list[i].command);
        page_wrap(to, pages->list[i].summary, 14, 14);
    }
    fputs("\nfargauge COMMAND --help tells more; fargauge --version names the libraries, with\n--verbose also how the program is confined.\n\nExit codes:\n", to);
    fputs(program->exits, to);
}

static void put_page(FILE *to, const struct pages *pages, const struct page *page)
{
    char *help = NULL;
    size_t size = 0;
    FILE *text = open_memstream(&help, &size);
    if (text == NULL)
        page_die(page->command, "memory", "none left");
    if (page == &pages->list[0])
        help_program(text, pages);
    else
        help_command(text, pages, page);
    fclose(text);
    fprintf(to, "    {\"%s\", ", page->command);
    put_string(to, page->arguments);
    fputc(',', to);
    put_string(to, help);
    fprintf(to, ",\n     options_of_%zu},\n", (size_t)(page - pages->list));
    free(help);
}

static void put_options(FILE *to, size_t number, const struct page *page)
{
    fprintf(to, "static const struct fg_page_option options_of_%zu[] = {\n", number);
    for (size_t i = 0; i < page->option_count; i++) {
        fprintf(to, "    {\"%s\",", page->options[i].name);
        put_string(to, page->options[i].argument);
        fputs("},\n", to);
    }
    fputs("    {NULL, NULL},\n};\n\n", to);
}

void pages_write_c(FILE *to, const struct pages *pages, const char *scripts[][2], size_t count)
{
    fputs("/* Made by tools/pages.c. */\n#include \"cmd/page.h\"\n\n#include <stddef.h>\n\n", to);
    for (size_t i = 0; i < pages->count; i++)
        put_options(to, i, &pages->list[i]);
    fputs("const struct fg_page fg_pages[] = {\n", to);
    for (size_t i = 0; i < pages->count; i++)
        put_page(to, pages, &pages->list[i]);
    fputs("    {NULL, NULL, NULL, NULL},\n};\n\nconst struct fg_completion fg_completions[] = {\n", to);
    for (size_t i = 0; i < count; i++) {
        fprintf(to, "    {\"%s\",", scripts[i][0]);
        put_string(to, scripts[i][1]);
        fputs("},\n", to);
    }
    fputs("    {NULL, NULL},\n};\n", to);
}
