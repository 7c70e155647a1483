/* SPDX-License-Identifier: MIT */
/*
 * The HTML report: one page, or where that would be too large for a browser an index and pages for each account.
 * SQL decides which resources stand on a page (sql/render/plan_page.sql); what a page weighs is known when it is written,
 * so one that would be too large is written again with fewer. Private to render/.
 */
#ifndef FARGAUGE_RENDER_PAGES_H
#define FARGAUGE_RENDER_PAGES_H

#include "render/report.h"

/* report.html, and where it is split report/ACCOUNT.html, report/ACCOUNT-002.html and so on. What an earlier run left of
 * them in that folder is removed. All take their places after the last of them was written. */
fg_report_write_fn fg_pages_write;

#endif
