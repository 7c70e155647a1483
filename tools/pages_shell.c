/* SPDX-License-Identifier: MIT */
/* What the shells are told of each option: its value is a folder, a file, words, a list of words, or any text. */
#include "pages.h"

#include <string.h>

enum kind { FLAG, FOLDER, NAMED_FILE, WORDS, LIST, TEXT };

static enum kind kind_of(const struct option *option)
{
    static const char *const files[] = {"FILE", "PACK", "PROGRAM", "CA.pem"};
    if (option->argument[0] == '\0')
        return FLAG;
    if (option->words != NULL)
        return option->list ? LIST : WORDS;
    if (strchr(option->argument, '|') != NULL)
        return WORDS;
    if (strcmp(option->argument, "DIR") == 0)
        return FOLDER;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        if (strcmp(option->argument, files[i]) == 0)
            return NAMED_FILE;
    return TEXT;
}

static void put_words(FILE *to, const struct option *option)
{
    for (const char *at = option->words != NULL ? option->words : option->argument; *at != '\0'; at++)
        fputc(*at == '|' ? ' ' : *at, to);
}

/* The options of a page, and those that every command takes. */
static const struct option *option_at(const struct pages *pages, const struct page *page, size_t i)
{
    return i < page->option_count ? &page->options[i] : &pages->list[0].options[i - page->option_count];
}

static size_t option_count(const struct pages *pages, const struct page *page)
{
    return page->option_count + pages->list[0].option_count;
}

/* ---- bash ---- */

static void bash_value(FILE *to, const struct page *page, const struct option *option)
{
    static const char *const kinds[] = {NULL, "folder", "file", "words", "list", "text"};
    if (kind_of(option) == FLAG)
        return;
    fprintf(to, "    %s/--%s) echo '%s", page->command, option->name, kinds[kind_of(option)]);
    if (kind_of(option) == WORDS || kind_of(option) == LIST) {
        fputc(' ', to);
        put_words(to, option);
    }
    fputs("' ;;\n", to);
}

void pages_write_bash(FILE *to, const struct pages *pages)
{
    fputs("_fargauge_commands() {\n  echo '", to);
    for (size_t i = 1; i < pages->count; i++)
        fprintf(to, "%s ", pages->list[i].command);
    fputs("--help --version'\n}\n\n_fargauge_options() {\n  case $1 in\n", to);
    for (size_t i = 1; i < pages->count; i++) {
        const struct page *page = &pages->list[i];
        fprintf(to, "    %s) echo '", page->command);
        for (size_t j = 0; j < option_count(pages, page); j++)
            fprintf(to, "%s--%s", j == 0 ? "" : " ", option_at(pages, page, j)->name);
        fputs("' ;;\n", to);
    }
    fputs("  esac\n}\n\n_fargauge_arguments() {\n  case $1 in\n", to);
    for (size_t i = 1; i < pages->count; i++)
        if (pages->list[i].words != NULL)
            fprintf(to, "    %s) echo '%s' ;;\n", pages->list[i].command, pages->list[i].words);
    fputs("  esac\n}\n\n_fargauge_value() {\n  case $1/$2 in\n", to);
    for (size_t i = 1; i < pages->count; i++)
        for (size_t j = 0; j < option_count(pages, &pages->list[i]); j++)
            bash_value(to, &pages->list[i], option_at(pages, &pages->list[i], j));
    fputs("  esac\n}\n", to);
}

/* ---- zsh ---- */

/* Within single quotes, in a specification of _arguments, whose own signs are `special`. */
static void zsh_text(FILE *to, const char *text, const char *special)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            fputs("'\\'", to);
        else if (strchr(special, *text) != NULL)
            fputc('\\', to);
        fputc(*text, to);
    }
}

static void zsh_option(FILE *to, const struct option *option)
{
    bool again = strstr(option->argument, ",…") != NULL || strchr(option->argument, '=') != NULL;
    fprintf(to, "        '%s--%s%s[", again ? "*" : "", option->name, kind_of(option) == FLAG ? "" : "=");
    zsh_text(to, option->help, "[]:\\");
    fputc(']', to);
    if (kind_of(option) != FLAG) {
        fputc(':', to);
        zsh_text(to, option->argument, ":\\");
        fputc(':', to);
    }
    if (kind_of(option) == FOLDER)
        fputs("_files -/", to);
    else if (kind_of(option) == NAMED_FILE)
        fputs("_files", to);
    else if (kind_of(option) == WORDS || kind_of(option) == LIST) {
        fputs(kind_of(option) == LIST ? "_sequence compadd - " : "(", to);
        put_words(to, option);
        fputs(kind_of(option) == LIST ? "" : ")", to);
    }
    fputs("' \\\n", to);
}

void pages_write_zsh(FILE *to, const struct pages *pages)
{
    fputs("_fargauge_commands=(\n", to);
    for (size_t i = 1; i < pages->count; i++) {
        fprintf(to, "  '%s:", pages->list[i].command);
        zsh_text(to, pages->list[i].summary, ":\\");
        fputs("'\n", to);
    }
    fputs(")\n\n_fargauge_of() {\n  case $1 in\n", to);
    for (size_t i = 1; i < pages->count; i++) {
        const struct page *page = &pages->list[i];
        fprintf(to, "    %s)\n      _arguments \\\n", page->command);
        for (size_t j = 0; j < option_count(pages, page); j++)
            zsh_option(to, option_at(pages, page, j));
        if (page->words != NULL)
            fprintf(to, "        '1:what:(%s)' \\\n", page->words);
        fputs("        '*:file:_files'\n      ;;\n", to);
    }
    fputs("  esac\n}\n", to);
}

/* ---- fish ---- */

static void fish_text(FILE *to, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'' || *text == '\\')
            fputc('\\', to);
        fputc(*text, to);
    }
}

static void fish_option(FILE *to, const struct page *page, const struct option *option)
{
    enum kind kind = kind_of(option);
    fprintf(to, "complete -c fargauge -n '__fish_seen_subcommand_from %s' -l %s", page->command, option->name);
    if (kind == NAMED_FILE)
        fputs(" -r -F", to);
    else if (kind == FOLDER)
        fputs(" -x -a '(__fish_complete_directories)'", to);
    else if (kind == WORDS || kind == LIST) {
        fputs(kind == LIST ? " -x -a '(__fish_append , " : " -x -a '", to);
        put_words(to, option);
        fputs(kind == LIST ? ")'" : "'", to);
    } else if (kind == TEXT)
        fputs(" -x", to);
    fputs(" -d '", to);
    fish_text(to, option->help);
    fputs("'\n", to);
}

void pages_write_fish(FILE *to, const struct pages *pages)
{
    for (size_t i = 1; i < pages->count; i++) {
        const struct page *page = &pages->list[i];
        fprintf(to, "complete -c fargauge -n __fish_use_subcommand -f -a %s -d '", page->command);
        fish_text(to, page->summary);
        fputs("'\n", to);
        if (page->words != NULL)
            fprintf(to, "complete -c fargauge -n '__fish_seen_subcommand_from %s; and not __fish_seen_subcommand_from %s' "
                        "-f -a '%s'\n", page->command, page->words, page->words);
        for (size_t j = 0; j < option_count(pages, page); j++)
            fish_option(to, page, option_at(pages, page, j));
    }
}
