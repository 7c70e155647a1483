/* SPDX-License-Identifier: MIT */
/* Another fargauge, the one that made the pack, verifies it. */
#include "cmd/verify.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fargauge/source.h"
#include "fargauge/store.h"
#include "redo/said.h"

enum { PIECE = 64 * 1024 };

/* The program's hash as the pack tells it; "" where it tells none. */
static int recorded_hash(struct fg_verify *verify, char sha256[FG_SHA256_HEX_SIZE], struct fg_error *err)
{
    struct fg_store *store;
    struct fg_said said = {0};
    if (fg_store_open("", true, verify->run->resources, &store, err) < 0)
        return -1;
    int status = fg_said_read(store, verify->bag, &verify->findings, &said, err);
    const char *text = fg_said_text(&said, FG_SAID_TOOL_SHA256);
    snprintf(sha256, FG_SHA256_HEX_SIZE, "%s", text == NULL ? "" : text);
    fg_said_done(&said);
    fg_store_close(store);
    return status < 0 ? -1 : 0;
}

static int copy_pieces(int from, int to, struct fg_sha256 *hash, struct fg_error *err)
{
    char piece[PIECE];
    ssize_t got;
    while ((got = read(from, piece, sizeof piece)) > 0)
        if (fg_sha256_add(hash, piece, (size_t)got) < 0 || write(to, piece, (size_t)got) != got)
            return fg_error_set(err, FG_IO, "--with-tool: cannot copy the program: %s", strerror(errno));
    return got < 0 ? fg_error_set(err, FG_IO, "--with-tool: cannot read the program: %s", strerror(errno)) : 0;
}

/* What is hashed is what runs: a copy of ours. */
static int copy_program(const char *program, const char *to, char sha256[FG_SHA256_HEX_SIZE], struct fg_error *err)
{
    struct fg_sha256 *hash = fg_sha256_new();
    int in = open(program, O_RDONLY | O_CLOEXEC);
    int out = in < 0 ? -1 : open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0700);
    int status = -1;
    if (hash == NULL)
        fg_error_memory(err);
    else if (out < 0)
        fg_error_set(err, FG_IO, "--with-tool: %s: %s", program, strerror(errno));
    else
        status = copy_pieces(in, out, hash, err);
    if (status == 0 && fg_sha256_hex(hash, sha256) < 0)
        status = fg_error_memory(err);
    if (in >= 0)
        close(in);
    if (out >= 0 && close(out) < 0 && status == 0)
        status = fg_error_set(err, FG_IO, "--with-tool: cannot copy the program: %s", strerror(errno));
    fg_sha256_free(hash);
    return status;
}

/* The options that it understands as we do. */
static void make_arguments(const struct fg_verify *verify, const char *arguments[24])
{
    const struct fg_verify_options *chosen = verify->chosen;
    const struct {
        const char *name, *value;
    } options[] = {
        {"--trust", chosen->trust},         {"--allowed-signers", chosen->allowed_signers},
        {"--tsa-trust", chosen->tsa_trust}, {"--previous", chosen->previous},
        {"--inputs", chosen->inputs},       {"--template", chosen->template_dir},
    };
    size_t count = 0;
    arguments[count++] = "fargauge";
    arguments[count++] = "verify";
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++)
        if (options[i].value != NULL) {
            arguments[count++] = options[i].name;
            arguments[count++] = options[i].value;
        }
    if (chosen->strict)
        arguments[count++] = "--strict";
    if (verify->run->log->quiet)
        arguments[count++] = "--quiet";
    arguments[count++] = "--";
    arguments[count++] = verify->path;
    arguments[count] = NULL;
}

static int run_program(struct fg_verify *verify, const char *copy, int *ret_code, struct fg_error *err)
{
    const char *arguments[24];
    int status;
    make_arguments(verify, arguments);
    if (fg_log_flush(verify->run->log, err) < 0)
        return -1;
    pid_t child = fork();
    if (child == 0) {
        execv(copy, (char *const *)arguments); /* only read */
        _exit(126);
    }
    if (child < 0 || waitpid(child, &status, 0) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) == 126) {
        fg_error_set(err, FG_IO, "--with-tool: %s: it does not run", verify->chosen->with_tool);
        return fg_error_hint(err, "is it for this machine, and may programs run in $TMPDIR?");
    }
    *ret_code = WEXITSTATUS(status);
    return 0;
}

int fg_verify_with_tool(struct fg_verify *verify, int *ret_code, struct fg_error *err)
{
    FG_BUF_AUTO copy = FG_BUF_INIT;
    char recorded[FG_SHA256_HEX_SIZE], sha256[FG_SHA256_HEX_SIZE];
    fg_buf_printf(&copy, "%s/tool", verify->bag->scratch);
    if (copy.failed)
        return fg_error_memory(err);
    if (recorded_hash(verify, recorded, err) < 0 ||
        copy_program(verify->chosen->with_tool, copy.data, sha256, err) < 0)
        return -1;
    if (strcmp(recorded, sha256) != 0) {
        fg_error_set(err, FG_USAGE, "--with-tool: %s: it is sha256:%s, but the pack was made by %s%s",
                     verify->chosen->with_tool, sha256, recorded[0] == '\0' ? "a program whose hash it does not tell" : "sha256:",
                     recorded);
        return fg_error_hint(err, "name the very program that data/pack.json tells of");
    }
    fg_verify_tell(verify, "Tool", "%s made the pack (sha256:%s), and verifies it now:", verify->chosen->with_tool, sha256);
    fg_buf_add_text(&verify->results, "results as that program says above");
    return run_program(verify, copy.data, ret_code, err);
}
