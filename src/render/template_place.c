/* SPDX-License-Identifier: MIT */
#include "render/template_place.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct cursor {
    const char *text;
    size_t at, end;
    struct fg_spot spot; /* of `at` */
};

static void step(struct cursor *cursor)
{
    char c = cursor->text[cursor->at++];
    if (c == '\n') {
        cursor->spot.line++;
        cursor->spot.column = 1;
    } else if (((unsigned char)c & 0xC0) != 0x80) {
        cursor->spot.column++; /* bytes that go on with a character are passed in its step */
    }
}

struct fg_spot fg_text_spot(const char *text, size_t size, size_t offset)
{
    struct cursor cursor = {.text = text, .end = offset < size ? offset : size, .spot = {1, 1}};
    while (cursor.at < cursor.end)
        step(&cursor);
    return cursor.spot;
}

static bool starts(const struct cursor *cursor, const char *with)
{
    size_t len = strlen(with);
    return cursor->end - cursor->at >= len && memcmp(cursor->text + cursor->at, with, len) == 0;
}

/* Behind the next `end`. */
static void pass(struct cursor *cursor, const char *end)
{
    while (cursor->at < cursor->end && !starts(cursor, end))
        step(cursor);
    for (size_t i = 0; i < strlen(end) && cursor->at < cursor->end; i++)
        step(cursor);
}

static char here(const struct cursor *cursor)
{
    return cursor->at < cursor->end ? cursor->text[cursor->at] : '\0';
}

static void pass_quoted(struct cursor *cursor)
{
    const char quote[] = {here(cursor), '\0'};
    step(cursor);
    pass(cursor, quote);
}

static void pass_tag(struct cursor *cursor)
{
    while (here(cursor) != '>' && cursor->at < cursor->end)
        if (here(cursor) == '"' || here(cursor) == '\'')
            pass_quoted(cursor);
        else
            step(cursor);
}

static bool add(struct fg_tags *tags, const struct cursor *cursor)
{
    if (tags->count == tags->room) {
        size_t room = tags->room * 2 + 64;
        struct fg_tag *list = realloc(tags->list, room * sizeof *list);
        if (list == NULL)
            return false;
        tags->list = list;
        tags->room = room;
    }
    tags->list[tags->count++] = (struct fg_tag){.at = cursor->at, .spot = cursor->spot};
    return true;
}

static void find_tags(struct fg_tags *tags)
{
    static const char *const others[][2] = {
        {"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}, {"</", ">"},
    };
    struct cursor cursor = {.text = tags->text, .end = tags->size, .spot = {1, 1}};
    while (cursor.at < cursor.end) {
        size_t i = 0;
        while (i < sizeof others / sizeof others[0] && !starts(&cursor, others[i][0]))
            i++;
        if (i < sizeof others / sizeof others[0])
            pass(&cursor, others[i][1]);
        else if (here(&cursor) != '<')
            step(&cursor);
        else if (add(tags, &cursor))
            pass_tag(&cursor);
        else
            return;
    }
}

/* The element after `node` in the document's order. */
static xmlNode *next_element(xmlNode *node, const xmlNode *root)
{
    xmlNode *next = xmlFirstElementChild(node);
    while (next == NULL && node != root) {
        next = xmlNextElementSibling(node);
        node = node->parent;
    }
    return next;
}

void fg_tags_read(struct fg_tags *tags, const struct fg_resource *file, xmlNode *root)
{
    *tags = (struct fg_tags){.text = file->data, .size = file->size};
    find_tags(tags);
    uintptr_t number = 0;
    for (xmlNode *node = root; node != NULL; node = next_element(node, root))
        node->_private = (void *)++number;
}

void fg_tags_done(struct fg_tags *tags)
{
    free(tags->list);
    *tags = (struct fg_tags){0};
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* `name` (with its prefix) among the attributes of the tag that the cursor stands at. */
static bool find_attribute(struct cursor *cursor, const char *prefix, const char *name)
{
    size_t before = prefix == NULL ? 0 : strlen(prefix) + 1, len = before + strlen(name);
    while (cursor->at < cursor->end && here(cursor) != '>') {
        if (here(cursor) == '"' || here(cursor) == '\'')
            pass_quoted(cursor);
        if (!is_space(here(cursor))) {
            step(cursor);
            continue;
        }
        step(cursor);
        const char *at = cursor->text + cursor->at;
        if (cursor->end - cursor->at > len && memcmp(at + before, name, len - before) == 0 &&
            (before == 0 || (memcmp(at, prefix, before - 1) == 0 && at[before - 1] == ':')) &&
            (at[len] == '=' || is_space(at[len])))
            return true;
    }
    return false;
}

struct fg_spot fg_tags_spot(const struct fg_tags *tags, const xmlNode *node, const xmlAttr *attribute)
{
    size_t number = node->type == XML_ELEMENT_NODE ? (size_t)(uintptr_t)node->_private : 0;
    if (number == 0 || number > tags->count) {
        long line = xmlGetLineNo(node);
        return (struct fg_spot){line > 0 ? (unsigned)line : 1, 1};
    }
    const struct fg_tag *tag = &tags->list[number - 1];
    struct cursor cursor = {.text = tags->text, .at = tag->at, .end = tags->size, .spot = tag->spot};
    if (attribute != NULL && attribute->parent == node &&
        find_attribute(&cursor, attribute->ns == NULL ? NULL : (const char *)attribute->ns->prefix,
                       (const char *)attribute->name))
        return cursor.spot;
    return tag->spot;
}
