/* SPDX-License-Identifier: MIT */
/* Findings as `aws securityhub get-findings` writes them. */
#include "make_input.h"

#include <inttypes.h>

static const char *const control_ids[] = {"S3.1", "EC2.19", "IAM.4", "Lambda.2", "RDS.3", "KMS.1"};

static void finding_resource(struct out *out, const char *arn, bool ecs)
{
    begin(out, "Resources", '[');
    begin(out, NULL, '{');
    text(out, "Type", ecs ? "AwsEcsService" : "AwsEc2SecurityGroup");
    text(out, "Id", "%s", arn);
    text(out, "Partition", "aws");
    text(out, "Region", "%s", REGION);
    begin(out, "Details", '{');
    begin(out, ecs ? "AwsEcsService" : "AwsEc2SecurityGroup", '{');
    for (unsigned i = 0; i < 12; i++) {
        char name[16];
        snprintf(name, sizeof name, "Detail%02u", i);
        text(out, name, "value-%08x", below(out, 1u << 31));
    }
    end(out, '}');
    end(out, '}');
    end(out, '}');
    end(out, ']');
}

static void finding_product(struct out *out, const char *control)
{
    begin(out, "ProductFields", '{');
    text(out, "ControlId", "%s", control);
    text(out, "StandardsArn", "arn:aws:securityhub:::standards/"
                              "aws-foundational-security-best-practices/v/1.0.0");
    for (int i = 0; i < 10; i++) {
        char name[64];
        snprintf(name, sizeof name, "aws/securityhub/annotation/%d", i);
        text(out, name, "arn:aws:securityhub:%s:%s:product/aws/securityhub/%016" PRIx64, REGION,
             ACCOUNT, any(out));
    }
    end(out, '}');
}

static void finding_verdict(struct out *out, const char *control, bool ecs)
{
    bool passed = below(out, 3) > 0;
    out->rows += ecs;
    out->pass += ecs && passed;
    begin(out, "Severity", '{');
    text(out, "Label", passed ? "INFORMATIONAL" : "MEDIUM");
    bare(out, "Normalized", passed ? "0" : "40");
    end(out, '}');
    begin(out, "Compliance", '{');
    text(out, "Status", passed ? "PASSED" : "FAILED");
    text(out, "SecurityControlId", "%s", control);
    end(out, '}');
    begin(out, "Workflow", '{');
    text(out, "Status", passed ? "RESOLVED" : "NEW");
    end(out, '}');
    text(out, "RecordState", "ACTIVE");
}

void finding(struct out *out, unsigned index)
{
    bool ecs = below(out, 10) == 0;
    const char *control = ecs ? "ECS.10" : PICK(out, control_ids);
    char arn[128];
    snprintf(arn, sizeof arn, "arn:aws:%s:%s:%s:%s-%06u", ecs ? "ecs" : "ec2", REGION, ACCOUNT,
             ecs ? "service/web/svc" : "security-group/sg", index);
    begin(out, NULL, '{');
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
    finding_verdict(out, control, ecs);
    end(out, '}');
}
