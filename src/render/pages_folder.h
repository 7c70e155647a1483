/* SPDX-License-Identifier: MIT */
/*
 * The folder of a split report's pages, which may be somebody else's: only files that are called as pages are, and no
 * links, are ever removed. Private to render/.
 */
#ifndef FARGAUGE_RENDER_PAGES_FOLDER_H
#define FARGAUGE_RENDER_PAGES_FOLDER_H

#include "fargauge/error.h"
#include "fargauge/store.h"

#define FG_PAGES_FOLDER "report"

/* Make the folder within `out` where it is missing. Errors: FG_IO, also where a link or a file has its name. */
int fg_pages_folder_make(const char *out, struct fg_error *err);

/* Remove pages of earlier runs that are none of this one (sql/queries/report_page_file.sql), and the folder where nothing
 * is left in it. Errors: FG_IO. */
int fg_pages_folder_clean(struct fg_store *store, const char *out, struct fg_error *err);

/* Remove the folder if it is empty. */
void fg_pages_folder_leave(const char *out);

#endif
