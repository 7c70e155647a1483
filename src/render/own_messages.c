/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "fargauge/buf.h"
#include "fargauge/template.h"
#include "render/own.h"
#include "render/pattern.h"
#include "render/template_load.h"
#include "render/template_place.h"

/* <fg:messages>, in it <fg:message key="…"> with one <fg:en> and one <fg:ja>. */

const char *const fg_languages[FG_LANGUAGES] = {"en", "ja"};

struct reading {
    struct fg_own_templates *templates;
    struct fg_faults *faults;
    const char *shown;
    struct fg_tags tags;
    bool exhausted;
};

static void fault(struct reading *reading, const xmlNode *node, const char *why, const char *hint)
{
    struct fg_spot spot = fg_tags_spot(&reading->tags, node, NULL);
    fg_faults_add(reading->faults, reading->shown, spot.line, spot.column, why, hint);
}

static bool is_ours(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns != NULL &&
           strcmp((const char *)node->ns->href, FG_TEMPLATE_NAMESPACE) == 0 &&
           strcmp((const char *)node->name, name) == 0;
}

static bool is_nothing(const xmlNode *node)
{
    return node->type == XML_COMMENT_NODE || xmlIsBlankNode(node);
}

static const char *key_of(const xmlNode *node)
{
    const xmlAttr *key = node->properties;
    if (key == NULL || key->next != NULL || key->ns != NULL || strcmp((const char *)key->name, "key") != 0)
        return NULL;
    return key->children == NULL || key->children->content == NULL ? NULL : (const char *)key->children->content;
}

static bool is_key(const char *key)
{
    return key != NULL &&
           key[strspn(key, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")] == '\0';
}

static struct fg_own_text *find(const struct fg_own_templates *templates, const char *key)
{
    for (size_t i = 0; i < templates->text_count; i++)
        if (strcmp(templates->texts[i].key, key) == 0)
            return &templates->texts[i];
    return NULL;
}

/* Lines are only how the file is laid out: a line break with the blanks around it is a space, and in Japanese nothing. */
static char *tidy(const char *text, bool joined)
{
    FG_BUF_AUTO out = FG_BUF_INIT;
    static const char blanks[] = " \t\r\n";
    text += strspn(text, blanks);
    fg_buf_add_text(&out, ""); /* the empty text, too, is one */
    while (*text != '\0') {
        size_t words = strcspn(text, blanks), gap = strspn(text + words, blanks);
        bool broken = memchr(text + words, '\n', gap) != NULL;
        fg_buf_add(&out, text, words);
        if (text[words + gap] != '\0' && broken)
            fg_buf_add_text(&out, joined ? "" : " ");
        else if (text[words + gap] != '\0')
            fg_buf_add(&out, text + words, gap);
        text += words + gap;
    }
    return fg_buf_take(&out);
}

/* What is written in an element that holds none; NULL where there is no memory. */
static char *text_of(const xmlNode *node, bool joined)
{
    FG_BUF_AUTO text = FG_BUF_INIT;
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
        if (child->type == XML_TEXT_NODE && child->content != NULL)
            fg_buf_add_text(&text, (const char *)child->content);
    return text.failed ? NULL : tidy(fg_buf_text(&text), joined);
}

static void check_pattern(struct reading *reading, const xmlNode *node, const char *text)
{
    struct fg_pattern pattern = {.rest = text, .len = strlen(text)};
    struct fg_piece piece;
    int more;
    while ((more = fg_pattern_next(&pattern, &piece)) > 0)
        continue;
    if (more < 0)
        fault(reading, node, pattern.why, "write {column} or {column|filter}, and {{ for a brace");
}

static void read_text(struct reading *reading, const xmlNode *node, struct fg_own_text *to)
{
    size_t lang = 0;
    while (lang < FG_LANGUAGES && !is_ours(node, fg_languages[lang]))
        lang++;
    if (lang == FG_LANGUAGES || xmlFirstElementChild((xmlNode *)node) != NULL || node->properties != NULL)
        fault(reading, node, "not a text of a message", "in <fg:message> write one <fg:en> and one <fg:ja>, with text");
    else if (to->texts[lang] != NULL)
        fault(reading, node, "a second text in one language", "keep one of them");
    else {
        to->texts[lang] = text_of(node, strcmp(fg_languages[lang], "ja") == 0);
        reading->exhausted |= to->texts[lang] == NULL;
        check_pattern(reading, node, to->texts[lang] == NULL ? "" : to->texts[lang]);
    }
}

static struct fg_own_text *add(struct reading *reading, const char *key)
{
    struct fg_own_templates *templates = reading->templates;
    if (templates->text_count == templates->text_room) {
        size_t room = templates->text_room * 2 + 32;
        struct fg_own_text *texts = realloc(templates->texts, room * sizeof *texts);
        if (texts == NULL)
            return NULL;
        templates->texts = texts;
        templates->text_room = room;
    }
    struct fg_own_text *text = &templates->texts[templates->text_count];
    *text = (struct fg_own_text){.key = strdup(key)};
    templates->text_count += text->key != NULL;
    return text->key == NULL ? NULL : text;
}

static void read_message(struct reading *reading, const xmlNode *node)
{
    const char *key = is_ours(node, "message") ? key_of(node) : NULL;
    if (!is_key(key)) {
        fault(reading, node, "not a message", "write <fg:message key=\"team.title\"> with letters, digits, . _ and -");
        return;
    }
    if (find(reading->templates, key) != NULL) {
        fault(reading, node, "a second message of this key", "keep one of them");
        return;
    }
    struct fg_own_text *text = add(reading, key);
    if (text == NULL) {
        reading->exhausted = true;
        return;
    }
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
        if (!is_nothing(child))
            read_text(reading, child, text);
    for (size_t lang = 0; lang < FG_LANGUAGES; lang++)
        if (text->texts[lang] == NULL)
            fault(reading, node, "a message that is not there in both languages",
                  "write <fg:en> and <fg:ja> in every message");
}

int fg_own_read_messages(struct fg_own_templates *templates, struct fg_faults *faults, struct fg_error *err)
{
    const struct fg_resource *file = fg_resources_find(templates->resources, "messages.xml");
    struct reading reading = {.templates = templates, .faults = faults};
    xmlDoc *document = NULL;
    size_t before = faults->count;
    if (file == NULL)
        return 0;
    if (fg_template_load(file, faults, &document, NULL) < 0)
        return fg_faults_say_nothing(faults, before) ? fg_error_memory(err) : 0;
    xmlNode *root = xmlDocGetRootElement(document);
    reading.shown = fg_resource_shown(file);
    fg_tags_read(&reading.tags, file, root);
    if (!is_ours(root, "messages"))
        fault(&reading, root, "not a file of messages", "begin it with <fg:messages>");
    else
        for (const xmlNode *node = root->children; node != NULL; node = node->next)
            if (!is_nothing(node))
                read_message(&reading, node);
    fg_tags_done(&reading.tags);
    xmlFreeDoc(document);
    return reading.exhausted ? fg_error_memory(err) : 0;
}

const char *fg_own_message(const struct fg_own_templates *templates, const char *key, const char *lang)
{
    const struct fg_own_text *text = find(templates, key);
    for (size_t i = 0; text != NULL && i < FG_LANGUAGES; i++)
        if (strcmp(fg_languages[i], lang) == 0)
            return text->texts[i];
    return NULL;
}
