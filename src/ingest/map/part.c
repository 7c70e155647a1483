/* SPDX-License-Identifier: MIT */
#include "ingest/map/part.h"

#include <stdio.h>
#include <string.h>

enum { NAME_SIZE = 64 };

/* Where Config's capitals differ by more than the first letter: as its published schemas have them, and as
 * CloudFormation does. */
static const struct {
    const char *name, *pascal;
} capitals[] = {
    {"awsvpcConfiguration", "AwsVpcConfiguration"},
    {"efsVolumeConfiguration", "EFSVolumeConfiguration"},
    {"fileSystemId", "FilesystemId"},
    {"fsxWindowsFileServerVolumeConfiguration", "FSxWindowsFileServerVolumeConfiguration"},
    {"s3filesVolumeConfiguration", "S3FilesVolumeConfiguration"},
};

/* ---- Names ---- */

static void spell(const char *name, size_t len, char out[NAME_SIZE])
{
    snprintf(out, NAME_SIZE, "%.*s", (int)len, name);
    if (out[0] >= 'a' && out[0] <= 'z')
        out[0] = (char)(out[0] - 'a' + 'A');
}

/* The member's name as Config has it. */
static const char *find_pascal(const struct fg_part *part, const char *name, size_t len, char room[NAME_SIZE])
{
    spell(name, len, room);
    if (fg_has(part->value, room))
        return room;
    for (size_t i = 0; i < sizeof capitals / sizeof capitals[0]; i++)
        if (strlen(capitals[i].name) == len && memcmp(capitals[i].name, name, len) == 0 &&
            fg_has(part->value, capitals[i].pascal))
            return capitals[i].pascal;
    return room;
}

/* The part that holds the path's last member. *ret_name is that member's name, as the part has it: the path's
 * own end, or in `room`. */
static struct fg_part walk(const struct fg_part *part, const char *path, char room[NAME_SIZE],
                           const char **ret_name)
{
    struct fg_part at = *part;
    for (const char *dot; (dot = strchr(path, '.')) != NULL; path = dot + 1) {
        size_t len = (size_t)(dot - path);
        const char *name = room;
        if (at.pascal)
            name = find_pascal(&at, path, len, room);
        else
            snprintf(room, NAME_SIZE, "%.*s", (int)len, path);
        at.value = fg_get_object(at.value, name, at.problem);
    }
    *ret_name = at.pascal ? find_pascal(&at, path, strlen(path), room) : path;
    return at;
}

/* ---- Members ---- */

const char *fg_part_text(const struct fg_part *part, const char *name)
{
    char room[NAME_SIZE];
    const char *own;
    struct fg_part at = walk(part, name, room, &own);
    return fg_get_text(at.value, own, at.problem);
}

const struct fg_value *fg_part_list(const struct fg_part *part, const char *name)
{
    char room[NAME_SIZE];
    const char *own;
    struct fg_part at = walk(part, name, room, &own);
    return fg_get_array(at.value, own, at.problem);
}

struct fg_part fg_part_object(const struct fg_part *part, const char *name)
{
    char room[NAME_SIZE];
    const char *own;
    struct fg_part at = walk(part, name, room, &own);
    at.value = fg_get_object(at.value, own, at.problem);
    return at;
}

bool fg_part_has(const struct fg_part *part, const char *name)
{
    char room[NAME_SIZE];
    const char *own;
    struct fg_part at = walk(part, name, room, &own);
    return fg_has(at.value, own);
}

struct fg_part fg_part_element(const struct fg_part *list_of, const char *name,
                               const struct fg_value *element)
{
    struct fg_part part = *list_of;
    part.value = fg_is_object(element) ? element : NULL;
    if (part.value == NULL)
        fg_problem_set(part.problem, "wrong_type", "%s: an entry that is not an object", name);
    return part;
}

/* ---- Binding ---- */

typedef void bind_fn(struct fg_load *load, struct fg_statement *insert, const char *parameter,
                     const struct fg_part *part, const char *name);

static void bind_text(struct fg_load *load, struct fg_statement *insert, const char *parameter,
                      const struct fg_part *part, const char *name)
{
    (void)load;
    fg_bind_text(insert, parameter, fg_get_text(part->value, name, part->problem));
}

static void bind_count(struct fg_load *load, struct fg_statement *insert, const char *parameter,
                       const struct fg_part *part, const char *name)
{
    int64_t count;
    (void)load;
    if (fg_get_int(part->value, name, &count, part->problem))
        fg_bind_int(insert, parameter, count);
}

static void bind_flag(struct fg_load *load, struct fg_statement *insert, const char *parameter,
                      const struct fg_part *part, const char *name)
{
    bool flag;
    (void)load;
    if (fg_get_bool(part->value, name, &flag, part->problem))
        fg_bind_int(insert, parameter, flag);
}

static void bind_time(struct fg_load *load, struct fg_statement *insert, const char *parameter,
                      const struct fg_part *part, const char *name)
{
    char time[FG_TIME_SIZE];
    if (!fg_get_time(part->value, name, time, part->problem))
        return;
    fg_bind_text(insert, parameter, time);
    fg_load_saw_time(load, time);
}

static void bind_names(struct fg_load *load, struct fg_statement *insert, const char *parameter,
                       const struct fg_part *part, const char *name)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    const char *comma = "";
    (void)load;
    fg_buf_add_char(&text, '[');
    for (const struct fg_value *at = fg_first(fg_get_array(part->value, name, part->problem));
         at != NULL; at = fg_next(at)) {
        const char *entry = fg_as_text(at, name, part->problem);
        if (entry == NULL)
            continue;
        fg_buf_add_text(&text, comma);
        fg_add_json_string(&text, entry);
        comma = ",";
    }
    fg_buf_add_char(&text, ']');
    fg_bind_text(insert, parameter, fg_buf_text(&text));
}

static int64_t count_or_0(const struct fg_part *part, const char *name)
{
    char room[NAME_SIZE];
    const char *own;
    int64_t count = 0;
    struct fg_part at = walk(part, name, room, &own);
    fg_get_int(at.value, own, &count, at.problem);
    return count;
}

static void add_provider(struct fg_buf *out, const struct fg_part *item)
{
    const char *provider = fg_part_text(item, "capacityProvider");
    int64_t weight = count_or_0(item, "weight"), base = count_or_0(item, "base");
    fg_buf_add_text(out, "{\"capacityProvider\":");
    fg_add_json_string(out, provider == NULL ? "" : provider);
    fg_buf_printf(out, ",\"weight\":%lld,\"base\":%lld}", (long long)weight, (long long)base);
}

static void bind_strategy(struct fg_load *load, struct fg_statement *insert, const char *parameter,
                          const struct fg_part *part, const char *name)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    (void)load;
    fg_buf_add_char(&text, '[');
    for (const struct fg_value *at = fg_first(fg_get_array(part->value, name, part->problem));
         at != NULL; at = fg_next(at)) {
        struct fg_part item = fg_part_element(part, name, at);
        fg_buf_add_text(&text, text.len > 1 ? "," : "");
        add_provider(&text, &item);
    }
    fg_buf_add_char(&text, ']');
    fg_bind_text(insert, parameter, fg_buf_text(&text));
}

void fg_part_bind(struct fg_load *load, struct fg_statement *insert, const struct fg_part *part,
                  const struct fg_binding *table)
{
    static bind_fn *const binders[] = {
        [FG_BINDS_TEXT] = bind_text,   [FG_BINDS_COUNT] = bind_count, [FG_BINDS_FLAG] = bind_flag,
        [FG_BINDS_TIME] = bind_time,   [FG_BINDS_NAMES] = bind_names, [FG_BINDS_STRATEGY] = bind_strategy,
    };
    for (; table->member != NULL; table++) {
        char room[NAME_SIZE];
        const char *own;
        bool other = part->pascal && table->config != NULL;
        struct fg_part at = walk(part, other ? table->config : table->member, room, &own);
        binders[table->how](load, insert, table->parameter, &at, own);
    }
}
