/* SPDX-License-Identifier: MIT */
/* A JSON writer with two looks: as the AWS CLI prints it, and as AWS Config delivers it. */
#include "make_samples.h"

#include <inttypes.h>
#include <stdarg.h>
#include <time.h>

static void put_quoted(FILE *out, const char *text) {
    fputc('"', out);
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            fputc('\\', out);
        fputc(*text, out);
    }
    fputc('"', out);
}

static void new_line(const struct ms_json *j) {
    if (j->pretty)
        fprintf(j->out, "\n%*s", 4 * j->depth, "");
}

/* Comma, line and key: all that comes before a value. */
static void before(struct ms_json *j, const char *key) {
    if (!j->fresh)
        fputc(',', j->out);
    if (j->depth > 0)
        new_line(j);
    j->fresh = false;
    if (key == NULL)
        return;
    put_quoted(j->out, key);
    fputs(j->pretty ? ": " : ":", j->out);
}

void ms_json_open(struct ms_json *j, const char *key, char bracket) {
    before(j, key);
    fputc(bracket, j->out);
    j->depth++;
    j->fresh = true;
}

void ms_json_close(struct ms_json *j, char bracket) {
    j->depth--;
    if (!j->fresh)
        new_line(j);
    fputc(bracket, j->out);
    j->fresh = false;
    if (j->depth == 0 && j->pretty)
        fputc('\n', j->out);
}

void ms_json_empty(struct ms_json *j, const char *key, const char *brackets) {
    before(j, key);
    fputs(brackets, j->out);
}

void ms_json_str(struct ms_json *j, const char *key, const char *value) {
    if (value == NULL)
        return;
    before(j, key);
    put_quoted(j->out, value);
}

void ms_json_fmt(struct ms_json *j, const char *key, const char *format, ...) {
    char text[2 * MS_TEXT];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    ms_json_str(j, key, text);
}

void ms_json_int(struct ms_json *j, const char *key, int64_t value) {
    before(j, key);
    fprintf(j->out, "%" PRId64, value);
}

void ms_json_bool(struct ms_json *j, const char *key, bool value) {
    before(j, key);
    fputs(value ? "true" : "false", j->out);
}

void ms_json_null(struct ms_json *j, const char *key) {
    before(j, key);
    fputs("null", j->out);
}

void ms_json_decimal(struct ms_json *j, const char *key, const char *digits) {
    before(j, key);
    fputs(digits, j->out);
}

void ms_json_time(struct ms_json *j, const char *key, int64_t milliseconds) {
    int fraction = (int)(milliseconds % 1000);
    time_t seconds = (time_t)(milliseconds / 1000);
    before(j, key);
    if (j->clock == CLOCK_EPOCH) {
        fprintf(j->out, "%" PRId64 ".%03d", (int64_t)seconds, fraction);
        return;
    }
    bool tokyo = j->clock == CLOCK_TOKYO;
    seconds += tokyo ? 9 * 3600 : 0;
    char text[32];
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", gmtime(&seconds));
    fprintf(j->out, tokyo ? "\"%s.%03d000+09:00\"" : "\"%s.%03dZ\"", text, fraction);
}
