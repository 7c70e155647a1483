/* SPDX-License-Identifier: MIT */
#include "pack/bag_odd.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const kinds[FG_ODD_KINDS] = {
    [FG_ODD_GAP] = "added",     [FG_ODD_BEHIND] = "added", [FG_ODD_TWICE] = "unsafe",    [FG_ODD_FOLDER] = "unsafe",
    [FG_ODD_MODE] = "unsafe", [FG_ODD_OWNER] = "unsafe", [FG_ODD_MORE] = "added",
};

void fg_odd_add(struct fg_odd *odd, enum fg_odd_kind kind, const char *which, const char *format, ...)
{
    char detail[512];
    va_list values;
    if (odd->seen[kind].count++ > 0)
        return;
    va_start(values, format);
    vsnprintf(detail, sizeof detail, format, values);
    va_end(values);
    fg_buf_add_text(&odd->seen[kind].which, which);
    fg_buf_add_text(&odd->seen[kind].detail, detail);
}

int fg_odd_tell(const struct fg_odd *odd, struct fg_findings *findings, struct fg_error *err)
{
    for (int kind = 0; kind < FG_ODD_KINDS; kind++) {
        size_t count = odd->seen[kind].count;
        const struct fg_buf *which = &odd->seen[kind].which, *detail = &odd->seen[kind].detail;
        if (which->failed || detail->failed)
            return fg_error_memory(err);
        if (count > 1)
            fg_findings_add(findings, kinds[kind], which->data, "%s (and %zu more)", detail->data, count - 1);
        else if (count > 0)
            fg_findings_add(findings, kinds[kind], which->data, "%s", detail->data);
    }
    return fg_findings_check(findings, err);
}

bool fg_odd_is_habit(const struct fg_odd *odd)
{
    size_t habits = 0, others = 0;
    for (int kind = 0; kind < FG_ODD_KINDS; kind++)
        *(kind == FG_ODD_MODE || kind == FG_ODD_OWNER || kind == FG_ODD_MORE ? &habits : &others) += odd->seen[kind].count;
    return habits > 0 && others == 0;
}

void fg_odd_done(struct fg_odd *odd)
{
    for (int kind = 0; kind < FG_ODD_KINDS; kind++) {
        fg_buf_done(&odd->seen[kind].which);
        fg_buf_done(&odd->seen[kind].detail);
    }
}

bool fg_odd_is_empty(const unsigned char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

void fg_odd_check_mode(struct fg_odd *odd, const char *name, bool is_folder, unsigned mode)
{
    unsigned usual = is_folder ? 0755 : 0644;
    if (mode != usual)
        fg_odd_add(odd, FG_ODD_MODE, name, "its mode is %04o, in a pack it is %04o", mode, usual);
}

void fg_odd_check_owner(struct fg_odd *odd, const char *name, uint64_t user, uint64_t group)
{
    if (user != 0 || group != 0)
        fg_odd_add(odd, FG_ODD_OWNER, name, "it is of user %" PRIu64 " and group %" PRIu64 ", in a pack of 0 and 0", user, group);
}
