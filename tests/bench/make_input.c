/* SPDX-License-Identifier: MIT */
/*
 * Big, made-up exports for measurements: the same bytes for the same arguments, on any machine.
 *
 *     make_input KIND BYTES > FILE
 *
 * services   aws ecs describe-services, pretty-printed, about 30 KB a service (100 events each)
 * config     an AWS Config snapshot, compact, about 3 KB an item, 2 % of them ECS services
 * japanese   the same, but most texts are Japanese
 * findings   aws securityhub get-findings, pretty-printed, about 4 KB a finding, 10 % are ECS.10
 *
 * Records are written until BYTES are reached, so the file is a little longer.
 */
#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char ACCOUNT[] = "123456789012";
static const char REGION[] = "ap-northeast-1";

struct out {
    bool pretty;
    bool first; /* nothing stands in the innermost object or array yet */
    int depth;
    uint64_t written;
    uint64_t random;
};

/* ---- Pseudo-random numbers: splitmix64 ---- */

static uint64_t any(struct out *out)
{
    uint64_t z = out->random += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static unsigned below(struct out *out, unsigned limit)
{
    return (unsigned)(any(out) % limit);
}

#define PICK(out, list) ((list)[below(out, sizeof(list) / sizeof(list)[0])])

/* ---- JSON ---- */

static void put(struct out *out, char c)
{
    putchar_unlocked(c);
    out->written++;
}

static void put_all(struct out *out, const char *text)
{
    while (*text != '\0')
        put(out, *text++);
}

static void new_line(struct out *out)
{
    if (!out->pretty)
        return;
    put(out, '\n');
    for (int i = 0; i < 4 * out->depth; i++)
        put(out, ' ');
}

static void put_string(struct out *out, const char *text)
{
    put(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            put(out, '\\');
        put(out, *text);
    }
    put(out, '"');
}

/* What stands before a value: a comma, a line, its name (NULL in an array). */
static void lead(struct out *out, const char *name)
{
    if (!out->first)
        put(out, ',');
    if (out->depth > 0)
        new_line(out);
    out->first = false;
    if (name == NULL)
        return;
    put_string(out, name);
    put_all(out, out->pretty ? ": " : ":");
}

static void open(struct out *out, const char *name, char bracket)
{
    lead(out, name);
    put(out, bracket);
    out->depth++;
    out->first = true;
}

static void close(struct out *out, char bracket)
{
    out->depth--;
    if (!out->first)
        new_line(out);
    put(out, bracket);
    out->first = false;
}

__attribute__((format(printf, 3, 4)))
static void text(struct out *out, const char *name, const char *format, ...)
{
    char line[2048];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    lead(out, name);
    put_string(out, line);
}

/* A number, or a word. */
__attribute__((format(printf, 3, 4)))
static void bare(struct out *out, const char *name, const char *format, ...)
{
    char line[64];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    lead(out, name);
    put_all(out, line);
}

static void uuid(struct out *out, const char *name)
{
    uint64_t a = any(out), b = any(out);
    text(out, name, "%08x-%04x-4%03x-a%03x-%012" PRIx64, (unsigned)(a >> 32),
         (unsigned)(a >> 16) & 0xFFFF, (unsigned)a & 0xFFF, (unsigned)(b >> 48) & 0xFFF,
         b & UINT64_C(0xFFFFFFFFFFFF));
}

/* A moment in May 2025. */
static void moment(struct out *out, const char *name, const char *zone)
{
    text(out, name, "2025-05-%02uT%02u:%02u:%02u.%03u%s", 1 + below(out, 31), below(out, 24),
         below(out, 60), below(out, 60), below(out, 1000), zone);
}

static void tags(struct out *out, const char *name_key, const char *value_key)
{
    static const char *const teams[] = {"payments", "logistics", "search",
                                        "\u6c7a\u6e08\u57fa\u76e4"};
    open(out, name_key[0] == 'k' ? "tags" : "Tags", '[');
    open(out, NULL, '{');
    text(out, name_key, "team");
    text(out, value_key, "%s", PICK(out, teams));
    close(out, '}');
    open(out, NULL, '{');
    text(out, name_key, "cost-center");
    text(out, value_key, "CC-%04u", below(out, 10000));
    close(out, '}');
    close(out, ']');
}

/* ---- Services ---- */

static const char *const versions[] = {"1.4.0", "1.4.0", "1.4.0", "LATEST", "1.3.0"};

static const char *const messages[] = {
    "has reached a steady state.",
    "(deployment ecs-svc/8042398471234567890) deployment completed.",
    "registered 2 targets in (target-group web)",
    "has started 1 tasks: (task 0123456789abcdef0123456789abcdef).",
};

static void event(struct out *out, unsigned index)
{
    open(out, NULL, '{');
    uuid(out, "id");
    moment(out, "createdAt", "000+09:00");
    text(out, "message", "(service svc-%06u) %s", index, PICK(out, messages));
    close(out, '}');
}

static void deployment(struct out *out, unsigned index)
{
    open(out, NULL, '{');
    text(out, "id", "ecs-svc/%019" PRIu64, any(out) >> 2);
    text(out, "status", "PRIMARY");
    text(out, "taskDefinition", "arn:aws:ecs:%s:%s:task-definition/svc-%06u:%u", REGION, ACCOUNT,
         index, 1 + below(out, 90));
    bare(out, "desiredCount", "2");
    bare(out, "pendingCount", "0");
    bare(out, "runningCount", "2");
    moment(out, "createdAt", "000+09:00");
    text(out, "launchType", "FARGATE");
    text(out, "platformVersion", "1.4.0");
    text(out, "platformFamily", "Linux");
    text(out, "rolloutState", "COMPLETED");
    close(out, '}');
}

static void service(struct out *out, unsigned index)
{
    open(out, NULL, '{');
    text(out, "serviceArn", "arn:aws:ecs:%s:%s:service/web/svc-%06u", REGION, ACCOUNT, index);
    text(out, "serviceName", "svc-%06u", index);
    text(out, "clusterArn", "arn:aws:ecs:%s:%s:cluster/web", REGION, ACCOUNT);
    open(out, "loadBalancers", '[');
    close(out, ']');
    text(out, "status", "ACTIVE");
    bare(out, "desiredCount", "2");
    bare(out, "runningCount", "2");
    bare(out, "pendingCount", "0");
    text(out, "launchType", "FARGATE");
    text(out, "platformVersion", "%s", PICK(out, versions));
    text(out, "platformFamily", "Linux");
    open(out, "deployments", '[');
    deployment(out, index);
    close(out, ']');
    open(out, "events", '[');
    for (int i = 0; i < 100; i++)
        event(out, index);
    close(out, ']');
    moment(out, "createdAt", "000+09:00");
    tags(out, "key", "value");
    text(out, "schedulingStrategy", "REPLICA");
    bare(out, "enableExecuteCommand", "false");
    close(out, '}');
}

/* ---- Config items ---- */

static void item_head(struct out *out, const char *type, const char *id)
{
    open(out, NULL, '{');
    open(out, "relatedEvents", '[');
    close(out, ']');
    open(out, "relationships", '[');
    for (unsigned i = below(out, 6); i > 0; i--) {
        open(out, NULL, '{');
        text(out, "resourceId", "eni-%017" PRIx64, any(out) >> 4);
        text(out, "resourceType", "AWS::EC2::NetworkInterface");
        text(out, "name", "Is associated with NetworkInterface");
        close(out, '}');
    }
    close(out, ']');
    text(out, "configurationItemVersion", "1.3");
    moment(out, "configurationItemCaptureTime", "Z");
    bare(out, "configurationStateId", "%" PRIu64, UINT64_C(1746057600000) + below(out, 1u << 31));
    text(out, "awsAccountId", "%s", ACCOUNT);
    text(out, "configurationItemStatus", "OK");
    text(out, "resourceType", "%s", type);
    text(out, "resourceId", "%s", id);
    text(out, "awsRegion", "%s", REGION);
    text(out, "availabilityZone", "Not Applicable");
    moment(out, "resourceCreationTime", "Z");
    tags(out, "key", "value");
}

static void item_tail(struct out *out)
{
    open(out, "supplementaryConfiguration", '{');
    close(out, '}');
    close(out, '}');
}

static void volume(struct out *out)
{
    open(out, "configuration", '{');
    open(out, "attachments", '[');
    for (int i = 0; i < 14; i++) {
        open(out, NULL, '{');
        moment(out, "attachTime", "Z");
        text(out, "device", "/dev/sd%c", 'a' + i);
        text(out, "instanceId", "i-%017" PRIx64, any(out) >> 4);
        text(out, "state", "attached");
        bare(out, "deleteOnTermination", "%s", below(out, 2) ? "true" : "false");
        close(out, '}');
    }
    close(out, ']');
    bare(out, "encrypted", "true");
    text(out, "kmsKeyId", "arn:aws:kms:%s:%s:key/%016" PRIx64, REGION, ACCOUNT, any(out));
    bare(out, "size", "%u", 8 + below(out, 1000));
    text(out, "volumeType", "gp3");
    bare(out, "iops", "%u", 3000 + below(out, 1000));
    bare(out, "outpostArn", "null");
    close(out, '}');
}

static void security_group(struct out *out)
{
    open(out, "configuration", '{');
    text(out, "description", "\u793e\u5185\u304b\u3089\u306e\u63a5\u7d9a (managed by CDK)");
    open(out, "ipPermissions", '[');
    for (int i = 0; i < 14; i++) {
        open(out, NULL, '{');
        bare(out, "fromPort", "%u", below(out, 65536));
        text(out, "ipProtocol", "tcp");
        open(out, "ipv6Ranges", '[');
        close(out, ']');
        bare(out, "toPort", "%u", below(out, 65536));
        open(out, "ipv4Ranges", '[');
        open(out, NULL, '{');
        text(out, "cidrIp", "10.%u.%u.0/24", below(out, 256), below(out, 256));
        text(out, "description", "from the office");
        close(out, '}');
        close(out, ']');
        close(out, '}');
    }
    close(out, ']');
    close(out, '}');
}

/* Policies stand in strings, full of escaped quotes. */
static void bucket(struct out *out)
{
    open(out, "configuration", '{');
    for (int i = 0; i < 6; i++)
        text(out, i % 2 ? "policyText" : "notificationText",
             "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"S%u\",\"Effect\":\"Allow\","
             "\"Principal\":{\"AWS\":\"arn:aws:iam::%s:root\"},\"Action\":[\"s3:GetObject\","
             "\"s3:ListBucket\"],\"Resource\":\"arn:aws:s3:::bucket-%08x/*\"}]}",
             below(out, 100000), ACCOUNT, below(out, 1u << 31));
    close(out, '}');
}

static void ecs_service(struct out *out, unsigned index)
{
    open(out, "configuration", '{');
    text(out, "ServiceArn", "arn:aws:ecs:%s:%s:service/web/svc-%06u", REGION, ACCOUNT, index);
    text(out, "ServiceName", "svc-%06u", index);
    text(out, "Name", "svc-%06u", index);
    text(out, "Cluster", "arn:aws:ecs:%s:%s:cluster/web", REGION, ACCOUNT);
    text(out, "LaunchType", "FARGATE");
    text(out, "PlatformVersion", "%s", PICK(out, versions));
    text(out, "TaskDefinition", "arn:aws:ecs:%s:%s:task-definition/svc-%06u:%u", REGION, ACCOUNT,
         index, 1 + below(out, 90));
    bare(out, "DesiredCount", "2");
    open(out, "LoadBalancers", '[');
    for (int i = 0; i < 12; i++) {
        open(out, NULL, '{');
        text(out, "TargetGroupArn",
             "arn:aws:elasticloadbalancing:%s:%s:targetgroup/web/%016" PRIx64, REGION, ACCOUNT,
             any(out));
        bare(out, "ContainerPort", "8080");
        text(out, "ContainerName", "app");
        close(out, '}');
    }
    close(out, ']');
    close(out, '}');
}

struct item_kind {
    const char *type;
    const char *id; /* a prefix */
    void (*write)(struct out *out);
};

static const struct item_kind item_kinds[] = {
    {"AWS::EC2::Volume", "vol", volume},
    {"AWS::EC2::SecurityGroup", "sg", security_group},
    {"AWS::S3::Bucket", "bucket", bucket},
};

static void item(struct out *out, unsigned index)
{
    char id[128];
    if (below(out, 50) == 0) {
        snprintf(id, sizeof id, "arn:aws:ecs:%s:%s:service/web/svc-%06u", REGION, ACCOUNT, index);
        item_head(out, "AWS::ECS::Service", id);
        text(out, "ARN", "%s", id);
        text(out, "resourceName", "svc-%06u", index);
        ecs_service(out, index);
    } else {
        const struct item_kind *kind = &PICK(out, item_kinds);
        snprintf(id, sizeof id, "%s-%017" PRIx64, kind->id, any(out) >> 4);
        item_head(out, kind->type, id);
        text(out, "ARN", "arn:aws:ec2:%s:%s:%s", REGION, ACCOUNT, id);
        kind->write(out);
    }
    item_tail(out);
}

/* ---- Items whose texts are Japanese ---- */

static const char *const phrases[] = {
    "\u6c7a\u6e08\u57fa\u76e4",
    "\u793e\u5185\u304b\u3089\u306e\u63a5\u7d9a",
    "\u672c\u756a\u74b0\u5883\u306e\u30ed\u30b0\u3092\u4fdd\u7ba1\u3057\u307e\u3059\u3002",
    "\u904b\u7528\u62c5\u5f53\u8005: \u60c5\u5831\u30b7\u30b9\u30c6\u30e0\u90e8",
    "VPC \u5185\u306e\u901a\u4fe1\u3060\u3051\u3092\u8a31\u53ef\u3057\u307e\u3059\u3002",
    "\u5909\u66f4\u3059\u308b\u5834\u5408\u306f\u7533\u8acb\u304c\u5fc5\u8981\u3067\u3059\u3002",
};

static void japanese_item(struct out *out, unsigned index)
{
    char id[32];
    snprintf(id, sizeof id, "sg-%017u", index);
    item_head(out, "AWS::EC2::SecurityGroup", id);
    open(out, "configuration", '{');
    for (int i = 0; i < 14; i++) {
        char name[64];
        snprintf(name, sizeof name, "\u9805\u76ee%02d", i);
        text(out, name, "%s%s", PICK(out, phrases), below(out, 2) ? PICK(out, phrases) : "");
        text(out, "description", "%s", PICK(out, phrases));
    }
    close(out, '}');
    item_tail(out);
}

/* ---- Findings ---- */

static const char *const control_ids[] = {"S3.1", "EC2.19", "IAM.4", "Lambda.2", "RDS.3", "KMS.1"};

static void finding_resource(struct out *out, const char *arn, bool ecs)
{
    open(out, "Resources", '[');
    open(out, NULL, '{');
    text(out, "Type", ecs ? "AwsEcsService" : "AwsEc2SecurityGroup");
    text(out, "Id", "%s", arn);
    text(out, "Partition", "aws");
    text(out, "Region", "%s", REGION);
    open(out, "Details", '{');
    open(out, ecs ? "AwsEcsService" : "AwsEc2SecurityGroup", '{');
    for (unsigned i = 0; i < 12; i++) {
        char name[16];
        snprintf(name, sizeof name, "Detail%02u", i);
        text(out, name, "value-%08x", below(out, 1u << 31));
    }
    close(out, '}');
    close(out, '}');
    close(out, '}');
    close(out, ']');
}

static void finding_product(struct out *out, const char *control)
{
    open(out, "ProductFields", '{');
    text(out, "ControlId", "%s", control);
    text(out, "StandardsArn", "arn:aws:securityhub:::standards/"
                              "aws-foundational-security-best-practices/v/1.0.0");
    for (int i = 0; i < 10; i++) {
        char name[64];
        snprintf(name, sizeof name, "aws/securityhub/annotation/%d", i);
        text(out, name, "arn:aws:securityhub:%s:%s:product/aws/securityhub/%016" PRIx64, REGION,
             ACCOUNT, any(out));
    }
    close(out, '}');
}

static void finding_verdict(struct out *out, const char *control)
{
    bool passed = below(out, 3) > 0;
    open(out, "Severity", '{');
    text(out, "Label", passed ? "INFORMATIONAL" : "MEDIUM");
    bare(out, "Normalized", passed ? "0" : "40");
    close(out, '}');
    open(out, "Compliance", '{');
    text(out, "Status", passed ? "PASSED" : "FAILED");
    text(out, "SecurityControlId", "%s", control);
    close(out, '}');
    open(out, "Workflow", '{');
    text(out, "Status", passed ? "RESOLVED" : "NEW");
    close(out, '}');
    text(out, "RecordState", "ACTIVE");
}

static void finding(struct out *out, unsigned index)
{
    bool ecs = below(out, 10) == 0;
    const char *control = ecs ? "ECS.10" : PICK(out, control_ids);
    char arn[128];
    snprintf(arn, sizeof arn, "arn:aws:%s:%s:%s:%s-%06u", ecs ? "ecs" : "ec2", REGION, ACCOUNT,
             ecs ? "service/web/svc" : "security-group/sg", index);
    open(out, NULL, '{');
    text(out, "SchemaVersion", "2018-10-08");
    text(out, "Id", "arn:aws:securityhub:%s:%s:security-control/%s/finding/%016" PRIx64, REGION,
         ACCOUNT, control, any(out));
    text(out, "ProductArn", "arn:aws:securityhub:%s::product/aws/securityhub", REGION);
    text(out, "GeneratorId", "security-control/%s", control);
    text(out, "AwsAccountId", "%s", ACCOUNT);
    text(out, "Region", "%s", REGION);
    moment(out, "FirstObservedAt", "Z");
    moment(out, "LastObservedAt", "Z");
    moment(out, "CreatedAt", "Z");
    moment(out, "UpdatedAt", "Z");
    text(out, "Title", "ECS Fargate services should run on the latest platform version");
    text(out, "Description",
         "This control checks whether the resource is configured as the standard wants it. The "
         "control fails where it is not; see the remediation's page for what to change.");
    finding_product(out, control);
    finding_resource(out, arn, ecs);
    finding_verdict(out, control);
    close(out, '}');
}

/* ---- */

struct kind {
    const char *name;
    bool pretty;
    const char *array; /* the member that holds the records */
    void (*record)(struct out *out, unsigned index);
};

static const struct kind kinds[] = {
    {"services", true, "services", service},
    {"config", false, "configurationItems", item},
    {"japanese", false, "configurationItems", japanese_item},
    {"findings", true, "Findings", finding},
};

static void write_document(const struct kind *kind, uint64_t size)
{
    struct out out = {.pretty = kind->pretty, .first = true, .random = 10};
    open(&out, NULL, '{');
    if (!kind->pretty) {
        text(&out, "fileVersion", "1.0");
        uuid(&out, "configSnapshotId");
    }
    open(&out, kind->array, '[');
    for (unsigned index = 0; out.written < size; index++)
        kind->record(&out, index);
    close(&out, ']');
    close(&out, '}');
    put(&out, '\n');
}

int main(int argc, char **argv)
{
    for (size_t i = 0; argc == 3 && i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(argv[1], kinds[i].name) != 0)
            continue;
        write_document(&kinds[i], strtoull(argv[2], NULL, 10));
        return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
    }
    fputs("usage: make_input services|config|japanese|findings BYTES > FILE\n", stderr);
    return 2;
}
