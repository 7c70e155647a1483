/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "pages.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* A page while it is read: the section that a line stands in, and the texts that grow. */
struct reading {
    struct pages *pages;
    struct page *page;
    const char *path;
    char section[64];
    char *paragraph; /* of DESCRIPTION, or an option's first */
    bool literal, option_done;
    FILE *details, *examples, *exits;
    char *details_text, *examples_text, *exits_text;
    size_t details_size, examples_size, exits_size;
};

_Noreturn void page_die(const char *path, const char *what, const char *which)
{
    fprintf(stderr, "pages: %s: %s: %s\n", path, what, which);
    exit(1);
}

static char *copy(const char *text, size_t len)
{
    char *made = strndup(text, len);
    if (made == NULL)
        page_die("memory", "none left", text);
    return made;
}

/* Underscores within words are none of scdoc's. */
static bool is_mark(const char *text, size_t at)
{
    if (text[at] == '*')
        return true;
    return text[at] == '_' && !(at > 0 && isalnum((unsigned char)text[at - 1]) && isalnum((unsigned char)text[at + 1]));
}

char *page_plain(const char *text)
{
    char *plain = copy(text, strlen(text));
    size_t to = 0;
    for (size_t at = 0; text[at] != '\0'; at++) {
        if (text[at] == '\\' && text[at + 1] != '\0')
            plain[to++] = text[++at];
        else if (!is_mark(text, at))
            plain[to++] = text[at];
    }
    plain[to] = '\0';
    return plain;
}

static int columns(const char *text, size_t len)
{
    int count = 0;
    for (size_t i = 0; i < len; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

void page_wrap(FILE *to, const char *text, int at, int indent)
{
    bool first = true;
    while (*(text += strspn(text, " ")) != '\0') {
        size_t len = strcspn(text, " ");
        int wide = columns(text, len);
        if (!first && at + 1 + wide > HELP_WIDTH) {
            fprintf(to, "\n%*s", indent, "");
            at = indent;
        } else if (!first) {
            fputc(' ', to);
            at++;
        }
        fwrite(text, 1, len, to);
        at += wide;
        text += len;
        first = false;
    }
    fputc('\n', to);
}

/* "parts/NAME.scd" beside the page. */
static FILE *open_part(const char *path, const char *name, char *ret_path, size_t size)
{
    const char *slash = strrchr(path, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - path) + 1;
    bool within = folder >= 6 && strncmp(slash - 5, "parts", 5) == 0;
    snprintf(ret_path, size, "%.*s%s%s.scd", (int)folder, path, within ? "" : "parts/", name);
    FILE *part = fopen(ret_path, "r");
    if (part == NULL)
        page_die(path, "there is no such part", name);
    return part;
}

/* Hand each line of the page to `take`, those of its parts in their place. */
static void each_line(const char *path, FILE *from, void (*take)(void *context, const char *line), void *context)
{
    char *line = NULL;
    size_t size = 0;
    for (ssize_t len; (len = getline(&line, &size, from)) >= 0;) {
        char part[4096];
        if (len > 0 && line[len - 1] == '\n')
            line[len - 1] = '\0';
        if (strncmp(line, "; include ", 10) != 0) {
            take(context, line);
            continue;
        }
        FILE *included = open_part(path, line + 10, part, sizeof part);
        each_line(part, included, take, context);
    }
    free(line);
    fclose(from);
}

static FILE *open_page(const char *path)
{
    FILE *from = fopen(path, "r");
    if (from == NULL)
        page_die(path, "page", "it cannot be read");
    return from;
}

static void add_text(char **text, const char *more)
{
    char *plain = page_plain(more), *joined;
    if (asprintf(&joined, "%s%s%s", *text == NULL ? "" : *text, *text == NULL ? "" : " ", plain) < 0)
        page_die("memory", "none left", more);
    free(plain);
    free(*text);
    *text = joined;
}

static void end_paragraph(struct reading *reading, FILE *to)
{
    if (reading->paragraph != NULL) {
        page_wrap(to, reading->paragraph, 0, 0);
        fputc('\n', to);
    }
    free(reading->paragraph);
    reading->paragraph = NULL;
}

/* DESCRIPTION and EXAMPLES: paragraphs, and lines between fences as they are. */
static void take_text(struct reading *reading, const char *line, FILE *to)
{
    if (strcmp(line, "```") == 0) {
        end_paragraph(reading, to);
        reading->literal = !reading->literal;
    } else if (reading->literal) {
        fprintf(to, "  %s\n", line);
    } else if (line[0] == '\0') {
        end_paragraph(reading, to);
    } else {
        add_text(&reading->paragraph, line);
    }
}

static void take_name(struct reading *reading, const char *line)
{
    const char *dash = strstr(line, " - ");
    if (line[0] == '\0')
        return;
    if (dash == NULL || strncmp(line, "fargauge", 8) != 0)
        page_die(reading->path, "NAME is not \"fargauge-COMMAND - summary\"", line);
    const char *command = line + 8 + (line[8] == '-');
    reading->page->command = copy(command, dash < command ? 0 : (size_t)(dash - command));
    reading->page->summary = page_plain(dash + 3);
}

/* What follows "fargauge COMMAND ". */
static void take_synopsis(struct reading *reading, const char *line)
{
    char *plain = page_plain(line);
    size_t skip = strlen("fargauge ") + strlen(reading->page->command);
    if (line[0] != '\0' && reading->page->arguments != NULL)
        page_die(reading->path, "SYNOPSIS has more than a line", line);
    if (line[0] != '\0')
        reading->page->arguments = copy(strlen(plain) > skip ? plain + skip + (plain[skip] == ' ') : "", strlen(plain));
    free(plain);
}

static void begin_option(struct reading *reading, const char *line)
{
    struct page *page = reading->page;
    if (page->option_count == OPTIONS_MAX)
        page_die(reading->path, "too many options", line);
    char *plain = page_plain(line);
    char *blank = strchr(plain, ' ');
    page->options[page->option_count++] = (struct option){
        .name = copy(plain + 2, blank == NULL ? strlen(plain) - 2 : (size_t)(blank - plain) - 2),
        .argument = copy(blank == NULL ? "" : blank + 1, strlen(plain)),
    };
    free(plain);
    reading->option_done = false;
}

/* The words of a directive "; words: A B" or "; list: A B", else NULL. */
static const char *words_of(const char *line, bool *ret_list)
{
    line += strspn(line, "\t");
    *ret_list = strncmp(line, "; list: ", 8) == 0;
    return *ret_list ? line + 8 : strncmp(line, "; words: ", 9) == 0 ? line + 9 : NULL;
}

static void take_option(struct reading *reading, const char *line)
{
    struct page *page = reading->page;
    struct option *last = page->option_count == 0 ? NULL : &page->options[page->option_count - 1];
    bool list;
    const char *words = words_of(line, &list);
    if (strncmp(line, "*--", 3) == 0) {
        begin_option(reading, line);
    } else if (last != NULL && words != NULL) {
        last->words = copy(words, strlen(words));
        last->list = list;
    } else if (last != NULL && line[0] == '\t' && !reading->option_done) {
        add_text(&last->help, line + 1);
    } else if (last != NULL && line[0] == '\0' && last->help != NULL) {
        reading->option_done = true;
    }
}

/* "*CODE*" and the text below it. */
static void take_exit(struct reading *reading, const char *line)
{
    if (line[0] == '*') {
        char *plain = page_plain(line);
        fprintf(reading->exits, "  %-3s", plain);
        free(plain);
    } else if (line[0] == '\t') {
        page_wrap(reading->exits, line + 1, 5, 5);
    }
}

static void take_line(void *context, const char *line)
{
    struct reading *reading = context;
    bool list;
    if (strncmp(line, "# ", 2) == 0) {
        end_paragraph(reading, strcmp(reading->section, "EXAMPLES") == 0 ? reading->examples : reading->details);
        snprintf(reading->section, sizeof reading->section, "%s", line + 2);
        return;
    }
    if (strcmp(reading->section, "SYNOPSIS") == 0 && words_of(line, &list) != NULL)
        reading->page->words = copy(words_of(line, &list), strlen(line));
    else if (strcmp(reading->section, "OPTIONS") == 0)
        take_option(reading, line);
    else if (line[0] == ';')
        return;
    else if (strcmp(reading->section, "NAME") == 0)
        take_name(reading, line);
    else if (strcmp(reading->section, "SYNOPSIS") == 0)
        take_synopsis(reading, line);
    else if (strcmp(reading->section, "DESCRIPTION") == 0)
        take_text(reading, line, reading->details);
    else if (strcmp(reading->section, "EXAMPLES") == 0)
        take_text(reading, line, reading->examples);
    else if (strcmp(reading->section, "EXIT STATUS") == 0)
        take_exit(reading, line);
}

static void check(const struct reading *reading)
{
    const struct page *page = reading->page;
    if (page->command == NULL || page->arguments == NULL)
        page_die(reading->path, "it lacks", page->command == NULL ? "NAME" : "SYNOPSIS");
    for (size_t i = 0; i < page->option_count; i++)
        if (page->options[i].help == NULL)
            page_die(reading->path, "an option without a text", page->options[i].name);
}

void page_read(struct pages *pages, const char *path)
{
    if (pages->count == PAGES_MAX)
        page_die(path, "page", "there are too many");
    struct reading reading = {.pages = pages, .page = &pages->list[pages->count++], .path = path};
    reading.details = open_memstream(&reading.details_text, &reading.details_size);
    reading.examples = open_memstream(&reading.examples_text, &reading.examples_size);
    reading.exits = open_memstream(&reading.exits_text, &reading.exits_size);
    if (reading.details == NULL || reading.examples == NULL || reading.exits == NULL)
        page_die(path, "memory", "none left");
    each_line(path, open_page(path), take_line, &reading);
    end_paragraph(&reading, reading.details);
    fclose(reading.details);
    fclose(reading.examples);
    fclose(reading.exits);
    reading.page->details = reading.details_text;
    reading.page->examples = reading.examples_text;
    reading.page->exits = reading.exits_text;
    check(&reading);
}

/* ---- for scdoc ---- */

struct expanding {
    const struct pages *pages;
    FILE *to;
};

static void expand_line(void *context, const char *line)
{
    const struct expanding *expanding = context;
    bool list;
    if (strcmp(line, "; commands") != 0) {
        if (words_of(line, &list) == NULL)
            fprintf(expanding->to, "%s\n", line);
        return;
    }
    for (size_t i = 1; i < expanding->pages->count; i++) {
        const struct page *page = &expanding->pages->list[i];
        fprintf(expanding->to, "%s*fargauge-%s*(1)\n\t%c%s.\n", i == 1 ? "" : "\n", page->command,
                toupper((unsigned char)page->summary[0]), page->summary + 1);
    }
}

void page_expand(const struct pages *pages, const char *path, FILE *to)
{
    struct expanding expanding = {pages, to};
    each_line(path, open_page(path), expand_line, &expanding);
}
