/* SPDX-License-Identifier: MIT */
/*
 * What the files of the template compiler share:
 *   template_compile.c     the walk over the tree, and what becomes of an element's content
 *   template_include.c     files: the template and the parts that it includes
 *   template_element.c     what an element asks for, and whether it may
 *   template_attributes.c  start tags
 *   template_static.c      <style> and <script>, the content security policy
 *   template_csv.c         CSV
 *   template_json.c        JSON
 *   template_markdown.c    Markdown
 *   template_emit.c        appending operations
 *
 * An error about the template is noted and returned as -1, and the walk goes on: whoever checks a template wants them all.
 * What was compiled by then is never run. Running out of memory is sticky in the template's pools and is looked at once,
 * at the end. Private to render/.
 */
#ifndef FARGAUGE_RENDER_TEMPLATE_COMPILE_H
#define FARGAUGE_RENDER_TEMPLATE_COMPILE_H

#include <libxml/tree.h>

#include "render/template_ops.h"
#include "render/template_place.h"

/* The template that is being compiled, and those that include it. */
struct fg_include {
    const char *path;
    const char *shown;          /* what messages call it */
    size_t name;                /* that, in the template's names */
    const struct fg_tags *tags; /* where things stand in it */
    size_t depth;
    const struct fg_include *outer;
};

struct fg_compiler {
    struct fg_template *template;
    const struct fg_resources *resources;
    const struct fg_template_env *env;
    struct fg_error *err;     /* the first error */
    struct fg_faults *faults; /* all of them; may be NULL */
    size_t errors;
    const struct fg_include *include;
    const xmlAttr *attribute; /* what is looked at of its element; NULL: the element itself */
    struct fg_output *out; /* writes to template->text */
    bool xml;              /* the output is XML, or has its white space and namespaces */
    enum fg_markup markup; /* of text here */
    bool newline;          /* white space was passed and is still to be written */
    unsigned preserve;     /* > 0: inside an element whose white space counts */
    size_t raw_from;       /* template->text from here is in no operation yet */
    size_t scope;          /* the innermost FG_OP_EACH */
    bool json_array;       /* what is compiled are an array's elements, else an object's members */
    unsigned json_depth;
    unsigned place;        /* of Markdown, where in a page this is */
    bool table_started;    /* its heading has been */
    size_t policy;         /* the operation that awaits the policy, or FG_NO_SCOPE */
    struct fg_buf style_hashes, script_hashes;
};

enum fg_directive {
    FG_DO_EACH,
    FG_DO_IF,
    FG_DO_UNLESS,
    FG_DO_EMPTY,
    FG_DO_TEXT,
    FG_DO_MESSAGE,
    FG_DO_FILL,
    FG_DO_INCLUDE,
    FG_DO_POLICY,
    FG_DO_MODE,
    FG_DIRECTIVES
};

struct fg_element {
    const xmlNode *node;
    const char *name;                   /* local */
    const char *values[FG_DIRECTIVES];  /* NULL: not there */
    const xmlAttr *attributes[FG_DIRECTIVES];
    bool has_data_attributes;           /* fg:attr-… or fg:t-… */
    bool has_content;                   /* children other than comments, or a directive for it */
    bool is_block;                      /* <fg:block> */
    bool is_static;                     /* HTML's <style> and <script> */
    bool is_void;                       /* HTML's <br> and the like */
};

/* template_compile.c */

/* Note the error `template: PATH:LINE:COLUMN: why`, at compiler->attribute where that is the node's; returns -1.
 * `hint` may be NULL. */
int fg_compile_error(struct fg_compiler *compiler, const xmlNode *node, const char *hint,
                     const char *format, ...) __attribute__((format(printf, 4, 5)));

/* True for names in the template namespace. */
bool fg_compile_is_ours(const xmlNs *ns);

/* The value of an attribute, borrowed from the tree. */
const char *fg_compile_value(const xmlAttr *attribute);

/* The text of message `key`; NULL with *err filled where there is none. */
const char *fg_compile_message(struct fg_compiler *compiler, const xmlNode *node, const char *key);

/* An element, with all that is in it. */
int fg_compile_node(struct fg_compiler *compiler, const xmlNode *node);

/* What is in it: the nodes, or what a directive says instead. */
int fg_compile_children(struct fg_compiler *compiler, const xmlNode *parent);
int fg_compile_content(struct fg_compiler *compiler, const struct fg_element *element);

/* template_include.c */

/* As fg_template_compile(), with all errors noted in `faults` (may be NULL). Returns 1 for errors of the template; what
 * there is of it is the caller's then, too, to be freed. */
int fg_compile_template(const struct fg_resources *resources, const char *path, const struct fg_template_env *env,
                        struct fg_faults *faults, struct fg_template **ret_template, struct fg_error *err);

/* The first element of the file at `path`. */
int fg_compile_included(struct fg_compiler *compiler, const xmlNode *node, const char *path);

/* template_element.c */

/* The directives' names in the template namespace. */
extern const char *const fg_directives[FG_DIRECTIVES];

/* Read and check the element `node`; its attributes' names and values are checked with its tag. *ret_element is filled
 * even where something is wrong. */
int fg_compile_element(struct fg_compiler *compiler, const xmlNode *node,
                       struct fg_element *ret_element);

/* template_attributes.c */

int fg_compile_start_tag(struct fg_compiler *compiler, const struct fg_element *element);

/* template_static.c */

/* Write what a <style> or <script> holds, as it is, and remember its hash. */
int fg_compile_static(struct fg_compiler *compiler, const struct fg_element *element);

/* Put the policy where fg:csp asked for it. */
int fg_compile_policy(struct fg_compiler *compiler);

/* The value of an attribute without a namespace, or (`ours`) of ours; NULL where there is none. */
const char *fg_compile_attribute(const xmlNode *node, const char *name, bool ours);

/* template_csv.c */

/* Compile <fg:csv>, the root of a CSV template. */
int fg_compile_csv(struct fg_compiler *compiler, const xmlNode *root);

/* template_json.c */

/* True for the elements that stand for JSON's kinds of value. */
bool fg_compile_is_json(const char *name);
int fg_compile_json(struct fg_compiler *compiler, const struct fg_element *element);
int fg_compile_json_text(struct fg_compiler *compiler, const xmlNode *node, const char *text);

/* template_markdown.c */

int fg_compile_markdown(struct fg_compiler *compiler, const struct fg_element *element);
int fg_compile_markdown_text(struct fg_compiler *compiler, const xmlNode *node, const char *text);

/* template_emit.c */

/* Static output, as it is. White space that is still due comes first. */
void fg_emit_raw(struct fg_compiler *compiler, const char *bytes, size_t len);
void fg_emit_text(struct fg_compiler *compiler, const char *text);

/* Static output, escaped. */
void fg_emit_markup(struct fg_compiler *compiler, enum fg_markup kind, const char *text,
                    size_t len);

/* The index that the next operation will have. */
size_t fg_emit_here(struct fg_compiler *compiler);

/* Append an operation for `node`; the place and the scope are filled in. Returns its index. */
size_t fg_emit_op(struct fg_compiler *compiler, const xmlNode *node, struct fg_op op);

/* Set where the operation at `index` jumps. */
void fg_emit_jump(struct fg_compiler *compiler, size_t index, size_t to);

/* Keep a name; returns its place in the template's names. */
size_t fg_emit_name(struct fg_compiler *compiler, const char *name, size_t len);

/* Parse `text` as a reference and append `op` with it. */
int fg_emit_value(struct fg_compiler *compiler, const xmlNode *node, struct fg_op op,
                  const char *text);

/* Append the pieces of the pattern `text`, escaped as `kind`. */
int fg_emit_pattern(struct fg_compiler *compiler, const xmlNode *node, enum fg_markup kind,
                    const char *text);

/* Append an operation on query `name`. An error where there is no such query; the operation is then broken. */
int fg_emit_query(struct fg_compiler *compiler, const xmlNode *node, enum fg_op_kind kind,
                  const char *name, size_t *ret_index);

#endif
