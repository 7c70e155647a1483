/* SPDX-License-Identifier: MIT */
/*
 * One template file into a libxml2 tree. Nothing else in the program is parsed by libxml2.
 *
 * No network, no DTD, no entities: a document type other than the bare `<!DOCTYPE name>` stops the
 * parser before it reads a declaration. Private to render/.
 */
#ifndef FARGAUGE_RENDER_TEMPLATE_LOAD_H
#define FARGAUGE_RENDER_TEMPLATE_LOAD_H

#include <libxml/tree.h>

#include "fargauge/error.h"
#include "fargauge/faults.h"
#include "fargauge/resource.h"

/* *ret_document is the caller's, for xmlFreeDoc(). Errors: FG_INTERNAL, `template: PATH:LINE:COLUMN: why`, the first that
 * libxml2 names; all of them are added to `faults`, which may be NULL. */
int fg_template_load(const struct fg_resource *file, struct fg_faults *faults, xmlDoc **ret_document,
                     struct fg_error *err);

#endif
