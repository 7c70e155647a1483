/* SPDX-License-Identifier: MIT */
/*
 * What the files of the template compiler share:
 *   template_compile.c     the walk over the tree, and what becomes of an element's content
 *   template_element.c     what an element asks for, and whether it may
 *   template_attributes.c  start tags
 *   template_static.c      <style> and <script>, the content security policy, CSV templates
 *   template_emit.c        appending operations
 *
 * Errors about the template are filled in at once and returned as -1. Running out of memory is
 * sticky in the template's pools and is looked at once, at the end. Private to render/.
 */
#ifndef FARGAUGE_RENDER_TEMPLATE_COMPILE_H
#define FARGAUGE_RENDER_TEMPLATE_COMPILE_H

#include <libxml/tree.h>

#include "render/template_ops.h"

/* The template that is being compiled, and those that include it. */
struct fg_include {
    const char *path;
    size_t name; /* the path in the template's names */
    size_t depth;
    const struct fg_include *outer;
};

struct fg_compiler {
    struct fg_template *template;
    const struct fg_resources *resources;
    const struct fg_template_env *env;
    struct fg_error *err;
    const struct fg_include *include;
    struct fg_output *out; /* writes to template->text */
    bool xml;              /* the output is XML; else HTML */
    bool newline;          /* white space was passed and is still to be written */
    unsigned preserve;     /* > 0: inside an element whose white space counts */
    size_t raw_from;       /* template->text from here is in no operation yet */
    size_t scope;          /* the innermost FG_OP_EACH */
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
    bool has_data_attributes;           /* fg:attr-… or fg:t-… */
    bool has_content;                   /* children other than comments, or a directive for it */
    bool is_block;                      /* <fg:block> */
    bool is_static;                     /* HTML's <style> and <script> */
    bool is_void;                       /* HTML's <br> and the like */
};

/* template_compile.c */

/* Fill *err with `template: PATH:LINE: why`; returns -1. `hint` may be NULL. */
int fg_compile_error(struct fg_compiler *compiler, const xmlNode *node, const char *hint,
                     const char *format, ...) __attribute__((format(printf, 4, 5)));

/* True for names in the template namespace. */
bool fg_compile_is_ours(const xmlNs *ns);

/* The value of an attribute, borrowed from the tree. */
const char *fg_compile_value(const xmlAttr *attribute);

/* The text of message `key`; NULL with *err filled where there is none. */
const char *fg_compile_message(struct fg_compiler *compiler, const xmlNode *node, const char *key);

/* template_element.c */

/* The directives' names in the template namespace. */
extern const char *const fg_directives[FG_DIRECTIVES];

/* Read and check the element `node`; its attributes' names and values are checked with its tag. */
int fg_compile_element(struct fg_compiler *compiler, const xmlNode *node,
                       struct fg_element *ret_element);

/* template_attributes.c */

int fg_compile_start_tag(struct fg_compiler *compiler, const struct fg_element *element);

/* template_static.c */

/* Write what a <style> or <script> holds, as it is, and remember its hash. */
int fg_compile_static(struct fg_compiler *compiler, const struct fg_element *element);

/* Put the policy where fg:csp asked for it. */
int fg_compile_policy(struct fg_compiler *compiler);

/* Compile <fg:csv>, the root of a CSV template. */
int fg_compile_csv(struct fg_compiler *compiler, const xmlNode *root);

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

/* Append an operation on query `name`. Refused where there is no such query. */
int fg_emit_query(struct fg_compiler *compiler, const xmlNode *node, enum fg_op_kind kind,
                  const char *name, size_t *ret_index);

#endif
