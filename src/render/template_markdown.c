/* SPDX-License-Identifier: MIT */
#include "render/template_compile.h"

#include <string.h>

/* A Markdown template is a page of XHTML, of the elements below; they are written as Markdown spells them. Each block
 * brings the line breaks behind it, so that it may come, go and repeat. */

enum place {
    PLACE_BLOCKS = 1, /* where blocks stand */
    PLACE_LIST = 2,
    PLACE_NUMBERED = 4,
    PLACE_TABLE = 8,
    PLACE_ROW = 16,
    PLACE_TEXT = 32,
    PLACE_CELL = 64,
    PLACE_CODE = 128,
    PLACE_NONE = 256, /* nothing of it is written: the mock-up's title and style */
};

struct form {
    const char *name;
    unsigned in;       /* where it may stand */
    enum place inside; /* 0: what is around it */
    const char *before, *behind;
};

static const struct form forms[] = {
    {"html", PLACE_BLOCKS, PLACE_BLOCKS, "", ""},
    {"head", PLACE_BLOCKS, PLACE_NONE, "", ""},
    {"body", PLACE_BLOCKS, PLACE_BLOCKS, "", ""},
    {"main", PLACE_BLOCKS, PLACE_BLOCKS, "", ""},
    {"section", PLACE_BLOCKS, PLACE_BLOCKS, "", ""},
    {"div", PLACE_BLOCKS, PLACE_BLOCKS, "", ""},
    {"h1", PLACE_BLOCKS, PLACE_TEXT, "# ", "\n\n"},
    {"h2", PLACE_BLOCKS, PLACE_TEXT, "## ", "\n\n"},
    {"h3", PLACE_BLOCKS, PLACE_TEXT, "### ", "\n\n"},
    {"h4", PLACE_BLOCKS, PLACE_TEXT, "#### ", "\n\n"},
    {"p", PLACE_BLOCKS, PLACE_TEXT, "", "\n\n"},
    {"ul", PLACE_BLOCKS, PLACE_LIST, "", "\n"},
    {"ol", PLACE_BLOCKS, PLACE_NUMBERED, "", "\n"},
    {"li", PLACE_LIST, PLACE_TEXT, "- ", "\n"},
    {"li", PLACE_NUMBERED, PLACE_TEXT, "1. ", "\n"},
    {"table", PLACE_BLOCKS, PLACE_TABLE, "", "\n"},
    {"thead", PLACE_TABLE, PLACE_TABLE, "", ""},
    {"tbody", PLACE_TABLE, PLACE_TABLE, "", ""},
    {"tr", PLACE_TABLE, PLACE_ROW, "|", "\n"},
    {"th", PLACE_ROW, PLACE_CELL, " ", " |"},
    {"td", PLACE_ROW, PLACE_CELL, " ", " |"},
    {"span", PLACE_TEXT | PLACE_CELL, 0, "", ""},
    {"code", PLACE_TEXT | PLACE_CELL, PLACE_CODE, "", ""},
    {"a", PLACE_TEXT | PLACE_CELL, 0, "[", ""},
};

static const struct form *find_form(const char *name, enum place place)
{
    const struct form *other = NULL;
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        if (strcmp(forms[i].name, name) == 0) {
            other = &forms[i];
            if ((forms[i].in & place) != 0)
                break;
        }
    return other;
}

static enum place place_of(const struct fg_compiler *compiler)
{
    return compiler->place == 0 ? PLACE_BLOCKS : (enum place)compiler->place;
}

static enum fg_markup markup_in(enum place place, bool cell)
{
    if (place == PLACE_CODE)
        return cell ? FG_MARKUP_MARKDOWN_CODE_CELL : FG_MARKUP_MARKDOWN_CODE;
    return place == PLACE_CELL ? FG_MARKUP_MARKDOWN_CELL : FG_MARKUP_MARKDOWN;
}

/* A line break in a template of text is a space; one in data is shown as an escape. */
static void emit_line(struct fg_compiler *compiler, const char *text, size_t len)
{
    while (len > 0) {
        size_t word = strcspn(text, "\t\r\n");
        word = word < len ? word : len;
        fg_emit_markup(compiler, compiler->markup, text, word);
        if (word < len)
            fg_emit_raw(compiler, " ", 1);
        word += word < len;
        text += word;
        len -= word;
    }
}

/* White space is one space, and none at the ends of what holds the text. */
int fg_compile_markdown_text(struct fg_compiler *compiler, const xmlNode *node, const char *text)
{
    enum place place = place_of(compiler);
    bool blank = text[strspn(text, " \t\r\n")] == '\0';
    if ((place & (PLACE_TEXT | PLACE_CELL | PLACE_CODE)) == 0)
        return blank ? 0
                     : fg_compile_error(compiler, node->parent, "put it into <p>, a list's item or a table's cell",
                                        "text between blocks");
    size_t first = node->prev == NULL ? strspn(text, " \t\r\n") : 0, last = strlen(text);
    while (node->next == NULL && last > first && strchr(" \t\r\n", text[last - 1]) != NULL)
        last--;
    if (blank && last > first)
        fg_emit_raw(compiler, " ", 1);
    else if (compiler->template->mode == FG_MODE_TEXT)
        emit_line(compiler, text + first, last > first ? last - first : 0);
    else
        fg_emit_markup(compiler, compiler->markup, text + first, last - first);
    return 0;
}

static bool is_header(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, "th") == 0;
}

/* The line that makes a table of the header above it. */
static void emit_rule(struct fg_compiler *compiler, const xmlNode *row)
{
    fg_emit_text(compiler, "|");
    for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
        if (!is_header(cell))
            continue;
        const char *align = fg_compile_attribute(cell, "align", false);
        fg_emit_text(compiler, align != NULL && strcmp(align, "right") == 0 ? " ---: |" : " --- |");
    }
    fg_emit_text(compiler, "\n");
}

static bool has_directive(const xmlNode *node)
{
    static const char *const names[] = {"each", "if", "unless", "empty"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (fg_compile_attribute(node, names[i], true) != NULL)
            return true;
    return false;
}

/* A table begins with one row of <th>, which is always there: that many columns it has. */
static int check_row(struct fg_compiler *compiler, const struct fg_element *element, bool *ret_header)
{
    size_t headers = 0, kept = has_directive(element->node);
    for (const xmlNode *cell = element->node->children; cell != NULL; cell = cell->next)
        if (is_header(cell)) {
            headers++;
            kept += has_directive(cell);
        }
    *ret_header = headers > 0;
    if (headers > 0 && kept > 0)
        return fg_compile_error(compiler, element->node, "write the heading's row and its cells without conditions",
                                "a heading that is not always there");
    if ((headers > 0) == compiler->table_started)
        return fg_compile_error(compiler, element->node, "begin a table with one row of <th>, go on with <td>",
                                headers > 0 ? "a second row of headings" : "a table without a row of headings");
    compiler->table_started = true;
    return 0;
}

static int check_attributes(struct fg_compiler *compiler, const struct fg_element *element)
{
    bool link = strcmp(element->name, "a") == 0;
    const xmlAttr *wrong = NULL;
    for (const xmlAttr *attribute = element->node->properties; attribute; attribute = attribute->next)
        if (fg_compile_is_ours(attribute->ns) && strchr((const char *)attribute->name, '-') != NULL &&
            !(link && strcmp((const char *)attribute->name, "attr-href") == 0))
            wrong = attribute;
    compiler->attribute = wrong;
    return wrong == NULL ? 0
                         : fg_compile_error(compiler, element->node, "of all attributes Markdown has href on <a>",
                                            "fg:%s in Markdown", (const char *)wrong->name);
}

/* A span of code holds one value, or text: two that touch would be read as one, or as none. */
static int check_code(struct fg_compiler *compiler, const struct fg_element *element)
{
    bool elements = xmlFirstElementChild((xmlNode *)element->node) != NULL && element->values[FG_DO_TEXT] == NULL;
    if (!elements && element->values[FG_DO_MESSAGE] == NULL && element->values[FG_DO_FILL] == NULL &&
        element->values[FG_DO_INCLUDE] == NULL)
        return 0;
    return fg_compile_error(compiler, element->node, "write <code fg:text=\"column\"/>, or text alone",
                            "more than one value in <code>");
}

static int emit_target(struct fg_compiler *compiler, const struct fg_element *element)
{
    const char *column = fg_compile_attribute(element->node, "attr-href", true);
    const char *href = fg_compile_attribute(element->node, "href", false);
    struct fg_op op = {.kind = FG_OP_VALUE, .markup = FG_MARKUP_MARKDOWN_URL};
    int status = 0;
    if (column == NULL && href == NULL)
        return fg_compile_error(compiler, element->node, "write href, or fg:attr-href=\"column\"",
                                "a link without an address");
    fg_emit_text(compiler, "](<");
    if (column != NULL)
        status = fg_emit_value(compiler, element->node, op, column);
    else
        fg_emit_markup(compiler, FG_MARKUP_MARKDOWN_URL, href, strlen(href));
    fg_emit_text(compiler, ">)");
    return status;
}

static int compile_form(struct fg_compiler *compiler, const struct fg_element *element, const struct form *form)
{
    bool header = false, row = form->inside == PLACE_ROW;
    int status = check_attributes(compiler, element);
    compiler->attribute = NULL;
    if (row)
        status |= check_row(compiler, element, &header);
    if (form->inside == PLACE_CODE)
        status |= check_code(compiler, element);
    fg_emit_text(compiler, form->before);
    status |= fg_compile_content(compiler, element);
    compiler->attribute = NULL;
    if (strcmp(form->name, "a") == 0)
        status |= emit_target(compiler, element);
    fg_emit_text(compiler, form->behind);
    if (header)
        emit_rule(compiler, element->node);
    return status;
}

/* What would look strange, or could not be told from its content, where nothing draws the Markdown. */
static bool is_marked(const struct form *form)
{
    return ((form->in | (unsigned)form->inside) & (PLACE_TABLE | PLACE_ROW)) != 0 || form->inside == PLACE_CODE ||
           strcmp(form->name, "a") == 0;
}

static int refuse(struct fg_compiler *compiler, const struct fg_element *element, const struct form *form)
{
    if (compiler->template->mode == FG_MODE_TEXT && (form == NULL || is_marked(form)))
        return fg_compile_error(compiler, element->node, "text has h1 to h4, p, ul, ol, li, span, div and section",
                                "<%s> in text", element->name);
    if (form == NULL)
        return fg_compile_error(compiler, element->node,
                                "Markdown has h1 to h4, p, ul, ol, li, table, tr, th, td, a, code, span, div and section",
                                "<%s> in Markdown", element->name);
    return fg_compile_error(compiler, element->node,
                            "text stands in paragraphs, items and cells; blocks stand beside each other",
                            "<%s> cannot stand here", element->name);
}

int fg_compile_markdown(struct fg_compiler *compiler, const struct fg_element *element)
{
    enum place outer = place_of(compiler);
    enum fg_markup markup = compiler->markup;
    const struct form *form = find_form(element->name, outer);
    if (form == NULL || (form->in & outer) == 0 || (compiler->template->mode == FG_MODE_TEXT && is_marked(form)))
        return refuse(compiler, element, form);
    if (form->inside == PLACE_NONE)
        return 0;
    if (form->inside != 0) {
        compiler->place = form->inside;
        compiler->markup = compiler->template->mode == FG_MODE_TEXT ? FG_MARKUP_LINE : markup_in(form->inside, outer == PLACE_CELL);
    }
    if (form->inside == PLACE_TABLE && outer == PLACE_BLOCKS)
        compiler->table_started = false;
    int status = compile_form(compiler, element, form);
    compiler->place = outer;
    compiler->markup = markup;
    return status;
}
