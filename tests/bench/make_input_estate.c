/* SPDX-License-Identifier: MIT */
/* An estate: services spread over accounts, Regions and clusters, lean and compact, and a task definition for each. */
#include "make_input.h"

#include <inttypes.h>
#include <string.h>

static const char *const regions[] = {"ap-northeast-1", "us-east-1", "eu-west-1", "us-west-2"};

/* Where the service stands: 20,000 to an account, fifty clusters in each Region. */
struct place {
    unsigned account, cluster;
    const char *region;
};

static struct place place_of(unsigned index)
{
    return (struct place){index / 20000, index / 4 % 50, regions[index % 4]};
}

static void definition_arn(struct out *out, const char *name, unsigned index)
{
    struct place place = place_of(index);
    text(out, name, "arn:aws:ecs:%s:%012u:task-definition/service-%07u:%u", place.region,
         111122220u + place.account, index, 1 + index % 5);
}

static void network(struct out *out, unsigned index)
{
    begin(out, "networkConfiguration", '{');
    begin(out, "awsvpcConfiguration", '{');
    text(out, "assignPublicIp", "%s", index % 20 == 0 ? "ENABLED" : "DISABLED");
    end(out, '}');
    end(out, '}');
}

static void only_deployment(struct out *out, unsigned index)
{
    begin(out, "deployments", '[');
    begin(out, NULL, '{');
    text(out, "id", "ecs-svc/%019u", index);
    text(out, "status", "PRIMARY");
    definition_arn(out, "taskDefinition", index);
    bare(out, "runningCount", "2");
    moment(out, "createdAt", "000+09:00");
    text(out, "launchType", "FARGATE");
    text(out, "platformVersion", "1.4.0");
    text(out, "platformFamily", "Linux");
    end(out, '}');
    end(out, ']');
}

void estate_service(struct out *out, unsigned index)
{
    struct place place = place_of(index);
    begin(out, NULL, '{');
    text(out, "serviceArn", "arn:aws:ecs:%s:%012u:service/cluster-%02u/service-%07u", place.region,
         111122220u + place.account, place.cluster, index);
    text(out, "serviceName", "service-%07u", index);
    text(out, "clusterArn", "arn:aws:ecs:%s:%012u:cluster/cluster-%02u", place.region, 111122220u + place.account,
         place.cluster);
    text(out, "status", "ACTIVE");
    bare(out, "desiredCount", "2");
    bare(out, "runningCount", "2");
    text(out, "launchType", "FARGATE");
    text(out, "platformVersion", "%s", fargate_version(out));
    text(out, "platformFamily", "Linux");
    definition_arn(out, "taskDefinition", index);
    only_deployment(out, index);
    network(out, index);
    moment(out, "createdAt", "000+09:00");
    tags(out, "key", "value");
    end(out, '}');
}

static void container(struct out *out, const char *name, unsigned index)
{
    begin(out, NULL, '{');
    text(out, "name", "%s", name);
    text(out, "image", "%s:%u", name, index);
    bare(out, "essential", "true");
    bare(out, "readonlyRootFilesystem", index % 3 == 0 ? "true" : "false");
    text(out, "user", "%s", index % 4 == 0 ? "root" : "1000");
    begin(out, "environment", '[');
    begin(out, NULL, '{');
    text(out, "name", "STAGE");
    text(out, "value", "production");
    end(out, '}');
    end(out, ']');
    begin(out, "logConfiguration", '{');
    text(out, "logDriver", "awslogs");
    end(out, '}');
    end(out, '}');
}

void estate_definition(struct out *out, unsigned index)
{
    begin(out, NULL, '{');
    begin(out, "taskDefinition", '{');
    definition_arn(out, "taskDefinitionArn", index);
    begin(out, "containerDefinitions", '[');
    container(out, "app", index);
    if (index % 2 == 1)
        container(out, "log-router", 3);
    end(out, ']');
    text(out, "family", "service-%07u", index);
    bare(out, "revision", "%u", 1 + index % 5);
    begin(out, "volumes", '[');
    end(out, ']');
    text(out, "networkMode", "awsvpc");
    text(out, "status", "ACTIVE");
    begin(out, "requiresCompatibilities", '[');
    text(out, NULL, "FARGATE");
    end(out, ']');
    begin(out, "runtimePlatform", '{');
    text(out, "operatingSystemFamily", "LINUX");
    end(out, '}');
    moment(out, "registeredAt", "000+09:00");
    end(out, '}');
    tags(out, "key", "value");
    end(out, '}');
    put(out, '\n');
}
