/* SPDX-License-Identifier: MIT */
#include "make_input.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

/* ---- Pseudo-random numbers: splitmix64 ---- */

uint64_t any(struct out *out)
{
    uint64_t z = out->random += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

unsigned below(struct out *out, unsigned limit)
{
    return (unsigned)(any(out) % limit);
}

/* ---- JSON ---- */

void put(struct out *out, char c)
{
    putc_unlocked(c, out->to);
    out->written++;
}

static void put_all(struct out *out, const char *text)
{
    while (*text != '\0')
        put(out, *text++);
}

static void new_line(struct out *out)
{
    if (!out->pretty)
        return;
    put(out, '\n');
    for (int i = 0; i < 4 * out->depth; i++)
        put(out, ' ');
}

static void put_string(struct out *out, const char *text)
{
    put(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            put(out, '\\');
        put(out, *text);
    }
    put(out, '"');
}

/* What stands before a value: a comma, a line, its name (NULL in an array). */
static void lead(struct out *out, const char *name)
{
    if (!out->first)
        put(out, ',');
    if (out->depth > 0)
        new_line(out);
    out->first = false;
    if (name == NULL)
        return;
    put_string(out, name);
    put_all(out, out->pretty ? ": " : ":");
}

void begin(struct out *out, const char *name, char bracket)
{
    lead(out, name);
    put(out, bracket);
    out->depth++;
    out->first = true;
}

void end(struct out *out, char bracket)
{
    out->depth--;
    if (!out->first)
        new_line(out);
    put(out, bracket);
    out->first = false;
}

void text(struct out *out, const char *name, const char *format, ...)
{
    char line[2048];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    lead(out, name);
    put_string(out, line);
}

/* A number, or a word. */
void bare(struct out *out, const char *name, const char *format, ...)
{
    char line[64];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    lead(out, name);
    put_all(out, line);
}

void uuid(struct out *out, const char *name)
{
    uint64_t a = any(out), b = any(out);
    text(out, name, "%08x-%04x-4%03x-a%03x-%012" PRIx64, (unsigned)(a >> 32),
         (unsigned)(a >> 16) & 0xFFFF, (unsigned)a & 0xFFF, (unsigned)(b >> 48) & 0xFFF,
         b & UINT64_C(0xFFFFFFFFFFFF));
}

/* A moment in May 2025. */
void moment(struct out *out, const char *name, const char *zone)
{
    text(out, name, "2025-05-%02uT%02u:%02u:%02u.%03u%s", 1 + below(out, 31), below(out, 24),
         below(out, 60), below(out, 60), below(out, 1000), zone);
}

void tags(struct out *out, const char *name_key, const char *value_key)
{
    static const char *const teams[] = {"payments", "logistics", "search",
                                        "\u6c7a\u6e08\u57fa\u76e4"};
    begin(out, name_key[0] == 'k' ? "tags" : "Tags", '[');
    begin(out, NULL, '{');
    text(out, name_key, "team");
    text(out, value_key, "%s", PICK(out, teams));
    end(out, '}');
    begin(out, NULL, '{');
    text(out, name_key, "cost-center");
    text(out, value_key, "CC-%04u", below(out, 10000));
    end(out, '}');
    end(out, ']');
}
