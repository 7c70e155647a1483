/* SPDX-License-Identifier: MIT */
/*
 * Memory for SQLite: small blocks are kept by size when SQLite gives them back, and handed out again.
 *
 * SQLite asks for a small block for nearly every text that it works out, and has a store of its own for that (lookaside),
 * which Debian's build leaves out. malloc() costs such a build a twentieth of an assessment.
 *
 * Every thread has its own blocks, so that nothing is locked; one may give back what another asked for. What is kept never
 * goes back to the system: it is as much as SQLite once had in small blocks at the same time, far below its page cache.
 */
#ifndef FARGAUGE_STORE_MEMORY_H
#define FARGAUGE_STORE_MEMORY_H

#include <sqlite3.h>

/* For SQLITE_CONFIG_MALLOC. */
const sqlite3_mem_methods *fg_sqlite_memory(void);

#endif
