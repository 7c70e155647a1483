/* SPDX-License-Identifier: MIT */
/*
 * make_exports DIR: exports in which every free text is a payload (payloads.h).
 *
 *   DIR/in/         what is well-formed: everything must be taken
 *   DIR/bad/        what must be refused or rejected, with payloads in the messages about it
 *   DIR/words/      what a reader of the reports must get back, one value per line in hexadecimal:
 *                   `names`, `clusters`, `regions`, `definitions` of the services that fail
 *
 * Characters that are never drawn stand in the reports as escapes, so in words/ they do too. CSV can be read back
 * without loss: `exact-names`, `exact-clusters` and `exact-regions` hold the texts as they stand in the exports.
 */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "payloads.h"

enum { LONG = 100 * 1000 };

static char long_text[LONG + 1];

static FILE *create(const char *path) {
    FILE *to = fopen(path, "w");
    if (to == NULL) {
        fprintf(stderr, "make_exports: %s: %s\n", path, strerror(errno));
        exit(1);
    }
    return to;
}

static void folder(const char *path) {
    if (mkdir(path, 0777) < 0 && errno != EEXIST) {
        fprintf(stderr, "make_exports: %s: %s\n", path, strerror(errno));
        exit(1);
    }
}

/* A JSON string. What JSON must not hold raw is escaped, the rest stays as it is. */
static void put_string(FILE *to, const char *text) {
    fputc('"', to);
    for (const unsigned char *at = (const unsigned char *)text; *at != '\0'; at++)
        if (*at < 0x20)
            fprintf(to, "\\u%04x", *at);
        else
            fprintf(to, *at == '"' || *at == '\\' ? "\\%c" : "%c", *at);
    fputc('"', to);
}

static void put_member(FILE *to, const char *name, const char *before, const char *text) {
    char *joined = malloc(strlen(before) + strlen(text) + 1);
    if (joined == NULL)
        abort();
    strcpy(joined, before);
    strcat(joined, text);
    fprintf(to, "\"%s\":", name);
    put_string(to, joined);
    fputs(",\n", to);
    free(joined);
}

/* ---- What a reader gets back ---- */

/* The characters of payloads.h that reports write as escapes: our reading of the contract, apart
 * from the program's own table. */
static bool never_drawn(uint32_t code) {
    static const uint32_t ranges[][2] = {
        {0x00, 0x08},     {0x0B, 0x1F},     {0x7F, 0x9F},       {0xAD, 0xAD},     {0x061C, 0x061C},
        {0x200B, 0x200B}, {0x200E, 0x200F}, {0x2028, 0x202E},   {0x2060, 0x206F}, {0xFDD0, 0xFDEF},
        {0xFEFF, 0xFEFF}, {0xFFFE, 0xFFFF}, {0xE0000, 0xE0FFF},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (code >= ranges[i][0] && code <= ranges[i][1])
            return true;
    return false;
}

/* The payloads are good UTF-8. */
static size_t decode(const char *at, uint32_t *ret_code) {
    unsigned char first = (unsigned char)*at;
    size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    *ret_code = size == 1 ? first : first & (0xFFu >> (size + 1));
    for (size_t i = 1; i < size; i++)
        *ret_code = *ret_code << 6 | ((unsigned char)at[i] & 0x3Fu);
    return size;
}

static void put_hex(FILE *to, const char *text, size_t len) {
    for (size_t i = 0; i < len; i++)
        fprintf(to, "%02x", (unsigned)(unsigned char)text[i]);
}

static void put_word(FILE *to, const char *text) {
    char escape[16];
    uint32_t code;
    for (size_t size; *text != '\0'; text += size) {
        size = decode(text, &code);
        if (!never_drawn(code)) {
            put_hex(to, text, size);
            continue;
        }
        if (code > 0xFFFF)
            snprintf(escape, sizeof escape, "\\u%04X\\u%04X", (unsigned)(0xD7C0 + (code >> 10)),
                     (unsigned)(0xDC00 + (code & 0x3FF)));
        else
            snprintf(escape, sizeof escape, "\\u%04X", (unsigned)code);
        put_hex(to, escape, strlen(escape));
    }
    fputc('\n', to);
}

/* A list of words: as shown, and as it stands in the exports. */
struct list {
    FILE *shown, *exact;
};

struct words {
    struct list names, clusters, regions, definitions;
};

static void keep_word(const struct list *list, const char *text) {
    put_word(list->shown, text);
    put_hex(list->exact, text, strlen(text));
    fputc('\n', list->exact);
}

/* ---- Services ---- */

/* A text can be an ARN's region only where it does not end that part; ARNs are short. */
static const char *region_of(const char *payload) {
    return strchr(payload, ':') != NULL || strlen(payload) == LONG ? "eu-west-1" : payload;
}

static void put_deployment(FILE *to, const char *payload, const char *version) {
    fputs("{", to);
    put_member(to, "id", "", payload);
    put_member(to, "status", "", "PRIMARY");
    put_member(to, "platformVersion", "", version);
    put_member(to, "platformFamily", "", payload);
    put_member(to, "taskDefinition", "", payload);
    put_member(to, "rolloutState", "", payload);
    fputs("\"runningCount\":1,\"launchType\":\"FARGATE\"}", to);
}

static void put_tags(FILE *to, const char *payload) {
    fputs("\"tags\":[{", to);
    put_member(to, "key", "", payload);
    put_member(to, "value", "", payload);
    fputs("\"x\":0},{", to);
    put_member(to, "key", "second ", payload);
    put_member(to, "value", "", payload);
    fputs("\"x\":0}]", to);
}

/* One service with the payload in every text. `region` may be hostile too. */
static void put_service(FILE *to, const char *arn_middle, const char *name, const char *cluster,
                        const char *payload, const char *version, const char *controller) {
    static const char *comma;
    char arn[2048];
    snprintf(arn, sizeof arn, "arn:aws:ecs:%s:123456789012:service/%s%s", region_of(payload),
             arn_middle, name);
    fputs(comma == NULL ? "{" : ",{", to);
    comma = "";
    put_member(to, "serviceArn", "", arn);
    put_member(to, "serviceName", "", name);
    put_member(to, "clusterArn", "arn:aws:ecs:eu-west-1:123456789012:cluster/", cluster);
    put_member(to, "status", "", "ACTIVE");
    put_member(to, "launchType", "", "FARGATE");
    put_member(to, "platformVersion", "", version);
    put_member(to, "platformFamily", "", payload);
    put_member(to, "schedulingStrategy", "", payload);
    put_member(to, "taskDefinition", "", payload);
    fprintf(to, "\"deploymentController\":{\"type\":\"%s\"},\"deployments\":[", controller);
    put_deployment(to, payload, "1.3.0");
    fputs("],\"taskSets\":[],", to);
    put_tags(to, payload);
    fputs("}\n", to);
}

static bool has_slash(const char *payload) {
    return strchr(payload, '/') != NULL;
}

/* As a name (long form), and as a cluster beside the short form; each fails. */
static void put_failing(FILE *to, size_t i, const struct words *words) {
    char name[32];
    static const char *const controllers[] = {"ECS", "CODE_DEPLOY", "EXTERNAL"};
    put_service(to, "web/", payloads[i], "web", payloads[i], "1.3.0", "ECS");
    for (size_t j = 0; j < 3; j++) {
        snprintf(name, sizeof name, "service-%zu-%zu", i, j);
        put_service(to, "", name, payloads[i], payloads[i], "1.3.0", controllers[j]);
        keep_word(&words->names, name);
    }
    keep_word(&words->names, payloads[i]);
    keep_word(&words->clusters, payloads[i]);
    keep_word(&words->regions, region_of(payloads[i]));
    keep_word(&words->definitions, payloads[i]);
}

static void put_services(const char *path, const struct words *words) {
    FILE *to = create(path);
    char name[32];
    fputs("{\"services\":[\n", to);
    for (size_t i = 0; i < PAYLOADS; i++) {
        put_failing(to, i, words);
        snprintf(name, sizeof name, "version-%zu", i);
        put_service(to, "version/", name, "version", payloads[i], payloads[i], "ECS");
        keep_word(&words->names, name); /* FG.1 fails: it runs 1.3.0 */
        snprintf(name, sizeof name, "running-%zu", i);
        put_service(to, "running/", name, "running", payloads[i], "LATEST", "ECS");
        keep_word(&words->names, name);
    }
    static const char *const clusters[] = {"web", "version", "running", "long"};
    for (size_t i = 0; i < sizeof clusters / sizeof clusters[0]; i++)
        keep_word(&words->clusters, clusters[i]);
    put_service(to, "long/", "long-version", "long", "eu-west-1", long_text, "ECS");
    put_service(to, "long/", "long-texts", "long", long_text, "LATEST", "ECS");
    keep_word(&words->names, "long-version");
    keep_word(&words->names, "long-texts");
    fputs("],\"failures\":[\n", to);
    for (size_t i = 0; i < PAYLOADS; i++) {
        fputs(i > 0 ? ",{" : "{", to);
        put_member(to, "arn", "arn:aws:ecs:eu-west-1:123456789012:service/web/gone-", payloads[i]);
        put_member(to, "detail", "", payloads[i]);
        fputs("\"reason\":", to);
        put_string(to, payloads[i]);
        fputs("}\n", to);
    }
    fputs("]}\n", to);
    fclose(to);
}

/* ---- Findings, Config items, waivers ---- */

static void put_findings(const char *path) {
    FILE *to = create(path);
    fputs("{\"Findings\":[\n", to);
    for (size_t i = 0; i < 2 * PAYLOADS; i++) {
        const char *payload = payloads[i % PAYLOADS];
        fputs(i > 0 ? ",{" : "{", to);
        put_member(to, "SchemaVersion", "", "2018-10-08");
        put_member(to, "Id", "arn:aws:securityhub:eu-west-1:123456789012:finding/", payload);
        put_member(to, "ProductArn",
                   i < PAYLOADS
                       ? "arn:aws:securityhub:eu-west-1::product/aws/securityhub"
                       : "arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/",
                   i < PAYLOADS ? "" : payload);
        put_member(to, "GeneratorId", "", "security-control/ECS.10");
        put_member(to, "AwsAccountId", "", "123456789012");
        put_member(to, "Region", "", payload);
        put_member(to, "Title", payload, i == 3 ? long_text : "");
        put_member(to, "RecordState", "", "ACTIVE");
        put_member(to, "CreatedAt", "", "2026-09-30T00:00:00Z");
        put_member(to, "UpdatedAt", "", "2026-09-30T00:00:00Z");
        fputs("\"Severity\":{\"Label\":", to);
        put_string(to, payload);
        fputs(
            "},\"Workflow\":{\"Status\":\"NEW\"},\"Compliance\":{\"SecurityControlId\":\"ECS.10\",",
            to);
        fputs("\"SecurityControlParameters\":[{\"Name\":", to);
        put_string(to, payload);
        fputs(",\"Value\":[", to);
        put_string(to, payload);
        fprintf(to, "]}],\"Status\":\"%s\"},\"Resources\":[{", i % 2 ? "PASSED" : "FAILED");
        put_member(to, "Type", "", "AwsEcsService");
        put_member(to, "Region", "", payload);
        fputs("\"Id\":", to);
        char arn[2048];
        snprintf(arn, sizeof arn, "arn:aws:ecs:eu-west-1:123456789012:service/only-in-aws/%s",
                 payload);
        put_string(to, arn);
        fputs("}]}\n", to);
    }
    fputs("]}\n", to);
    fclose(to);
}

static void put_config(const char *path) {
    FILE *to = create(path);
    fputs("{\"configurationItems\":[\n", to);
    for (size_t i = 0; i < PAYLOADS; i++) {
        char arn[2048];
        snprintf(arn, sizeof arn, "arn:aws:ecs:eu-west-1:123456789012:service/config/%s",
                 payloads[i]);
        fputs(i > 0 ? ",{" : "{", to);
        put_member(to, "resourceType", "", "AWS::ECS::Service");
        put_member(to, "ARN", "", arn);
        put_member(to, "configurationItemStatus", "", "OK");
        put_member(to, "configurationItemCaptureTime", "", "2026-10-01T05:00:00Z");
        fputs("\"configuration\":{", to);
        put_member(to, "LaunchType", "", payloads[i]);
        put_member(to, "PlatformVersion", "", "LATEST");
        put_member(to, "TaskDefinition", "", payloads[i]);
        fputs("\"Role\":0},\"tags\":{", to);
        put_string(to, payloads[i]);
        fputs(":", to);
        put_string(to, payloads[i]);
        fputs("}}\n,{", to);
        put_member(to, "resourceType", "", "AWS::Config::ResourceCompliance");
        put_member(to, "configurationItemStatus", "", "OK");
        put_member(to, "configurationItemCaptureTime", "", "2026-10-01T05:00:00Z");
        fputs("\"configuration\":{", to);
        put_member(to, "targetResourceType", "", "AWS::ECS::Service");
        put_member(to, "targetResourceId", "", arn);
        fputs("\"configRuleList\":[{", to);
        put_member(to, "configRuleName", "ecs-fargate-latest-platform-version", payloads[i]);
        put_member(to, "configRuleArn", "", payloads[i]);
        put_member(to, "configRuleId", "", payloads[i]);
        fputs("\"complianceType\":\"NON_COMPLIANT\"}]}}\n,{\"configurationItemStatus\":\"OK\",",
              to);
        fputs("\"resourceType\":", to); /* a type of no interest, counted by its name */
        put_string(to, payloads[i]);
        fputs("}\n", to);
    }
    fputs("]}\n", to);
    fclose(to);
}

static void put_cell(FILE *to, const char *text, const char *end) {
    fputc('"', to);
    for (; *text != '\0'; text++)
        fprintf(to, *text == '"' ? "\"%c" : "%c", *text);
    fprintf(to, "\"%s", end);
}

static void put_waivers(const char *path) {
    FILE *to = create(path);
    fputs("waiver_id,control_id,resource,account_id,reason,owner,approver,approved_at,expires_at,"
          "ticket\r\n",
          to);
    for (size_t i = 0; i < PAYLOADS; i++) {
        char resource[64];
        snprintf(resource, sizeof resource, "arn:aws:ecs:*:service/running/running-%zu", i);
        put_cell(to, payloads[i], ",");
        fputs("FG.1,", to);
        /* Every second one covers something. */
        put_cell(to, i % 2 ? resource : payloads[i], ",");
        fputs(",", to);
        put_cell(to, payloads[i], ",");
        put_cell(to, payloads[i], ",");
        fputs("chief@example.org,2026-09-01,2026-12-31,", to);
        put_cell(to, payloads[i], "\r\n");
    }
    /* One approval may cover several controls: its id stands on several rows. */
    fputs("W-1,FG.2,arn:aws:ecs:*:service/version/"
          "*,,why,owner@example.org,chief@example.org,2026-09-01,2026-12-31,\r\n"
          "W-1,FG.3,arn:aws:ecs:*:service/version/"
          "*,,why,owner@example.org,chief@example.org,2026-09-01,2026-12-31,\r\n",
          to);
    fclose(to);
}

/* ---- Files by name ---- */

static bool is_file_name(const char *payload) {
    return !has_slash(payload) && strcmp(payload, "..") != 0 && strcmp(payload, "~") != 0;
}

static void put_file(const char *in, size_t number, const char *payload, const char *text) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", in, payload);
    folder(path);
    snprintf(path, sizeof path, "%s/%s/%s.json", in, payload, payload);
    FILE *to = create(path);
    fprintf(to, text, number);
    fclose(to);
}

static void put_files(const char *in, const char *text) {
    folder(in);
    for (size_t i = 0; i < PAYLOADS; i++)
        if (is_file_name(payloads[i]))
            put_file(in, i, payloads[i], text);
    put_file(in, PAYLOADS, "not UTF-8 \xff\xc3(\xed\xa0\x80", text);
}

/* Records and documents whose error messages quote a payload. */
static void put_rejects(const char *path) {
    FILE *to = create(path);
    fputs("{\"services\":[\n", to);
    for (size_t i = 0; i < PAYLOADS; i++) {
        fputs(i > 0 ? ",{" : "{", to);
        fputs("\"serviceArn\":", to);
        put_string(to, payloads[i]);
        fputs("}\n", to);
    }
    fputs("]}\n", to);
    fclose(to);
}

static void put_strangers(const char *bad) {
    char path[4096];
    for (size_t i = 0; i < PAYLOADS; i++) {
        snprintf(path, sizeof path, "%s/stranger-%zu.json", bad, i);
        FILE *to = create(path);
        fputs("{", to);
        put_string(to, payloads[i]);
        fprintf(to, ":%zu}\n", i);
        fclose(to);
    }
}

static FILE *open_words(const char *how, const char *name) {
    char path[64];
    snprintf(path, sizeof path, "words/%s%s", how, name);
    return create(path);
}

static struct list open_list(const char *name) {
    return (struct list){open_words("", name), open_words("exact-", name)};
}

static void close_list(struct list *list) {
    fclose(list->shown);
    fclose(list->exact);
}

int main(int argc, char **argv) {
    static const char *const folders[] = {"in", "bad", "words"};
    if (argc != 2 || chdir(argv[1]) < 0) {
        fputs("usage: make_exports DIR\n", stderr);
        return 2;
    }
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++)
        folder(folders[i]);
    for (size_t i = 0; i < LONG; i++)
        long_text[i] = "<long text>"[i % 11];
    struct words words = {open_list("names"), open_list("clusters"), open_list("regions"),
                          open_list("definitions")};
    put_services("in/services_20261001T090000Z.json", &words);
    put_findings("in/findings_20261001T093000Z.json");
    put_config("in/ConfigSnapshot_20261001T060000Z.json");
    put_waivers("in/waivers.csv");
    put_files("in/files",
              "{\"services\":[{\"serviceArn\":\"arn:aws:ecs:eu-west-1:123456789012:service/files/"
              "file-%zu\",\"launchType\":\"FARGATE\",\"platformVersion\":\"LATEST\"}]}\n");
    put_files("bad/files", "{\"clusters\":[%zu]}\n");
    put_rejects("bad/rejects.json");
    put_strangers("bad");
    close_list(&words.names);
    close_list(&words.clusters);
    close_list(&words.regions);
    close_list(&words.definitions);
    return 0;
}
