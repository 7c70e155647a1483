/* SPDX-License-Identifier: MIT */
/* Where the services of make_samples_services.c run, and the findings that are not about ECS.10.
 * No account, name or number here belongs to anybody. */
#include "make_samples.h"

#define DATED_DUMP "services_20261001T090000Z.json"

const struct ms_place ms_places[MS_PLACES] = {
    [PROD_TOKYO] =
        {
            .alias = "tsukinowa-prod",
            .account = "111122223333",
            .account_name = "本番環境",
            .region = "ap-northeast-1",
            .dump = DATED_DUMP,
            .captured = "2026-10-01T09:00:00",
            .clock = CLOCK_TOKYO,
            .tags = true,
            .events = 10,
            .snapshot = "5f0c7d1e-93b2-4a68-b1c5-2e8d4f6a7b90",
            .rule_suffix = "1a2b3c4d",
        },
    [PROD_VIRGINIA] =
        {
            .alias = "tsukinowa-prod",
            .account = "111122223333",
            .account_name = "本番環境",
            .region = "us-east-1",
            .dump = DATED_DUMP,
            .captured = "2026-10-01T09:00:00",
            .clock = CLOCK_TOKYO,
            .tags = true,
            .events = 3,
            .snapshot = "c2a94e07-6d1b-4f35-8e20-7b9c1d3e5fa4",
            .rule_suffix = "5e6f7a8b",
        },
    [PROD_IRELAND] =
        {
            .alias = "tsukinowa-prod",
            .account = "111122223333",
            .account_name = "本番環境",
            .region = "eu-west-1",
            .dump = DATED_DUMP,
            .captured = "2026-10-01T09:00:00",
            .clock = CLOCK_TOKYO,
            .tags = true,
            .events = 3,
            .rule_suffix = "9c0d1e2f",
        },
    [STG_TOKYO] =
        {
            .alias = "tsukinowa-stg",
            .account = "444455556666",
            .account_name = "検証環境",
            .region = "ap-northeast-1",
            .dump = DATED_DUMP,
            .captured = "2026-10-01T09:00:00",
            .clock = CLOCK_TOKYO,
            .events = 2,
            .snapshot = "e81b5a36-2c4f-4d97-a60e-93f1c7d8b245",
            .rule_suffix = "3a4b5c6d",
        },
    [STG_IRELAND] =
        {
            .alias = "tsukinowa-stg",
            .account = "444455556666",
            .account_name = "検証環境",
            .region = "eu-west-1",
            .rule_suffix = "7e8f9a0b",
        },
    [SHARED_TOKYO] =
        {
            .alias = "tsukinowa-shared",
            .account = "777788889999",
            .account_name = "共通基盤",
            .region = "ap-northeast-1",
            .dump = DATED_DUMP,
            .captured = "2026-10-01T09:00:00",
            .clock = CLOCK_TOKYO,
            .tags = true,
            .events = 3,
            .rule_suffix = "1c2d3e4f",
        },
    [SHARED_VIRGINIA] =
        {
            .alias = "tsukinowa-shared",
            .account = "777788889999",
            .account_name = "共通基盤",
            .region = "us-east-1",
            .snapshot = "07d3f9b8-5e12-4c6a-9f84-d1a2b3c4e5f6",
            .rule_suffix = "5a6b7c8d",
        },
    [LOGI_TOKYO] =
        {
            .alias = "tsukinowa-logi",
            .account = "012345678901",
            .account_name = "つきのわ物流",
            .region = "ap-northeast-1",
            .dump = DATED_DUMP,
            .captured = "2026-10-01T09:00:00",
            .clock = CLOCK_TOKYO,
            .events = 3,
            .rule_suffix = "9e0f1a2b",
            .own_hub = true,
        },
    [LOGI_IRELAND] =
        {
            .alias = "tsukinowa-logi",
            .account = "012345678901",
            .account_name = "つきのわ物流",
            .region = "eu-west-1",
            .dump = "describe-services.json",
            .captured = "2026-09-30T14:20:00",
            .clock = CLOCK_EPOCH,
            .events = 4,
            .rule_suffix = "3c4d5e6f",
            .own_hub = true,
        },
};

const struct ms_cluster ms_clusters[MS_CLUSTERS] = {
    [SHOP] = {"shop", PROD_TOKYO, "EC開発部", true},
    [BATCH] = {"batch", PROD_TOKYO, "データ基盤部", true},
    [BACKOFFICE] = {"backoffice", PROD_TOKYO, "情報システム部", false},
    [SHOP_US] = {"shop-us", PROD_VIRGINIA, "海外事業部", true},
    [SHOP_EU] = {"shop-eu", PROD_IRELAND, "海外事業部", true},
    [STG_SHOP] = {"stg-shop", STG_TOKYO, "EC開発部", false},
    [STG_SHOP_EU] = {"stg-shop-eu", STG_IRELAND, "海外事業部", false},
    [PLATFORM] = {"platform", SHARED_TOKYO, "SRE室", true},
    [PLATFORM_US] = {"platform-us", SHARED_VIRGINIA, "SRE室", true},
    [WMS] = {"wms", LOGI_TOKYO, "物流システム課", false},
    [WMS_EU] = {"wms-eu", LOGI_IRELAND, "物流システム課", false},
};

const struct ms_launch_spec ms_launches[MS_LAUNCHES] = {
    [LAUNCH_FARGATE] = {.type = "FARGATE"},
    [LAUNCH_EC2] = {.type = "EC2"},
    [LAUNCH_EXTERNAL] = {.type = "EXTERNAL"},
    [LAUNCH_MANAGED] = {.type = "MANAGED_INSTANCES"},
    [LAUNCH_BY_FARGATE] = {.providers = {{"FARGATE", 1, 0}}},
    [LAUNCH_BY_SPOT] = {.providers = {{"FARGATE_SPOT", 1, 0}}},
    [LAUNCH_BY_BOTH] = {.providers = {{"FARGATE", 1, 2}, {"FARGATE_SPOT", 4, 0}}},
    [LAUNCH_BY_ASG] = {.providers = {{"batch-asg", 1, 0}}},
};

#define PROD "arn:aws:ecs:ap-northeast-1:111122223333:"
const struct ms_other_finding ms_other_findings[] = {
    {PROD_VIRGINIA, .control = "ECS.2", .rule = "ecs-service-assign-public-ip-disabled",
     .title = "ECS services should not have public IP addresses assigned to them automatically",
     .description = "Looks whether the service gives its tasks public addresses.",
     .severity = "HIGH", .status = "FAILED", .type = "AwsEcsService",
     .resource = "arn:aws:ecs:us-east-1:111122223333:service/shop-us/web", .record_state = "ACTIVE",
     .workflow = "NEW"},
    {PROD_TOKYO, .control = "ECS.2", .rule = "ecs-service-assign-public-ip-disabled",
     .title = "ECS services should not have public IP addresses assigned to them automatically",
     .description = "Looks whether the service gives its tasks public addresses.",
     .severity = "INFORMATIONAL", .status = "PASSED", .type = "AwsEcsService",
     .resource = PROD "service/shop/web", .record_state = "ACTIVE", .workflow = "RESOLVED"},
    {PROD_TOKYO, .control = "ECS.1", .rule = "ecs-task-definition-user-for-host-mode-check",
     .title =
         "Amazon ECS task definitions should have secure networking modes and user definitions",
     .description =
         "Looked at host networking together with the container's user, until March 2026.",
     .severity = "HIGH", .status = "FAILED", .type = "AwsEcsTaskDefinition",
     .resource = PROD "task-definition/batch-stock-sync:34", .record_state = "ARCHIVED",
     .workflow = "NEW"},
    {PROD_TOKYO, .control = "ECS.5", .rule = "ecs-containers-readonly-access",
     .title = "ECS task definitions should configure containers to be limited to read-only access "
              "to root filesystems",
     .description = "Looks whether every container's root file system is read-only.",
     .severity = "HIGH", .status = "FAILED", .type = "AwsEcsTaskDefinition",
     .resource = PROD "task-definition/shop-web:46", .record_state = "ACTIVE",
     .workflow = "NOTIFIED"},
    {PROD_TOKYO, .control = "ECS.12", .rule = "ecs-container-insights-enabled",
     .title = "ECS clusters should use Container Insights",
     .description = "Looks whether the cluster collects Container Insights.", .severity = "MEDIUM",
     .status = "FAILED", .type = "AwsEcsCluster", .resource = PROD "cluster/backoffice",
     .record_state = "ACTIVE", .workflow = "NEW"},
    {PROD_TOKYO, .control = "ECS.12", .rule = "ecs-container-insights-enabled",
     .title = "ECS clusters should use Container Insights",
     .description = "Looks whether the cluster collects Container Insights.",
     .severity = "INFORMATIONAL", .status = "PASSED", .type = "AwsEcsCluster",
     .resource = PROD "cluster/shop", .record_state = "ACTIVE", .workflow = "RESOLVED"},
    {SHARED_TOKYO, .control = "S3.8", .rule = "s3-bucket-level-public-access-prohibited",
     .title = "S3 general purpose buckets should block public access",
     .description = "Looks whether the bucket blocks public access.", .severity = "HIGH",
     .status = "FAILED", .type = "AwsS3Bucket", .resource = "arn:aws:s3:::tsukinowa-press-kit",
     .record_state = "ACTIVE", .workflow = "SUPPRESSED"},
    {SHARED_TOKYO, .control = "IAM.8", .rule = "iam-user-unused-credentials-check",
     .title = "Unused IAM user credentials should be removed",
     .description = "Looks for credentials that nobody used for 90 days.", .severity = "MEDIUM",
     .status = "FAILED", .type = "AwsIamUser",
     .resource = "arn:aws:iam::777788889999:user/backup-operator", .record_state = "ACTIVE",
     .workflow = "NEW"},
    {PROD_TOKYO, .control = "EC2.2", .rule = "vpc-default-security-group-closed",
     .title = "VPC default security groups should not allow inbound or outbound traffic",
     .description = "Looks whether the default security group lets anything through.",
     .severity = "HIGH", .status = "FAILED", .type = "AwsEc2SecurityGroup",
     .resource = "arn:aws:ec2:ap-northeast-1:111122223333:security-group/sg-0a1b2c3d4e5f60718",
     .record_state = "ACTIVE", .workflow = "NEW"},
    {LOGI_TOKYO, .control = "EC2.2", .rule = "vpc-default-security-group-closed",
     .title = "VPC default security groups should not allow inbound or outbound traffic",
     .description = "Looks whether the default security group lets anything through.",
     .severity = "INFORMATIONAL", .status = "PASSED", .type = "AwsEc2SecurityGroup",
     .resource = "arn:aws:ec2:ap-northeast-1:012345678901:security-group/sg-0f1e2d3c4b5a69788",
     .record_state = "ACTIVE", .workflow = "RESOLVED"},
    /* Prowler looks at launch type FARGATE only, and its findings are Prowler's, not Security
       Hub's. */
    {PROD_TOKYO, .product = "Prowler",
     .product_arn = "arn:aws:securityhub:ap-northeast-1::product/prowler/prowler",
     .generator = "prowler-ecs_service_fargate_latest_platform_version",
     .title = "ECS Fargate services should run on the latest Fargate platform version",
     .description = "ECS Service mail-worker is not using the latest platform version.",
     .severity = "MEDIUM", .status = "FAILED", .type = "AwsEcsService",
     .resource = PROD "service/shop/mail-worker", .record_state = "ACTIVE", .workflow = "NEW"},
    {PROD_TOKYO, .product = "Default",
     .product_arn = "arn:aws:securityhub:ap-northeast-1:111122223333:product/111122223333/default",
     .generator = "tsukinowa-inventory-check",
     .title = "社内点検: ECS サービスの担当者タグが未更新",
     .description =
         "担当者タグに退職者の氏名が残っている。次回の棚卸し(2026 年 10 月)までに更新すること。",
     .severity = "LOW", .status = "WARNING", .type = "AwsEcsService",
     .resource = PROD "service/backoffice/legacy-crm", .record_state = "ACTIVE", .workflow = "NEW"},
};

const size_t ms_other_finding_count = sizeof ms_other_findings / sizeof *ms_other_findings;
