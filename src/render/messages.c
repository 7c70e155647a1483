/* SPDX-License-Identifier: MIT */
#include "render/messages.h"

#include <stddef.h>

const char *fg_messages_find(void *context, const char *key)
{
    struct fg_messages *messages = context;
    struct fg_statement *query;
    const char *own = messages->own == NULL ? NULL : fg_own_message(messages->own, key, messages->lang);
    if (own != NULL)
        return own;
    if (fg_store_statement(messages->store, "queries/message", &query, &messages->err) < 0)
        return NULL;
    fg_bind_text(query, "lang", messages->lang);
    fg_bind_text(query, "key", key);
    if (fg_step(query, &messages->err) <= 0)
        return NULL;
    fg_buf_clear(&messages->text);
    fg_buf_add_text(&messages->text, fg_column_text(query, 0));
    fg_statement_reset(query);
    if (!messages->text.failed)
        return fg_buf_text(&messages->text);
    fg_error_memory(&messages->err);
    return NULL;
}

int fg_messages_check(const struct fg_messages *messages, int status, struct fg_error *err)
{
    if (messages->err.code == FG_OK)
        return status;
    *err = messages->err;
    return -1;
}
