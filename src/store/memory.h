/* SPDX-License-Identifier: MIT */
/*
 * Memory for SQLite: small blocks are kept by size when SQLite gives them back, and handed out again.
 *
 * SQLite asks for a small block for nearly every text that it works out, and has a store of its own for that (lookaside),
 * which Debian's build leaves out. malloc() costs such a build a twentieth of an assessment.
 *
 * Every thread has its own blocks, so that nothing is locked; one may give back what another asked for. What is kept never
 * goes back to the system: it is as much as SQLite once had in small blocks at the same time, far below its page cache.
 *
 * SQLite does not pass on a request of nearly two gigabytes or more: it says that memory is out. No work here asks for that
 * much, but a length that somebody wrote into a database does. So it is noted whether the system ever refused: where it did
 * not, the file is to blame.
 */
#ifndef FARGAUGE_STORE_MEMORY_H
#define FARGAUGE_STORE_MEMORY_H

#include <sqlite3.h>
#include <stdbool.h>

/* For SQLITE_CONFIG_MALLOC. Without `keep`, each block is malloc()'s own, for a sanitizer to look after. */
const sqlite3_mem_methods *fg_sqlite_memory(bool keep);

/* Was SQLite ever refused memory by the system? True too where SQLite does not use these methods, as nobody knows then. */
bool fg_sqlite_memory_refused(void);

#endif
