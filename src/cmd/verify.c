/* SPDX-License-Identifier: MIT */
/* fargauge verify: is a pack whole, by whom, and does the same come out again? */
#include "cmd/verify.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

#include "fargauge/buf.h"

#define AT(member) offsetof(struct fg_verify_options, member)

static const struct fg_option options[] = {
    {"trust", FG_OPTION_TEXT, AT(trust), "CA.pem", "certificates that vouch for who signed (CMS)"},
    {"allowed-signers", FG_OPTION_TEXT, AT(allowed_signers), "FILE", "SSH keys that may sign, as ssh-keygen -Y takes them"},
    {"tsa-trust", FG_OPTION_TEXT, AT(tsa_trust), "CA.pem", "certificates that vouch for time-stamps"},
    {"previous", FG_OPTION_TEXT, AT(previous), "PACK", "the pack of the period before"},
    {"inputs", FG_OPTION_TEXT, AT(inputs), "DIR", "where the exports are, for a pack that holds only their hashes"},
    {"with-tool", FG_OPTION_TEXT, AT(with_tool), "PROGRAM", "let the fargauge that made the pack do it again"},
    {"no-redo", FG_OPTION_FLAG, AT(no_redo), "", "check files and signatures, and make nothing again"},
    {"max-total", FG_OPTION_SIZE, AT(max_total), "SIZE", "of what an archive unpacks to (default 256G)"},
    {NULL, FG_OPTION_FLAG, 0, "", ""},
};

/* ---- Lines ---- */

enum { TOPIC_WIDTH = 12 };

static void print_line(struct fg_verify *verify, enum fg_style style, const char *topic, const char *text)
{
    FG_BUF_AUTO padded = FG_BUF_INIT;
    fg_buf_printf(&padded, "%-*s ", TOPIC_WIDTH, topic);
    const struct fg_piece pieces[] = {{FG_STYLE_STRONG, fg_buf_text(&padded)}, {style, text}};
    fg_log_pieces(verify->run->log, pieces, 2);
}

static void print_findings(struct fg_verify *verify)
{
    for (size_t i = 0; i < verify->findings.count; i++) {
        const struct fg_finding *finding = &verify->findings.list[i];
        FG_BUF_AUTO line = FG_BUF_INIT;
        fg_buf_printf(&line, "  %s: %s%s%s", finding->kind, finding->which, finding->detail == NULL ? "" : ": ",
                      finding->detail == NULL ? "" : finding->detail);
        fg_log_styled(verify->run->log, FG_STYLE_ALARM, fg_buf_text(&line));
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
    verify->found += count;
    fg_findings_done(&verify->findings);
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

static int check_files(struct fg_verify *verify, struct fg_error *err)
{
    uint64_t bytes = 0;
    for (size_t i = 0; i < verify->bag->count; i++)
        bytes += verify->bag->files[i].size;
    fg_verify_tell(verify, "Opened", "%zu files, %" PRIu64 " bytes", verify->bag->count, bytes);
    if (fg_bag_check_structure(verify->bag, &verify->findings, err) < 0)
        return -1;
    fg_verify_tell(verify, "Structure", "BagIt 1.0, nothing missing, nothing added");
    if (fg_bag_check_manifests(verify->bag, &verify->findings, err) < 0)
        return -1;
    fg_verify_tell(verify, "Hashes", "every file is as the manifests say");
    return 0;
}

static void tell_end(struct fg_verify *verify)
{
    FG_BUF_AUTO line = FG_BUF_INIT;
    fg_buf_printf(&line, "%s: ", verify->path);
    if (verify->found == 0)
        fg_buf_add_text(&line, "whole");
    else
        fg_buf_printf(&line, "NOT AS IT SHOULD BE, %zu finding%s", verify->found, verify->found == 1 ? "" : "s");
    if (verify->signed_by.len > 0)
        fg_buf_printf(&line, ", signed by %s", fg_buf_text(&verify->signed_by));
    else
        fg_buf_add_text(&line, ", not signed");
    if (verify->results.len > 0)
        fg_buf_printf(&line, ", %s", fg_buf_text(&verify->results));
    fg_log_styled(verify->run->log, verify->found == 0 ? FG_STYLE_STRONG : FG_STYLE_ALARM, fg_buf_text(&line));
}

static int check_all(struct fg_verify *verify, int *ret_code, struct fg_error *err)
{
    int code = FG_OK;
    if (open_pack(verify, err) < 0 || check_files(verify, err) < 0 || fg_verify_seals(verify, err) < 0 ||
        fg_verify_previous(verify, err) < 0)
        return -1;
    if (verify->chosen->with_tool != NULL ? fg_verify_with_tool(verify, &code, err) < 0
                                          : fg_verify_results(verify, err) < 0)
        return -1;
    tell_end(verify);
    *ret_code = code == FG_OK && verify->found > 0 ? FG_FAILED_CONTROLS : code;
    return 0;
}

static int run_verify(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    struct fg_verify verify = {.run = run, .chosen = parsed, .path = run->arguments[0]};
    int code = FG_OK;
    int status = check_all(&verify, &code, err);
    fg_bag_close(verify.bag);
    fg_findings_done(&verify.findings);
    fg_buf_done(&verify.signed_by);
    fg_buf_done(&verify.results);
    return status < 0 ? -1 : code;
}

const struct fg_command fg_command_verify = {
    .name = "verify",
    .arguments = "PACK",
    .summary = "check an evidence pack: files, signatures, and whether the same results come out again",
    .details = "PACK is what fargauge pack wrote: a folder, .zip or .tar.gz. Its inputs are imported and assessed again in a\n"
               "database that goes away, and every result, every row of evidence and every report is compared. Nothing\n"
               "outside of $TMPDIR is written. Exit code 0: all fits; 1: something does not, and is named; 3: no pack.\n"
               "\n"
               "  fargauge verify audit-2026-Q4.zip --trust company-ca.pem --previous audit-2026-Q3.zip\n",
    .options = options,
    .options_size = sizeof(struct fg_verify_options),
    .least = 1,
    .most = 1,
    .run = run_verify,
};
