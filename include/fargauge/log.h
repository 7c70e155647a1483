/* SPDX-License-Identifier: MIT */
/*
 * What people see on the screen: results on standard output, errors and progress on standard error.
 *
 * Text from exports passes visible.h on the way, so no terminal escape in a service's tag ever reaches
 * the terminal. One `struct fg_log` per run, no globals.
 */
#ifndef FARGAUGE_LOG_H
#define FARGAUGE_LOG_H

#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>

#include "fargauge/buf.h"
#include "fargauge/error.h"

enum fg_color { FG_COLOR_AUTO, FG_COLOR_ALWAYS, FG_COLOR_NEVER };

struct fg_log {
    bool quiet;         /* nothing but errors */
    bool color_out;     /* standard output is coloured */
    bool color_err;
    bool progress;      /* a progress line may stand on standard error */
    bool progress_shown;
    bool unsaid;        /* for a line of results there was no memory */
    int64_t progress_since; /* when the first one was shown, in ms; 0: none yet */
};

/* Settle what colours and progress need to know: terminals, NO_COLOR, TERM=dumb. */
void fg_log_init(struct fg_log *log, bool quiet, enum fg_color color, bool no_progress);

/* "fargauge: message" and, where there is one, "hint: …". */
void fg_log_error(struct fg_log *log, const struct fg_error *err);

/* One line of results; passed over when quiet. */
void fg_log_line(struct fg_log *log, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* One line of results as it stands (it may be longer than fg_log_line()'s 4 KiB), in a style. */
enum fg_style { FG_STYLE_PLAIN, FG_STYLE_ALARM, FG_STYLE_CAUTION, FG_STYLE_STRONG };
void fg_log_styled(struct fg_log *log, enum fg_style style, const char *text);

/* The text of a line that was put together. Where there was no memory for it, fg_log_flush() will say so: a run that told less than
 * it found has failed. */
const char *fg_log_words(struct fg_log *log, const struct fg_buf *line);

/* One line of results made of pieces, each in a style of its own. */
struct fg_piece {
    enum fg_style style;
    const char *text;
};
void fg_log_pieces(struct fg_log *log, const struct fg_piece *pieces, size_t count);

/* How many columns a line of results may take: COLUMNS where it is set to a number, else what the terminal says, 80 where
 * it says nothing. 0 where standard output is no terminal: any number. */
size_t fg_log_width(void);

/* Text of several lines, as the catalogue has it, and a line feed. */
void fg_log_text(struct fg_log *log, const char *text);

/* How far a long piece of work is. */
struct fg_progress {
    size_t item, items;    /* which one, from 1, of how many */
    uint64_t bytes, total; /* done; of how many, 0 where that is not known */
    const char *what;      /* is being worked on; may be a path of any length */
};

/* Append the progress as words: "[2/3] 45 % of 1.2 GB, 640 MB/s, 0:12 left, NAME". `ms` is how long it has
 * taken so far; the rate and what is left are said only when there is something to go by. */
void fg_progress_add(struct fg_buf *out, const struct fg_progress *progress, int64_t ms);

/* Replace the progress line; only on a terminal. fg_log_progress_end() takes it away. */
void fg_log_progress(struct fg_log *log, const struct fg_progress *progress);
void fg_log_progress_end(struct fg_log *log);

/* 0, or FG_IO in *err where standard output did not take everything (a full disk behind `>`), or a line could not be put together.
 * A reader that has gone (`| head`) had enough; that is no error. */
int fg_log_flush(const struct fg_log *log, struct fg_error *err);

#endif
