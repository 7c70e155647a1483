/* SPDX-License-Identifier: MIT */
/*
 * Controls of the user's own (--controls DIR): their catalogue rows and views.
 *
 * Their text is kept in the database (table own_rule), so that an audit can be read and judged again without the
 * folder. They may add rows to the catalogue and views that judge, and nothing else: an authorizer refuses the rest
 * while they run. All of it happens in the migration's transaction, so a mistake in them changes nothing.
 */
#ifndef FARGAUGE_STORE_OWN_RULES_H
#define FARGAUGE_STORE_OWN_RULES_H

#include "fargauge/sha256.h"
#include "fargauge/store.h"

/* Add to the ruleset's hash what would be in force: the folder's files where one was named, else those of the
 * database (`kept`: it has the table). */
int fg_own_rules_hash(struct fg_store *store, bool kept, struct fg_sha256 *hash, struct fg_error *err);

/* Keep the folder's files in the database, where a folder was named; they take the former ones' place. */
int fg_own_rules_keep(struct fg_store *store, struct fg_error *err);

/* Run the kept rules and check what they made. Errors: FG_USAGE, naming the file. */
int fg_own_rules_load(struct fg_store *store, struct fg_error *err);

#endif
