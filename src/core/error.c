/* SPDX-License-Identifier: MIT */
#include "fargauge/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* What can be said of a machine that fails, where nobody knows better. */
static const char machine_hint[] = "check that the disk works and has room, that this user may use it, and what ulimit -a allows";

int fg_error_set(struct fg_error *err, enum fg_code code, const char *format, ...)
{
    if (err == NULL)
        return -1;
    err->code = code;
    err->damaged = false;
    snprintf(err->hint, sizeof err->hint, "%s", code == FG_IO ? machine_hint : "");
    va_list args;
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    return -1;
}

bool fg_error_is_machine(const struct fg_error *err)
{
    return (err->code == FG_IO && !err->damaged) || err->code == FG_STOPPED;
}

int fg_error_hint(struct fg_error *err, const char *format, ...)
{
    if (err == NULL)
        return -1;
    va_list args;
    va_start(args, format);
    vsnprintf(err->hint, sizeof err->hint, format, args);
    va_end(args);
    return -1;
}

int fg_error_prepend(struct fg_error *err, const char *format, ...)
{
    if (err == NULL)
        return -1;
    char context[sizeof err->message] = "";
    va_list args;
    va_start(args, format);
    vsnprintf(context, sizeof context, format, args);
    va_end(args);

    /* Move the old text behind the context, cut where the room ends. */
    static const char joint[] = ": ";
    size_t used = strlen(context);
    char joined[2 * sizeof err->message + sizeof joint];
    memcpy(joined, context, used);
    memcpy(joined + used, joint, sizeof joint - 1);
    memcpy(joined + used + sizeof joint - 1, err->message, strlen(err->message) + 1);
    joined[sizeof err->message - 1] = '\0';
    memcpy(err->message, joined, sizeof err->message);
    return -1;
}

int fg_error_memory(struct fg_error *err)
{
    fg_error_set(err, FG_IO, "memory: not enough for this step");
    return fg_error_hint(err, "close other programs, or import fewer files at a time");
}
