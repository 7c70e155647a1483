/* SPDX-License-Identifier: MIT */
/* fargauge verify: is a pack whole, by whom, and does the same come out again? */
#include "cmd/verify.h"

#include <inttypes.h>
#include <stdarg.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fargauge/buf.h"

#define AT(member) offsetof(struct fg_verify_options, member)

static const struct fg_option options[] = {
    {"trust", FG_OPTION_INPUT, AT(trust), "CA.pem"},
    {"allowed-signers", FG_OPTION_INPUT, AT(allowed_signers), "FILE"},
    {"tsa-trust", FG_OPTION_INPUT, AT(tsa_trust), "CA.pem"},
    {"previous", FG_OPTION_INPUT, AT(previous), "PACK"},
    {"inputs", FG_OPTION_INPUT, AT(inputs), "DIR"},
    {"template", FG_OPTION_INPUT, AT(template_dir), "DIR"},
    {"with-tool", FG_OPTION_PROGRAM, AT(with_tool), "PROGRAM"},
    {"no-redo", FG_OPTION_FLAG, AT(no_redo), ""},
    {"strict", FG_OPTION_FLAG, AT(strict), ""},
    {"max-total", FG_OPTION_SIZE, AT(max_total), "SIZE"},
    {NULL, FG_OPTION_FLAG, 0, ""},
};

/* ---- Lines ---- */

enum { TOPIC_WIDTH = 12 };

static void print_line(struct fg_verify *verify, enum fg_style style, const char *topic, const char *text)
{
    char padded[64];
    snprintf(padded, sizeof padded, "%-*s ", TOPIC_WIDTH, topic);
    const struct fg_piece pieces[] = {{FG_STYLE_STRONG, padded}, {style, text}};
    fg_log_pieces(verify->run->log, pieces, 2);
}

/* What is wrong is told even when quiet, as errors are. */
static void print_alarm(struct fg_verify *verify, const char *indent, const char *text)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    struct fg_error error;
    fg_error_set(&error, FG_FAILED_CONTROLS, "%s", text);
    fg_buf_printf(&line, "%s%s", indent, text);
    if (verify->run->log->quiet)
        fg_log_error(verify->run->log, &error);
    else
        fg_log_styled(verify->run->log, FG_STYLE_ALARM, fg_log_words(verify->run->log, &line));
}

/* Of each kind the first are named: what is sealed anew with a hundred thousand faults is still to be read. */
enum { NAMED_MOST = 100, KINDS_MOST = 64 };

struct kind_count {
    const char *kind;
    size_t count;
};

static struct kind_count *find_kind(struct kind_count kinds[KINDS_MOST], const char *kind)
{
    size_t i = 0;
    while (i + 1 < KINDS_MOST && kinds[i].kind != NULL && strcmp(kinds[i].kind, kind) != 0)
        i++;
    kinds[i].kind = kind;
    return &kinds[i];
}

static void print_finding(struct fg_verify *verify, const struct fg_finding *finding)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    fg_buf_printf(&line, "%s: %s%s%s", finding->kind, finding->which, finding->detail == NULL ? "" : ": ",
                  finding->detail == NULL ? "" : finding->detail);
    print_alarm(verify, "  ", fg_log_words(verify->run->log, &line));
}

static void print_findings(struct fg_verify *verify)
{
    struct kind_count kinds[KINDS_MOST] = {{0}};
    for (size_t i = 0; i < verify->findings.count; i++)
        if (find_kind(kinds, verify->findings.list[i].kind)->count++ < NAMED_MOST)
            print_finding(verify, &verify->findings.list[i]);
    for (size_t i = 0; i < KINDS_MOST; i++)
        if (kinds[i].count > NAMED_MOST) {
            FG_BUF_AUTO line = FG_BUF_INIT;
            fg_buf_printf(&line, "%s: and %zu more", kinds[i].kind, kinds[i].count - NAMED_MOST);
            print_alarm(verify, "  ", fg_log_words(verify->run->log, &line));
        }
}

static void tell(struct fg_verify *verify, const char *topic, enum fg_style style, const char *format, va_list values)
{
    char text[1024];
    size_t count = verify->findings.count;
    vsnprintf(text, sizeof text, format, values);
    if (count > 0)
        snprintf(text, sizeof text, "%zu finding%s", count, count == 1 ? "" : "s");
    print_line(verify, count > 0 ? FG_STYLE_ALARM : style, topic, text);
    print_findings(verify);
    fg_findings_move(&verify->told, &verify->findings);
}

void fg_verify_tell(struct fg_verify *verify, const char *topic, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    tell(verify, topic, FG_STYLE_PLAIN, format, values);
    va_end(values);
}

void fg_verify_note(struct fg_verify *verify, const char *topic, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    tell(verify, topic, FG_STYLE_CAUTION, format, values);
    va_end(values);
}

/* ---- What the options name ---- */

enum wanted { A_FILE, A_FOLDER, EITHER };

static int check_place(const char *option, const char *path, enum wanted wanted, struct fg_error *err)
{
    struct stat status;
    int fault = path == NULL ? 0 : stat(path, &status) < 0 || access(path, R_OK) < 0 ? errno : 0;
    if (path != NULL && fault == 0 && wanted != EITHER && S_ISDIR(status.st_mode) != (wanted == A_FOLDER))
        fault = wanted == A_FOLDER ? ENOTDIR : EISDIR;
    if (fault == 0)
        return 0;
    fg_error_set(err, FG_IO, "--%s: %s: %s", option, path, strerror(fault));
    return fg_error_hint(err, wanted == A_FOLDER ? "name a folder that you may read" : "check the path and that you may read it");
}

/* Before any work, and whether or not the pack will need them. */
static int check_places(const struct fg_verify_options *chosen, struct fg_error *err)
{
    const struct {
        const char *option, *path;
        enum wanted wanted;
    } places[] = {
        {"trust", chosen->trust, A_FILE},         {"allowed-signers", chosen->allowed_signers, A_FILE},
        {"tsa-trust", chosen->tsa_trust, A_FILE}, {"previous", chosen->previous, EITHER},
        {"inputs", chosen->inputs, A_FOLDER},     {"with-tool", chosen->with_tool, A_FILE},
        {"template", chosen->template_dir, A_FOLDER},
    };
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
        if (check_place(places[i].option, places[i].path, places[i].wanted, err) < 0)
            return -1;
    return 0;
}

/* ---- The checks of the pack as a whole ---- */

static int open_pack(struct fg_verify *verify, struct fg_error *err)
{
    struct fg_limits limits = fg_bag_limits;
    if (verify->chosen->max_total > 0)
        limits.total = verify->chosen->max_total;
    if (fg_bag_open(verify->path, &limits, &verify->findings, &verify->bag, err) < 0)
        return -1;
    if (fg_bag_is_pack(verify->bag) || verify->bag->damaged)
        return 0;
    fg_error_set(err, FG_INPUT, "pack: %s: there is no bag in it: neither bagit.txt nor a manifest", verify->path);
    return fg_error_hint(err, "name the folder or archive that fargauge pack wrote");
}

/* Damage as a copy has it that ended early. */
static bool looks_cut(const struct fg_findings *findings)
{
    static const char *const words[] = {"ends early", "at its end is missing", "Truncated"};
    for (size_t i = 0; i < findings->count; i++)
        for (size_t j = 0; j < sizeof words / sizeof words[0]; j++)
            if (strcmp(findings->list[i].kind, "damaged") == 0 && strstr(findings->list[i].detail, words[j]) != NULL)
                return true;
    return false;
}

static void tell_opened(struct fg_verify *verify)
{
    uint64_t bytes = 0;
    bool cut = verify->bag->damaged && looks_cut(&verify->findings);
    for (size_t i = 0; i < verify->bag->count; i++)
        bytes += verify->bag->files[i].size;
    fg_verify_tell(verify, "Opened", "%zu file%s, %" PRIu64 " bytes", verify->bag->count, verify->bag->count == 1 ? "" : "s", bytes);
    if (cut)
        fg_verify_note(verify, "Opened", "the file looks cut short: compare its size with the original's, and copy it again. What "
                       "follows is of what could be read of it");
    if (verify->bag->packed_anew)
        fg_verify_note(verify, "Opened", "as where another program packed it anew: if so, unpack it and verify the folder");
}

static bool is_read(const struct fg_verify *verify, const char *path)
{
    const struct fg_bag_file *file = fg_bag_find(verify->bag, path);
    return file != NULL && file->sha256[0] != '\0';
}

/* What a manifest that is not there, or not whole, would have said is not known. */
static void tell_hashes(struct fg_verify *verify)
{
    static const char payload[] = "manifest-sha256.txt", tags[] = "tagmanifest-sha256.txt";
    if (is_read(verify, payload) && is_read(verify, tags))
        fg_verify_tell(verify, "Hashes", "every file is as the manifests say");
    else if (is_read(verify, payload))
        fg_verify_note(verify, "Hashes", "those in data/ are as %s says; the others are not checked: there is no %s", payload, tags);
    else if (fg_bag_find(verify->bag, payload) != NULL)
        fg_verify_note(verify, "Hashes", "not checked: %s could not be read to its end", payload);
    else
        fg_verify_note(verify, "Hashes", "not checked: there is no manifest%s", is_read(verify, tags) ? "-sha256.txt" : "");
}

static int check_files(struct fg_verify *verify, struct fg_error *err)
{
    struct fg_findings hashes = {0};
    tell_opened(verify);
    if (fg_verify_files(verify->bag, verify->path, &verify->findings, &hashes, err) < 0) {
        fg_findings_done(&hashes);
        return -1;
    }
    fg_verify_tell(verify, "Structure", "BagIt 1.0, nothing missing, nothing added");
    fg_findings_move(&verify->findings, &hashes);
    tell_hashes(verify);
    return 0;
}

static void tell_end(struct fg_verify *verify)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    fg_buf_printf(&line, "%s: ", verify->path);
    size_t found = verify->told.count;
    if (found == 0)
        fg_buf_add_text(&line, "whole");
    else
        fg_buf_printf(&line, "NOT AS IT SHOULD BE, %zu finding%s", found, found == 1 ? "" : "s");
    if (verify->signed_by.len > 0)
        fg_buf_printf(&line, ", signed by %s", fg_buf_text(&verify->signed_by));
    if (verify->bad_signature)
        fg_buf_add_text(&line, verify->signed_by.len > 0 ? ", another signature not valid" : ", signature not valid");
    else if (verify->signed_by.len == 0)
        fg_buf_add_text(&line, verify->bag->damaged ? ", no signature could be read" : ", not signed");
    if (verify->results.len > 0)
        fg_buf_printf(&line, ", %s", fg_buf_text(&verify->results));
    if (found == 0)
        fg_log_styled(verify->run->log, FG_STYLE_STRONG, fg_log_words(verify->run->log, &line));
    else
        print_alarm(verify, "", fg_log_words(verify->run->log, &line));
}

/* With --strict what was not made again is a finding. With --with-tool that program says so. */
static void judge_strictly(struct fg_verify *verify)
{
    if (!verify->chosen->strict || verify->made_again || verify->chosen->with_tool != NULL)
        return;
    fg_findings_add(&verify->findings, "not made again", "results", "--strict was given");
    fg_verify_tell(verify, "Results", "%s", "");
}

static int check_all(struct fg_verify *verify, int *ret_code, struct fg_error *err)
{
    int code = FG_OK;
    if (check_places(verify->chosen, err) < 0 || open_pack(verify, err) < 0 || check_files(verify, err) < 0 || fg_verify_seals(verify, err) < 0 ||
        fg_verify_previous(verify, err) < 0)
        return -1;
    if (verify->chosen->with_tool != NULL ? fg_verify_with_tool(verify, &code, err) < 0
                                          : fg_verify_results(verify, err) < 0)
        return -1;
    judge_strictly(verify);
    tell_end(verify);
    if (verify->signed_by.failed || verify->results.failed)
        return fg_error_memory(err);
    if (fg_findings_check(&verify->told, err) < 0)
        return -1;
    *ret_code = code == FG_OK && verify->told.count > 0 ? FG_FAILED_CONTROLS : code;
    return 0;
}

static int run_verify(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    struct fg_verify verify = {.run = run, .chosen = parsed, .path = run->arguments[0]};
    int code = FG_OK;
    int status = check_all(&verify, &code, err);
    fg_bag_close(verify.bag);
    fg_findings_done(&verify.findings);
    fg_findings_done(&verify.told);
    fg_buf_done(&verify.signed_by);
    fg_buf_done(&verify.results);
    return status < 0 ? -1 : code;
}

const struct fg_command fg_command_verify = {
    .name = "verify",
    .options = options,
    .options_size = sizeof(struct fg_verify_options),
    .least = 1,
    .most = 1,
    .argument_kind = FG_OPTION_INPUT,
    .run = run_verify,
};
