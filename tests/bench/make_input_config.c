/* SPDX-License-Identifier: MIT */
/* Items of an AWS Config snapshot. */
#include "make_input.h"

#include <inttypes.h>

static void item_head(struct out *out, const char *type, const char *id)
{
    begin(out, NULL, '{');
    begin(out, "relatedEvents", '[');
    end(out, ']');
    begin(out, "relationships", '[');
    for (unsigned i = below(out, 6); i > 0; i--) {
        begin(out, NULL, '{');
        text(out, "resourceId", "eni-%017" PRIx64, any(out) >> 4);
        text(out, "resourceType", "AWS::EC2::NetworkInterface");
        text(out, "name", "Is associated with NetworkInterface");
        end(out, '}');
    }
    end(out, ']');
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
    begin(out, "supplementaryConfiguration", '{');
    end(out, '}');
    end(out, '}');
}

static void volume(struct out *out)
{
    begin(out, "configuration", '{');
    begin(out, "attachments", '[');
    for (int i = 0; i < 14; i++) {
        begin(out, NULL, '{');
        moment(out, "attachTime", "Z");
        text(out, "device", "/dev/sd%c", 'a' + i);
        text(out, "instanceId", "i-%017" PRIx64, any(out) >> 4);
        text(out, "state", "attached");
        bare(out, "deleteOnTermination", "%s", below(out, 2) ? "true" : "false");
        end(out, '}');
    }
    end(out, ']');
    bare(out, "encrypted", "true");
    text(out, "kmsKeyId", "arn:aws:kms:%s:%s:key/%016" PRIx64, REGION, ACCOUNT, any(out));
    bare(out, "size", "%u", 8 + below(out, 1000));
    text(out, "volumeType", "gp3");
    bare(out, "iops", "%u", 3000 + below(out, 1000));
    bare(out, "outpostArn", "null");
    end(out, '}');
}

static void security_group(struct out *out)
{
    begin(out, "configuration", '{');
    text(out, "description", "\u793e\u5185\u304b\u3089\u306e\u63a5\u7d9a (managed by CDK)");
    begin(out, "ipPermissions", '[');
    for (int i = 0; i < 14; i++) {
        begin(out, NULL, '{');
        bare(out, "fromPort", "%u", below(out, 65536));
        text(out, "ipProtocol", "tcp");
        begin(out, "ipv6Ranges", '[');
        end(out, ']');
        bare(out, "toPort", "%u", below(out, 65536));
        begin(out, "ipv4Ranges", '[');
        begin(out, NULL, '{');
        text(out, "cidrIp", "10.%u.%u.0/24", below(out, 256), below(out, 256));
        text(out, "description", "from the office");
        end(out, '}');
        end(out, ']');
        end(out, '}');
    }
    end(out, ']');
    end(out, '}');
}

/* Policies stand in strings, full of escaped quotes. */
static void bucket(struct out *out)
{
    begin(out, "configuration", '{');
    for (int i = 0; i < 6; i++)
        text(out, i % 2 ? "policyText" : "notificationText",
             "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"S%u\",\"Effect\":\"Allow\","
             "\"Principal\":{\"AWS\":\"arn:aws:iam::%s:root\"},\"Action\":[\"s3:GetObject\","
             "\"s3:ListBucket\"],\"Resource\":\"arn:aws:s3:::bucket-%08x/*\"}]}",
             below(out, 100000), ACCOUNT, below(out, 1u << 31));
    end(out, '}');
}

static void ecs_service(struct out *out, unsigned index)
{
    begin(out, "configuration", '{');
    text(out, "ServiceArn", "arn:aws:ecs:%s:%s:service/web/svc-%06u", REGION, ACCOUNT, index);
    text(out, "ServiceName", "svc-%06u", index);
    text(out, "Name", "svc-%06u", index);
    text(out, "Cluster", "arn:aws:ecs:%s:%s:cluster/web", REGION, ACCOUNT);
    text(out, "LaunchType", "FARGATE");
    text(out, "PlatformVersion", "%s", fargate_version(out));
    text(out, "TaskDefinition", "arn:aws:ecs:%s:%s:task-definition/svc-%06u:%u", REGION, ACCOUNT,
         index, 1 + below(out, 90));
    bare(out, "DesiredCount", "2");
    begin(out, "LoadBalancers", '[');
    for (int i = 0; i < 12; i++) {
        begin(out, NULL, '{');
        text(out, "TargetGroupArn",
             "arn:aws:elasticloadbalancing:%s:%s:targetgroup/web/%016" PRIx64, REGION, ACCOUNT,
             any(out));
        bare(out, "ContainerPort", "8080");
        text(out, "ContainerName", "app");
        end(out, '}');
    }
    end(out, ']');
    end(out, '}');
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

void item(struct out *out, unsigned index)
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

void japanese_item(struct out *out, unsigned index)
{
    char id[32];
    snprintf(id, sizeof id, "sg-%017u", index);
    item_head(out, "AWS::EC2::SecurityGroup", id);
    begin(out, "configuration", '{');
    for (int i = 0; i < 14; i++) {
        char name[64];
        snprintf(name, sizeof name, "\u9805\u76ee%02d", i);
        text(out, name, "%s%s", PICK(out, phrases), below(out, 2) ? PICK(out, phrases) : "");
        text(out, "description", "%s", PICK(out, phrases));
    }
    end(out, '}');
    item_tail(out);
}
