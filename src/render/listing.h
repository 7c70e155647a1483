/* SPDX-License-Identifier: MIT */
/*
 * Listings: the remedies of all failures as one file of comments, to be read and taken out line by line. It is shell or
 * Terraform; in both a line that begins with # says nothing to the machine.
 *
 * What a query gives becomes a line of a comment here and nowhere else. A heading is one line whatever a name holds. A
 * remedy's text is cut into lines, each a comment; a value that fills it brings a line of its own only inside the quotes
 * of the filter `shell`, so that taking the comment off leaves the quoted word whole and nothing beside it.
 *
 * Why not a template: a template's text is the author's, and what is a comment in it and what is not would be too.
 * Private to render/.
 */
#ifndef FARGAUGE_RENDER_LISTING_H
#define FARGAUGE_RENDER_LISTING_H

#include "fargauge/error.h"
#include "fargauge/output.h"
#include "fargauge/store.h"

/* Write the listing of `method` ("cli", "terraform"; as in the table `remedy`) of the newest assessment, in the language
 * `lang`, from the queries remediation_head and remediation. Errors: FG_INTERNAL, FG_IO. */
int fg_listing_write(struct fg_store *store, const char *method, const char *lang, struct fg_output *output,
                     struct fg_error *err);

#endif
