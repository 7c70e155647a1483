/* SPDX-License-Identifier: MIT */
#include "fargauge/arn.h"

#include <stdio.h>
#include <string.h>

#include "unit.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])
#define ECS "arn:aws:ecs:ap-northeast-1:011122223333:"

/* The parts with '|' between, a "-" for NULL. */
START_TEST(parts)
{
    static const struct {
        const char *arn;
        const char *parts; /* partition|service|region|account|kind|cluster|name */
        const char *type;
    } samples[] = {
        {ECS "service/web/front", "aws|ecs|ap-northeast-1|011122223333|service|web|front",
         "AWS::ECS::Service"},
        {ECS "service/front", "aws|ecs|ap-northeast-1|011122223333|service|-|front",
         "AWS::ECS::Service"},
        {ECS "cluster/web", "aws|ecs|ap-northeast-1|011122223333|cluster|-|web",
         "AWS::ECS::Cluster"},
        {ECS "task-definition/front:12",
         "aws|ecs|ap-northeast-1|011122223333|task-definition|-|front:12",
         "AWS::ECS::TaskDefinition"},
        {ECS "task-set/web/front/ecs-svc/1",
         "aws|ecs|ap-northeast-1|011122223333|task-set|web|front/ecs-svc/1", "AWS::ECS::TaskSet"},
        {ECS "task/web/0a1b", "aws|ecs|ap-northeast-1|011122223333|task|web|0a1b",
         "AWS::ECS::Task"},
        {ECS "task/0a1b", "aws|ecs|ap-northeast-1|011122223333|task|-|0a1b", "AWS::ECS::Task"},
        {ECS "capacity-provider/spot",
         "aws|ecs|ap-northeast-1|011122223333|capacity-provider|-|spot",
         "AWS::ECS::CapacityProvider"},
        {ECS "container-instance/web/0a", "aws|ecs|ap-northeast-1|011122223333|container-instance|web|0a",
         "AWS::ECS::ContainerInstance"},
        {ECS "service-revision/web/front/1485", "aws|ecs|ap-northeast-1|011122223333|service-revision|web|front/1485",
         "AWS::ECS::ServiceRevision"},
        {ECS "service-deployment/web/front/ejGv",
         "aws|ecs|ap-northeast-1|011122223333|service-deployment|web|front/ejGv", "AWS::ECS::ServiceDeployment"},
        {ECS "novelty/web/0a", "aws|ecs|ap-northeast-1|011122223333|novelty|-|web/0a", NULL},
        {"arn:aws-cn:ecs:cn-north-1:111122223333:service/web/front",
         "aws-cn|ecs|cn-north-1|111122223333|service|web|front", "AWS::ECS::Service"},
        {"arn:aws-us-gov:ecs:us-gov-west-1:111122223333:service/web/front",
         "aws-us-gov|ecs|us-gov-west-1|111122223333|service|web|front", "AWS::ECS::Service"},
        {"arn:aws:iam::111122223333:role/ecs/front", "aws|iam||111122223333|role|-|ecs/front",
         NULL},
        {"arn:aws:s3:::bucket", "aws|s3||||-|bucket", NULL},
        {"arn:aws:sns:us-east-1:111122223333:topic:id",
         "aws|sns|us-east-1|111122223333||-|topic:id", NULL},
        {"arn:aws:servicediscovery:us-east-1:111122223333:service/a/b",
         "aws|servicediscovery|us-east-1|111122223333|service|-|a/b", NULL},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        struct fg_arn arn;
        char found[256];
        ck_assert_msg(fg_arn_parse(samples[i].arn, &arn), "%s", samples[i].arn);
        snprintf(found, sizeof found, "%s|%s|%s|%s|%s|%s|%s", arn.partition, arn.service,
                 arn.region, arn.account, arn.kind, arn.cluster == NULL ? "-" : arn.cluster,
                 arn.name);
        ck_assert_str_eq(found, samples[i].parts);
        const char *type = fg_arn_resource_type(&arn);
        if (samples[i].type == NULL)
            ck_assert_ptr_null(type);
        else
            ck_assert_str_eq(type, samples[i].type);
    }
}
END_TEST

START_TEST(refused)
{
    static const char *const texts[] = {
        "",
        "arn",
        "arn:",
        "web",
        "ARN:aws:ecs:ap-northeast-1:111122223333:service/web/front",
        " arn:aws:ecs:ap-northeast-1:111122223333:service/web/front",
        "urn:aws:ecs:ap-northeast-1:111122223333:service/web/front",
        "arn:aws:ecs:ap-northeast-1:111122223333",
        "arn:aws:ecs:ap-northeast-1:111122223333:",
        "arn::ecs:ap-northeast-1:111122223333:service/web/front",
        "arn:aws::ap-northeast-1:111122223333:service/web/front",
        "arn:aws:ecs:ap-northeast-1:11112222333:service/web/front",
        "arn:aws:ecs:ap-northeast-1:1111222233334:service/web/front",
        "arn:aws:ecs:ap-northeast-1:11112222333x:service/web/front",
        "arn:aws:ecs:ap-northeast-1: 11112222333:service/web/front",
        "arn:aws:ecs:ap-northeast-1:111122223333:service/",
        "arn:aws:ecs:ap-northeast-1:111122223333:service/web/",
    };
    for (size_t i = 0; i < LENGTH(texts); i++) {
        struct fg_arn arn;
        ck_assert_msg(!fg_arn_parse(texts[i], &arn), "%s", texts[i]);
    }
}
END_TEST

START_TEST(cluster_without_a_name)
{
    struct fg_arn arn;
    ck_assert(!fg_arn_parse(ECS "service//front", &arn));
}
END_TEST

/* 2,047 bytes are taken, one more is not. */
START_TEST(longest)
{
    struct fg_arn arn;
    char text[2100] = ECS "service/web/";
    size_t head = strlen(text);
    memset(text + head, 'x', 2048 - head);
    text[2048] = '\0';
    ck_assert(!fg_arn_parse(text, &arn));
    text[2047] = '\0';
    ck_assert(fg_arn_parse(text, &arn));
    ck_assert_uint_eq(strlen(arn.name), 2047 - head);
}
END_TEST

/* The parts are the struct's own. */
START_TEST(text_is_copied)
{
    struct fg_arn arn;
    char text[] = ECS "service/web/front";
    ck_assert(fg_arn_parse(text, &arn));
    memset(text, 'x', sizeof text - 1);
    ck_assert_str_eq(arn.name, "front");
    ck_assert_str_eq(arn.account, "011122223333");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("arn");
    TCase *all = tcase_create("arn");
    tcase_add_test(all, parts);
    tcase_add_test(all, refused);
    tcase_add_test(all, cluster_without_a_name);
    tcase_add_test(all, longest);
    tcase_add_test(all, text_is_copied);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
