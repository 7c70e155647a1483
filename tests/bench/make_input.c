/* SPDX-License-Identifier: MIT */
/*
 * Big, made-up exports for measurements: the same bytes for the same arguments, on any machine.
 *
 *     make_input KIND BYTES > FILE
 *     make_input files COUNT FOLDER
 *     make_input estate COUNT FOLDER
 *
 * services   aws ecs describe-services, pretty-printed, about 30 KB a service (100 events each)
 * lean       the same, compact, about 700 bytes a service, no events; four in five are on Fargate
 * config     an AWS Config snapshot, compact, about 3 KB an item, 2 % of them ECS services
 * japanese   the same, but most texts are Japanese
 * findings   aws securityhub get-findings, pretty-printed, about 4 KB a finding, 10 % are ECS.10
 * estate     COUNT services in FOLDER/services.json, and the task definition of each in FOLDER/task-definitions.json,
 *            one answer of describe-task-definition after the other
 * files      COUNT files of one service each, a hundred to a folder, below FOLDER, which must exist
 *
 * Records are written until BYTES are reached, so the file is a little longer. Standard error gets one
 * line, ROWS|PASS|FAIL: how many Fargate services (findings of ECS.10) there are, how many of them
 * are on 1.4.0 or LATEST (are PASSED), and how many are not.
 */
#include "make_input.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct kind {
    const char *name;
    bool pretty;
    const char *array; /* the member that holds the records */
    void (*record)(struct out *out, unsigned index);
};

static const struct kind kinds[] = {
    {"services", true, "services", service},
    {"lean", false, "services", lean_service},
    {"config", false, "configurationItems", item},
    {"japanese", false, "configurationItems", japanese_item},
    {"findings", true, "Findings", finding},
};

static void head(struct out *out, const struct kind *kind)
{
    begin(out, NULL, '{');
    if (kind->record == item || kind->record == japanese_item) {
        text(out, "fileVersion", "1.0");
        uuid(out, "configSnapshotId");
    }
    begin(out, kind->array, '[');
}

static void tail(struct out *out)
{
    end(out, ']');
    end(out, '}');
    put(out, '\n');
}

static void write_document(struct out *out, const struct kind *kind, uint64_t size)
{
    head(out, kind);
    for (unsigned index = 0; out->written < size; index++)
        kind->record(out, index);
    tail(out);
}

/* 0, or -1 with errno set. */
static int write_file(struct out *out, const char *folder, unsigned index)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%04u", folder, index / 100);
    if (index % 100 == 0 && mkdir(path, 0777) < 0)
        return -1;
    snprintf(path, sizeof path, "%s/%04u/services-%06u.json", folder, index / 100, index);
    out->to = fopen(path, "wx");
    if (out->to == NULL)
        return -1;
    out->first = true;
    head(out, &kinds[0]);
    service(out, index);
    tail(out);
    return fclose(out->to);
}

static int write_files(struct out *out, unsigned count, const char *folder)
{
    out->pretty = true;
    for (unsigned index = 0; index < count; index++)
        if (write_file(out, folder, index) < 0)
            return -1;
    return 0;
}

/* COUNT records of one kind into FOLDER/NAME, in an array where `array` names one. */
static int write_records(struct out *out, const char *folder, const char *name, const char *array,
                         void (*record)(struct out *out, unsigned index), unsigned count)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    out->to = fopen(path, "wx");
    if (out->to == NULL)
        return -1;
    out->first = true;
    if (array != NULL) {
        begin(out, NULL, '{');
        begin(out, array, '[');
    }
    for (unsigned index = 0; index < count; index++) {
        out->first |= array == NULL;
        record(out, index);
    }
    if (array != NULL)
        tail(out);
    return fclose(out->to);
}

static int write_estate(struct out *out, unsigned count, const char *folder)
{
    if (write_records(out, folder, "services.json", "services", estate_service, count) < 0)
        return -1;
    return write_records(out, folder, "task-definitions.json", NULL, estate_definition, count);
}

static int write_stdout(struct out *out, const struct kind *kind, uint64_t size)
{
    out->to = stdout;
    out->pretty = kind->pretty;
    out->first = true;
    write_document(out, kind, size);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : -1;
}

static int usage(void)
{
    fputs("usage: make_input services|lean|config|japanese|findings BYTES > FILE\n"
          "       make_input files|estate COUNT FOLDER\n", stderr);
    return 2;
}

static int made(const struct out *out, int status)
{
    if (status < 0) {
        perror("make_input");
        return 1;
    }
    fprintf(stderr, "%" PRIu64 "|%" PRIu64 "|%" PRIu64 "\n", out->rows, out->pass,
            out->rows - out->pass);
    return 0;
}

int main(int argc, char **argv)
{
    struct out out = {.random = 10};
    if (argc == 4 && strcmp(argv[1], "files") == 0)
        return made(&out, write_files(&out, (unsigned)strtoul(argv[2], NULL, 10), argv[3]));
    if (argc == 4 && strcmp(argv[1], "estate") == 0)
        return made(&out, write_estate(&out, (unsigned)strtoul(argv[2], NULL, 10), argv[3]));
    for (size_t i = 0; argc == 3 && i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(argv[1], kinds[i].name) == 0)
            return made(&out, write_stdout(&out, &kinds[i], strtoull(argv[2], NULL, 10)));
    return usage();
}
