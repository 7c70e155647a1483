/* SPDX-License-Identifier: MIT */
#include "fargauge/log.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "fargauge/visible.h"

static bool wants_color(int descriptor, enum fg_color color)
{
    const char *none = getenv("NO_COLOR"); /* no-color.org: any non-empty value */
    const char *term = getenv("TERM");
    if (color != FG_COLOR_AUTO)
        return color == FG_COLOR_ALWAYS;
    return isatty(descriptor) && (none == NULL || none[0] == '\0') &&
           (term == NULL || strcmp(term, "dumb") != 0);
}

void fg_log_init(struct fg_log *log, bool quiet, enum fg_color color, bool no_progress)
{
    *log = (struct fg_log){
        .quiet = quiet,
        .color_out = wants_color(STDOUT_FILENO, color),
        .color_err = wants_color(STDERR_FILENO, color),
        .progress = !quiet && !no_progress && isatty(STDERR_FILENO),
    };
}

/* Text that may hold anything, on one line. Where there is no memory, which is when words are needed most, what is not plain
 * ASCII is a question mark: false. */
static bool put_part(FILE *to, const char *text, size_t len)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    fg_visible_add_line(&line, text, len);
    if (!line.failed)
        fputs(fg_buf_text(&line), to);
    for (size_t i = 0; line.failed && i < len; i++)
        fputc(text[i] >= ' ' && text[i] <= '~' ? text[i] : '?', to);
    return !line.failed;
}

static bool put_text(FILE *to, const char *text)
{
    return put_part(to, text, strlen(text));
}

void fg_log_error(struct fg_log *log, const struct fg_error *err)
{
    fg_log_progress_end(log);
    fflush(stdout);
    fputs(log->color_err ? "\033[1;31mfargauge:\033[0m " : "fargauge: ", stderr);
    put_text(stderr, err->message);
    fputc('\n', stderr);
    if (err->hint[0] == '\0')
        return;
    fputs(log->color_err ? "\033[1mhint:\033[0m " : "hint: ", stderr);
    put_text(stderr, err->hint);
    fputc('\n', stderr);
}

const char *fg_log_words(struct fg_log *log, const struct fg_buf *line)
{
    log->unsaid = log->unsaid || line->failed;
    return fg_buf_text(line);
}

void fg_log_pieces(struct fg_log *log, const struct fg_piece *pieces, size_t count)
{
    static const char *const starts[] = {
        [FG_STYLE_PLAIN] = "", [FG_STYLE_ALARM] = "\033[1;31m", [FG_STYLE_CAUTION] = "\033[33m", [FG_STYLE_STRONG] = "\033[1m",
    };
    if (log->quiet)
        return;
    fg_log_progress_end(log);
    for (size_t i = 0; i < count; i++) {
        bool colored = pieces[i].style != FG_STYLE_PLAIN && log->color_out;
        fputs(colored ? starts[pieces[i].style] : "", stdout);
        log->unsaid = !put_text(stdout, pieces[i].text) || log->unsaid;
        fputs(colored ? "\033[0m" : "", stdout);
    }
    fputc('\n', stdout);
}

void fg_log_styled(struct fg_log *log, enum fg_style style, const char *text)
{
    fg_log_pieces(log, &(struct fg_piece){style, text}, 1);
}

/* A number of columns that a screen can have; 0 for anything else. */
static size_t read_columns(const char *text)
{
    char *end;
    unsigned long columns = text == NULL || text[0] < '0' || text[0] > '9' ? 0 : strtoul(text, &end, 10);
    return columns > 0 && columns <= 10000 && *end == '\0' ? (size_t)columns : 0;
}

size_t fg_log_width(void)
{
    struct winsize size;
    size_t columns = read_columns(getenv("COLUMNS"));
    if (columns > 0 || !isatty(STDOUT_FILENO))
        return columns;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

void fg_log_text(struct fg_log *log, const char *text)
{
    for (size_t len; !log->quiet; text += len + 1) {
        len = strcspn(text, "\n");
        log->unsaid = !put_part(stdout, text, len) || log->unsaid;
        fputc('\n', stdout);
        if (text[len] == '\0')
            return;
    }
}

void fg_log_line(struct fg_log *log, const char *format, ...)
{
    char text[4096];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    fg_log_styled(log, FG_STYLE_PLAIN, text);
}

/* ---- Progress ---- */

static void add_size(struct fg_buf *out, double bytes)
{
    static const char *const units[] = {"B", "kB", "MB", "GB", "TB"};
    size_t unit = 0;
    for (; bytes >= 1000 && unit + 1 < sizeof units / sizeof units[0]; unit++)
        bytes /= 1000;
    fg_buf_printf(out, bytes < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", bytes, units[unit]);
}

void fg_progress_add(struct fg_buf *out, const struct fg_progress *progress, int64_t ms)
{
    enum { TOO_SOON = 500 };
    double share = progress->total == 0 ? 0 : (double)progress->bytes / (double)progress->total;
    fg_buf_printf(out, "[%zu/%zu] ", progress->item, progress->items);
    if (progress->total > 0) {
        fg_buf_printf(out, "%d %% of ", (int)(100 * (share > 1 ? 1 : share)));
        add_size(out, (double)progress->total);
        fg_buf_add_text(out, ", ");
    }
    if (ms >= TOO_SOON) {
        add_size(out, (double)progress->bytes * 1000 / (double)ms);
        fg_buf_add_text(out, "/s, ");
    }
    if (ms >= TOO_SOON && share > 0 && share < 1) {
        int64_t left = (int64_t)((double)ms * (1 - share) / share / 1000) + 1;
        fg_buf_printf(out, "%lld:%02d left, ", (long long)left / 60, (int)(left % 60));
    }
    fg_visible_add_line(out, progress->what, strlen(progress->what));
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void fg_log_progress(struct fg_log *log, const struct fg_progress *progress)
{
    if (!log->progress)
        return;
    FG_BUF_AUTO line = FG_BUF_INIT;
    int64_t now = now_ms();
    if (log->progress_since == 0)
        log->progress_since = now;
    fg_progress_add(&line, progress, now - log->progress_since);
    /* cut to one row: a line that wraps could not be taken away again */
    fprintf(stderr, "\r\033[?7l%s\033[?7h\033[K", fg_buf_text(&line));
    fflush(stderr);
    log->progress_shown = true;
}

void fg_log_progress_end(struct fg_log *log)
{
    if (!log->progress_shown)
        return;
    fputs("\r\033[K", stderr);
    fflush(stderr);
    log->progress_shown = false;
}

int fg_log_flush(const struct fg_log *log, struct fg_error *err)
{
    errno = 0;
    if ((fflush(stdout) == 0 && !ferror(stdout)) || errno == EPIPE)
        return log->unsaid ? fg_error_memory(err) : 0;
    fg_error_set(err, FG_IO, "standard output: %s", strerror(errno));
    return fg_error_hint(err, "is the disk full?");
}
