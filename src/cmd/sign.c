/* SPDX-License-Identifier: MIT */
/* fargauge sign: signatures and time-stamps for an evidence pack. */
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "cmd/command.h"
#include "fargauge/clock.h"
#include "fargauge/output.h"
#include "seal/file.h"
#include "seal/pack.h"

struct sign_options {
    const char *key, *cert, *chain, *p12, *ssh, *passphrase_file;
    const char *request, *response, *stamp;
    bool replace;
};

static const struct fg_option options[] = {
    {"key", FG_OPTION_INPUT, offsetof(struct sign_options, key), "FILE"},
    {"cert", FG_OPTION_INPUT, offsetof(struct sign_options, cert), "FILE"},
    {"chain", FG_OPTION_INPUT, offsetof(struct sign_options, chain), "FILE"},
    {"p12", FG_OPTION_INPUT, offsetof(struct sign_options, p12), "FILE"},
    {"ssh", FG_OPTION_INPUT, offsetof(struct sign_options, ssh), "FILE"},
    {"passphrase-file", FG_OPTION_INPUT, offsetof(struct sign_options, passphrase_file), "FILE"},
    {"time-stamp-request", FG_OPTION_OUTPUT, offsetof(struct sign_options, request), "FILE"},
    {"time-stamp", FG_OPTION_INPUT, offsetof(struct sign_options, response), "FILE"},
    {"stamp", FG_OPTION_CHOICE, offsetof(struct sign_options, stamp), "cms|ssh|manifest"},
    {"replace", FG_OPTION_FLAG, offsetof(struct sign_options, replace), ""},
    {NULL, FG_OPTION_FLAG, 0, ""},
};

/* ---- the command line */

static int usage(struct fg_error *err, const char *option, const char *why, const char *hint)
{
    fg_error_set(err, FG_USAGE, "sign: %s: %s", option, why);
    return fg_error_hint(err, "%s", hint);
}

static int check_options(const struct sign_options *given, struct fg_error *err)
{
    static const char hint[] = "give one of: --key with --cert, --p12, --ssh, --time-stamp-request, --time-stamp";
    bool signs = given->key != NULL || given->p12 != NULL || given->ssh != NULL;
    int actions = (given->key != NULL) + (given->p12 != NULL) + (given->ssh != NULL) + (given->request != NULL) +
                  (given->response != NULL);
    if (actions == 0) {
        fg_error_set(err, FG_USAGE, "sign: a key is missing");
        return fg_error_hint(err, "%s", hint);
    }
    if (actions > 1) {
        fg_error_set(err, FG_USAGE, "sign: more than one thing to do");
        return fg_error_hint(err, "%s; run it again for each", hint);
    }
    if (given->key != NULL && given->cert == NULL)
        return usage(err, "--key", "its certificate is missing", "name it with --cert; SSH keys are given with --ssh");
    if (given->cert != NULL && given->key == NULL)
        return usage(err, "--cert", "it goes with --key", "a PKCS#12 file and an SSH key need none");
    if (given->chain != NULL && given->key == NULL)
        return usage(err, "--chain", "it goes with --key", "a PKCS#12 file holds its own chain");
    if (given->passphrase_file != NULL && !signs)
        return usage(err, "--passphrase-file", "there is no key to open", "leave it out");
    if (given->stamp != NULL && given->request == NULL)
        return usage(err, "--stamp", "it goes with --time-stamp-request", "what an answer is over is told by itself");
    if (given->replace && given->request != NULL)
        return usage(err, "--replace", "a request replaces nothing in the pack", "leave it out");
    return 0;
}

/* ---- what all of them do */

static int refuse_existing(const struct fg_seal_pack *pack, enum fg_seal_kind kind, bool replace, struct fg_error *err)
{
    if (!pack->has[kind] || replace)
        return 0;
    fg_error_set(err, FG_USAGE, "sign: %s: there is a %s already", pack->path.data, fg_seal_file(kind));
    return fg_error_hint(err, "see whose it is with fargauge verify; --replace puts the new one in its place");
}

static void tell(const struct fg_run *run, const struct fg_seal_pack *pack, enum fg_seal_kind kind,
                 const struct fg_seal_result *facts)
{
    fg_log_line(run->log, "Sealed %s: %s", pack->path.data, fg_seal_file(kind));
    if (facts->signer[0] != '\0')
        fg_log_line(run->log, "By %s", facts->signer);
    fg_log_line(run->log, "Key %s, %s", facts->fingerprint, facts->algorithm);
    fg_log_line(run->log, "Pack digest sha256:%s", pack->digest);
}

/* The time-stamp of a signature, which another signature makes void. */
static enum fg_seal_kind time_of(enum fg_seal_kind kind)
{
    return kind == FG_SEAL_CMS ? FG_SEAL_CMS_TIME : FG_SEAL_SSH_TIME;
}

/* ---- signing */

static int refuse_result(const struct fg_seal_pack *pack, const struct fg_seal_result *facts, struct fg_error *err)
{
    return fg_error_set(err, FG_INTERNAL, "sign: %s: the signature that was made is not right: %s", pack->path.data,
                        facts->detail);
}

/* What was made is checked as any verifier does, and an expired certificate signs nothing. That it is not valid yet
 * is not asked: a SOURCE_DATE_EPOCH may lie before it. */
static int check_made(const struct fg_seal_pack *pack, enum fg_seal_kind kind, struct fg_seal_bytes made,
                      struct fg_seal_result *facts, struct fg_error *err)
{
    struct fg_seal_trust trust = {0};
    char limit[FG_TIME_SIZE];
    struct fg_seal_bytes manifest = fg_seal_pack_manifest(pack);
    if (fg_time_now(&trust.now, err) < 0)
        return -1;
    int done = kind == FG_SEAL_SSH ? fg_seal_check_ssh(manifest, made, &trust, 0, facts, err)
                                   : fg_seal_check_cms(manifest, made, &trust, 0, facts, err);
    if (done < 0)
        return -1;
    if (facts->status != FG_SEAL_NOBODY_ASKED)
        return refuse_result(pack, facts, err);
    if (kind == FG_SEAL_SSH || trust.now <= facts->valid_until)
        return 0;
    fg_time_format(facts->valid_until, limit);
    fg_error_set(err, FG_USAGE, "certificate: %s: it expired %s", facts->signer, limit);
    return fg_error_hint(err, "sign with a certificate that is valid now: nobody could trust this signature");
}

/* What a PEM file has in it; 0 where nothing can be told, as of a pipe, which is read once. */
enum { HAS_KEY = 1, HAS_CERTIFICATE = 2 };

static int look_into(const char *path)
{
    FG_SEAL_SECRET_AUTO file = {0};
    struct stat status;
    if (path == NULL || stat(path, &status) < 0 || !S_ISREG(status.st_mode) ||
        fg_seal_file_read(path, "key", false, &file, NULL) < 0)
        return 0;
    const char *text = (const char *)file.bytes;
    return (strstr(text, "PRIVATE KEY-----") != NULL ? HAS_KEY : 0) |
           (strstr(text, "-----BEGIN CERTIFICATE-----") != NULL ? HAS_CERTIFICATE : 0);
}

/* Each where the other should be: what would be said of them one by one leads astray. */
static int explain_exchanged(const struct sign_options *given, struct fg_error *err)
{
    const char *key = given->ssh != NULL ? given->ssh : given->key;
    if (look_into(key) != HAS_CERTIFICATE)
        return -1;
    fg_error_set(err, FG_USAGE, "--%s: %s: it holds a certificate and no private key", given->ssh != NULL ? "ssh" : "key", key);
    if (look_into(given->cert) == HAS_KEY)
        return fg_error_hint(err, "the two are exchanged: write --key %s --cert %s", given->cert, key);
    return fg_error_hint(err, "name the file with its private key");
}

static int sign_pack(const struct fg_run *run, const struct sign_options *given, struct fg_seal_pack *pack,
                     struct fg_error *err)
{
    FG_SEAL_KEY_AUTO *key = NULL;
    FG_BUF_AUTO made = FG_BUF_INIT;
    struct fg_seal_result facts;
    enum fg_seal_kind kind = given->ssh != NULL ? FG_SEAL_SSH : FG_SEAL_CMS;
    struct fg_seal_key_place place = {.key = given->ssh != NULL ? given->ssh : given->key,
                                      .certificate = given->cert,
                                      .chain = given->chain,
                                      .p12 = given->p12,
                                      .passphrase_file = given->passphrase_file};
    struct fg_seal_bytes manifest = fg_seal_pack_manifest(pack);
    struct rlimit none = {0, 0};
    if (refuse_existing(pack, kind, given->replace, err) < 0)
        return -1;
    setrlimit(RLIMIT_CORE, &none); /* a crash must not leave the key on a disk */
    if (fg_seal_key_open(&place, &key, err) < 0)
        return explain_exchanged(given, err);
    int done = kind == FG_SEAL_SSH ? fg_seal_sign_ssh(manifest, key, &made, err)
                                   : fg_seal_sign_cms(manifest, key, &made, err);
    if (done < 0)
        return -1;
    struct fg_seal_bytes seal = {fg_buf_text(&made), made.len}, before = fg_seal_pack_seal(pack, kind);
    bool same = before.bytes != NULL && before.len == seal.len && memcmp(before.bytes, seal.bytes, seal.len) == 0;
    enum fg_seal_kind drop = same ? FG_SEAL_KINDS : time_of(kind);
    if (check_made(pack, kind, seal, &facts, err) < 0 || fg_seal_pack_write(pack, kind, seal, drop, err) < 0)
        return -1;
    tell(run, pack, kind, &facts);
    if (drop != FG_SEAL_KINDS && pack->has[drop])
        fg_log_line(run->log, "Removed %s: it was over the former signature", fg_seal_file(drop));
    return FG_OK;
}

/* ---- time-stamps */

/* What a request is over: what was named, else the signature, else the manifest. */
static enum fg_seal_kind choose(const struct sign_options *given, const struct fg_seal_pack *pack)
{
    if (given->stamp == NULL)
        return pack->has[FG_SEAL_CMS] ? FG_SEAL_CMS : pack->has[FG_SEAL_SSH] ? FG_SEAL_SSH : FG_SEAL_KINDS;
    if (strcmp(given->stamp, "manifest") == 0)
        return FG_SEAL_KINDS;
    return strcmp(given->stamp, "cms") == 0 ? FG_SEAL_CMS : FG_SEAL_SSH;
}

static int request_time(const struct fg_run *run, const struct sign_options *given, const struct fg_seal_pack *pack,
                        struct fg_error *err)
{
    FG_BUF_AUTO request = FG_BUF_INIT;
    FG_OUTPUT_AUTO *output = NULL;
    enum fg_seal_kind kind = choose(given, pack);
    bool over_manifest = kind == FG_SEAL_KINDS;
    struct fg_seal_bytes stamped = over_manifest ? fg_seal_pack_manifest(pack) : fg_seal_pack_seal(pack, kind);
    if (stamped.bytes == NULL)
        return usage(err, "--stamp", "the pack has no such signature", "sign it first, or ask for --stamp manifest");
    if (fg_seal_time_request(stamped, &request, err) < 0 || fg_output_open(given->request, &output, err) < 0)
        return -1;
    fg_output_write(output, request.data, request.len);
    if (fg_output_commit(output, err) < 0)
        return -1;
    fg_log_line(run->log, "Wrote %s: the request for a time-stamp over %s", given->request,
                over_manifest ? FG_SEAL_MANIFEST : fg_seal_file(kind));
    fg_log_line(run->log, "Next, where there is a network: curl -H 'Content-Type: application/timestamp-query' "
                          "--data-binary @REQUEST URL >ANSWER, then here: fargauge sign PACK --time-stamp ANSWER");
    return FG_OK;
}

/* Which of the pack's files the time-stamp is over: its place, and facts; FG_SEAL_KINDS where it is none. */
static int find_stamped(const struct fg_seal_pack *pack, struct fg_seal_bytes answer, enum fg_seal_kind *ret_kind,
                        struct fg_seal_result *facts, struct fg_error *err)
{
    const struct {
        enum fg_seal_kind kind;
        struct fg_seal_bytes stamped;
    } places[] = {{FG_SEAL_CMS_TIME, fg_seal_pack_seal(pack, FG_SEAL_CMS)},
                  {FG_SEAL_SSH_TIME, fg_seal_pack_seal(pack, FG_SEAL_SSH)},
                  {FG_SEAL_MANIFEST_TIME, fg_seal_pack_manifest(pack)}};
    static const struct fg_seal_trust nobody;
    *ret_kind = FG_SEAL_KINDS;
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        if (places[i].stamped.bytes == NULL)
            continue;
        if (fg_seal_check_time(places[i].stamped, answer, &nobody, facts, err) < 0)
            return -1;
        if (facts->status == FG_SEAL_NOBODY_ASKED)
            *ret_kind = places[i].kind;
        if (facts->status != FG_SEAL_OTHER_CONTENT)
            return 0;
    }
    return 0;
}

static int attach_time(const struct fg_run *run, const struct sign_options *given, const struct fg_seal_pack *pack,
                       struct fg_error *err)
{
    FG_SEAL_SECRET_AUTO file = {0};
    FG_BUF_AUTO kept = FG_BUF_INIT;
    struct fg_seal_result facts = {0};
    enum fg_seal_kind kind;
    char time[FG_TIME_SIZE];
    if (fg_seal_file_read(given->response, "time-stamp", false, &file, err) < 0)
        return -1;
    if (fg_seal_time_response((struct fg_seal_bytes){file.bytes, file.len}, &kept, err) != 0)
        return fg_error_prepend(err, "time-stamp: %s", given->response);
    struct fg_seal_bytes answer = {fg_buf_text(&kept), kept.len};
    if (find_stamped(pack, answer, &kind, &facts, err) < 0)
        return -1;
    if (kind == FG_SEAL_KINDS) {
        fg_error_set(err, FG_INPUT, "time-stamp: %s: %s: %s", given->response, fg_seal_status_text(facts.status), facts.detail);
        return fg_error_hint(err, "ask for a new one with --time-stamp-request; a signature made since needs one of its own");
    }
    if (refuse_existing(pack, kind, given->replace, err) < 0 ||
        fg_seal_pack_write(pack, kind, answer, FG_SEAL_KINDS, err) < 0)
        return -1;
    fg_time_format(facts.judged_at, time);
    tell(run, pack, kind, &facts);
    fg_log_line(run->log, "Time %s, as the authority says it; fargauge verify --tsa-trust CA.pem judges the authority", time);
    return FG_OK;
}

static int run_sign(const struct fg_run *run, const void *parsed, struct fg_error *err)
{
    const struct sign_options *given = parsed;
    FG_SEAL_PACK_AUTO pack = {0};
    if (check_options(given, err) < 0 || fg_seal_pack_read(run->arguments[0], &pack, err) < 0)
        return -1;
    if (given->request != NULL)
        return request_time(run, given, &pack, err);
    return given->response != NULL ? attach_time(run, given, &pack, err) : sign_pack(run, given, &pack, err);
}

const struct fg_command fg_command_sign = {
    .name = "sign",
    .options = options,
    .options_size = sizeof(struct sign_options),
    .least = 1,
    .most = 1,
    .argument_kind = FG_OPTION_OUTPUT,
    .run = run_sign,
};
