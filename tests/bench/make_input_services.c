/* SPDX-License-Identifier: MIT */
/* ECS services as `aws ecs describe-services` writes them. */
#include "make_input.h"

#include <inttypes.h>
#include <string.h>

const char *fargate_version(struct out *out)
{
    static const char *const versions[] = {"1.4.0", "1.4.0", "1.4.0", "LATEST", "1.3.0"};
    const char *version = PICK(out, versions);
    out->rows++;
    out->pass += strcmp(version, "1.3.0") != 0;
    return version;
}

static const char *const messages[] = {
    "has reached a steady state.",
    "(deployment ecs-svc/8042398471234567890) deployment completed.",
    "registered 2 targets in (target-group web)",
    "has started 1 tasks: (task 0123456789abcdef0123456789abcdef).",
};

static void event(struct out *out, unsigned index)
{
    begin(out, NULL, '{');
    uuid(out, "id");
    moment(out, "createdAt", "000+09:00");
    text(out, "message", "(service svc-%06u) %s", index, PICK(out, messages));
    end(out, '}');
}

static void deployment(struct out *out, unsigned index)
{
    begin(out, NULL, '{');
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
    end(out, '}');
}

void service(struct out *out, unsigned index)
{
    begin(out, NULL, '{');
    text(out, "serviceArn", "arn:aws:ecs:%s:%s:service/web/svc-%06u", REGION, ACCOUNT, index);
    text(out, "serviceName", "svc-%06u", index);
    text(out, "clusterArn", "arn:aws:ecs:%s:%s:cluster/web", REGION, ACCOUNT);
    begin(out, "loadBalancers", '[');
    end(out, ']');
    text(out, "status", "ACTIVE");
    bare(out, "desiredCount", "2");
    bare(out, "runningCount", "2");
    bare(out, "pendingCount", "0");
    text(out, "launchType", "FARGATE");
    text(out, "platformVersion", "%s", fargate_version(out));
    text(out, "platformFamily", "Linux");
    begin(out, "deployments", '[');
    deployment(out, index);
    end(out, ']');
    begin(out, "events", '[');
    for (int i = 0; i < 100; i++)
        event(out, index);
    end(out, ']');
    moment(out, "createdAt", "000+09:00");
    tags(out, "key", "value");
    text(out, "schedulingStrategy", "REPLICA");
    bare(out, "enableExecuteCommand", "false");
    end(out, '}');
}

/* ---- Lean services ---- */

/* What one runs on: a launch type, or a capacity provider. */
static void lean_place(struct out *out)
{
    unsigned kind = below(out, 10);
    if (kind > 2) {
        text(out, "launchType", kind == 3 ? "EC2" : "FARGATE");
        if (kind > 3)
            text(out, "platformVersion", "%s", fargate_version(out));
        return;
    }
    begin(out, "capacityProviderStrategy", '[');
    begin(out, NULL, '{');
    text(out, "capacityProvider", kind == 2 ? "machines" : "FARGATE_SPOT");
    bare(out, "weight", "1");
    bare(out, "base", "0");
    end(out, '}');
    end(out, ']');
    if (kind < 2)
        text(out, "platformVersion", "%s", fargate_version(out));
}

static void lean_deployment(struct out *out, unsigned index)
{
    begin(out, NULL, '{');
    text(out, "id", "ecs-svc/%019" PRIu64, any(out) >> 2);
    text(out, "status", "PRIMARY");
    text(out, "taskDefinition", "arn:aws:ecs:%s:%s:task-definition/svc-%06u:%u", REGION, ACCOUNT,
         index, 1 + below(out, 90));
    bare(out, "desiredCount", "2");
    bare(out, "runningCount", "2");
    text(out, "rolloutState", "COMPLETED");
    end(out, '}');
}

void lean_service(struct out *out, unsigned index)
{
    begin(out, NULL, '{');
    text(out, "serviceArn", "arn:aws:ecs:%s:%s:service/web/svc-%06u", REGION, ACCOUNT, index);
    text(out, "serviceName", "svc-%06u", index);
    text(out, "clusterArn", "arn:aws:ecs:%s:%s:cluster/web", REGION, ACCOUNT);
    text(out, "status", "ACTIVE");
    bare(out, "desiredCount", "2");
    bare(out, "runningCount", "2");
    bare(out, "pendingCount", "0");
    lean_place(out);
    begin(out, "deployments", '[');
    lean_deployment(out, index);
    end(out, ']');
    moment(out, "createdAt", "000+09:00");
    text(out, "schedulingStrategy", "REPLICA");
    text(out, "propagateTags", "NONE");
    bare(out, "enableECSManagedTags", "true");
    bare(out, "enableExecuteCommand", "false");
    end(out, '}');
}
