/* SPDX-License-Identifier: MIT */
/*
 * check_text ALLOWED FILE...: the files are UTF-8 and hold nothing that a reader cannot see or that
 * moves what he sees. ALLOWED names the control characters that may stand there: n line feed, r
 * carriage return, t tab.
 *
 * The list is this test's own reading of the contract, apart from the program's table.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const uint32_t forbidden[][2] = {
    {0x00, 0x1F},       {0x7F, 0x9F},       {0x061C, 0x061C},     {0x200B, 0x200B},
    {0x200E, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x2064},     {0x2066, 0x206F},
    {0xFDD0, 0xFDEF},   {0xFEFF, 0xFEFF},   {0xFFF9, 0xFFFB},     {0xFFFE, 0xFFFF},
    {0x1FFFE, 0x1FFFF}, {0xE0000, 0xE007F}, {0x10FFFE, 0x10FFFF},
};

static bool allowed(uint32_t code, const char *names) {
    return (code == '\n' && strchr(names, 'n') != NULL) ||
           (code == '\r' && strchr(names, 'r') != NULL) ||
           (code == '\t' && strchr(names, 't') != NULL);
}

static bool is_forbidden(uint32_t code) {
    for (size_t i = 0; i < sizeof forbidden / sizeof forbidden[0]; i++)
        if (code >= forbidden[i][0] && code <= forbidden[i][1])
            return true;
    return false;
}

/* One character; -1 at the end, -2 for what is no UTF-8. */
static long next(FILE *from) {
    int first = getc(from);
    if (first == EOF || first < 0x80)
        return first == EOF ? -1 : first;
    int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    uint32_t code = (uint32_t)first & (0x3Fu >> more);
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    if (first < 0xC2 || first > 0xF4)
        return -2;
    for (int i = 0; i < more; i++) {
        int byte = getc(from);
        if (byte == EOF || (byte & 0xC0) != 0x80)
            return -2;
        code = code << 6 | ((uint32_t)byte & 0x3F);
    }
    return code < least[more] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000) ? -2
                                                                                      : (long)code;
}

static long check(const char *path, const char *names) {
    long broken = 0, line = 1, code;
    FILE *from = fopen(path, "r");
    if (from == NULL) {
        perror(path);
        return 1;
    }
    while ((code = next(from)) != -1) {
        line += code == '\n';
        if (code != -2 && (!is_forbidden((uint32_t)code) || allowed((uint32_t)code, names)))
            continue;
        if (broken++ < 20 && code == -2)
            printf("%s:%ld: not UTF-8\n", path, line);
        else if (broken <= 20)
            printf("%s:%ld: U+%04lX\n", path, line, (unsigned long)code);
    }
    fclose(from);
    return broken;
}

int main(int argc, char **argv) {
    long broken = 0;
    if (argc < 3) {
        fputs("usage: check_text ALLOWED FILE...\n", stderr);
        return 2;
    }
    for (int i = 2; i < argc; i++)
        broken += check(argv[i], argv[1]);
    return broken > 0;
}
