/* SPDX-License-Identifier: MIT */
/* `aws securityhub get-findings`: ASFF, PascalCase, with the version that was asked for and the
 * parameters that the control ran with. */
#include "make_samples_asff.h"

#include <inttypes.h>
#include <string.h>

static const struct ms_spelling spelling = {
    .strategy = "CapacityProviderStrategy",
    .provider = "CapacityProvider",
    .weight = "Weight",
    .base = "Base",
    .network = "NetworkConfiguration",
    .awsvpc = "AwsVpcConfiguration",
    .subnets = "Subnets",
    .groups = "SecurityGroups",
    .public_ip = "AssignPublicIp",
    .balancers = "LoadBalancers",
    .target_group = "TargetGroupArn",
    .container = "ContainerName",
    .port = "ContainerPort",
};

/* ---------------------------------------------------------------- ECS.10 */

static void put_service_details(struct ms_json *j, const struct ms_service *s, const char *arn) {
    char cluster[MS_TEXT], task_definition[MS_TEXT];
    ms_cluster_arn(&ms_clusters[s->cluster], cluster);
    ms_task_definition_arn(s, task_definition);
    ms_json_open(j, "Details", '{');
    ms_json_open(j, "AwsEcsService", '{');
    if (ms_launches[s->launch].providers[0].name != NULL)
        ms_json_strategy(j, &spelling, s);
    ms_json_str(j, "Cluster", cluster);
    ms_json_int(j, "DesiredCount", ms_desired_count(s));
    ms_json_bool(j, "EnableEcsManagedTags", true);
    ms_json_str(j, "LaunchType", ms_launches[s->launch].type);
    ms_json_balancers(j, &spelling, s);
    ms_json_str(j, "Name", s->name);
    if (ms_has_network(s))
        ms_json_network(j, &spelling, s);
    ms_json_str(j, "PlatformVersion", s->asked);
    ms_json_str(j, "SchedulingStrategy", s->daemon ? "DAEMON" : "REPLICA");
    ms_json_str(j, "ServiceArn", arn);
    ms_json_str(j, "ServiceName", s->name);
    ms_json_str(j, "TaskDefinition", task_definition);
    ms_json_close(j, '}');
    ms_json_close(j, '}');
}

static void put_service_resource(struct ms_json *j, const struct ms_service *s, const char *arn) {
    struct ms_tag tags[MS_TAGS];
    ms_service_tags(s, tags);
    ms_json_open(j, "Resources", '[');
    ms_json_open(j, NULL, '{');
    ms_json_str(j, "Type", "AwsEcsService");
    ms_json_str(j, "Id", arn);
    ms_json_str(j, "Partition", "aws");
    ms_json_str(j, "Region", ms_service_place(s)->region);
    ms_json_open(j, "Tags", '{');
    for (size_t i = 0; i < MS_TAGS; i++)
        ms_json_str(j, tags[i].key, tags[i].value);
    ms_json_close(j, '}');
    put_service_details(j, s, arn);
    ms_json_close(j, '}');
    ms_json_close(j, ']');
}

static void put_parameter(struct ms_json *j, const char *name, const char *value) {
    ms_json_open(j, NULL, '{');
    ms_json_str(j, "Name", name);
    ms_json_open(j, "Value", '[');
    ms_json_str(j, NULL, value);
    ms_json_close(j, ']');
    ms_json_close(j, '}');
}

static void put_requirements(struct ms_json *j) {
    static const char *const requirements[] = {"NIST.800-53.r5 SI-2", "NIST.800-53.r5 SI-2(2)",
                                               "NIST.800-53.r5 SI-2(4)", "NIST.800-53.r5 SI-2(5)",
                                               "PCI DSS v4.0.1/6.3.3"};
    ms_json_open(j, "RelatedRequirements", '[');
    for (size_t i = 0; i < sizeof requirements / sizeof *requirements; i++)
        ms_json_str(j, NULL, requirements[i]);
    ms_json_close(j, ']');
}

/* Config has no verdict on what a rule did not evaluate, and Security Hub says why. */
static void put_status_reason(struct ms_json *j, enum ms_verdict verdict) {
    bool skipped = verdict == HUB_NOT_AVAILABLE;
    if (!skipped && verdict != HUB_WARNING)
        return;
    ms_json_open(j, "StatusReasons", '[');
    ms_json_open(j, NULL, '{');
    ms_json_str(j, "ReasonCode",
                skipped ? "CONFIG_RETURNS_NOT_APPLICABLE" : "CONFIG_EVALUATIONS_EMPTY");
    ms_json_str(j, "Description",
                skipped ? "The rule does not apply to this resource." : "The rule gave no result.");
    ms_json_close(j, '}');
    ms_json_close(j, ']');
}

static void put_compliance(struct ms_json *j, const struct ms_service *s, enum ms_verdict verdict) {
    static const char *const words[MS_VERDICTS] = {
        NULL, "PASSED", "FAILED", "WARNING", "NOT_AVAILABLE",
    };
    ms_json_open(j, "Compliance", '{');
    ms_json_str(j, "Status", words[verdict]);
    put_requirements(j);
    put_status_reason(j, verdict);
    if (s->quirk != QUIRK_OLD_FORM) {
        ms_json_str(j, "SecurityControlId", "ECS.10");
        ms_asff_standards(j);
        ms_json_open(j, "SecurityControlParameters", '[');
        put_parameter(j, "latestLinuxVersion", s->quirk == QUIRK_OLD_LATEST ? "1.3.0" : "1.4.0");
        put_parameter(j, "latestWindowsVersion", "1.0.0");
        ms_json_close(j, ']');
    }
    ms_json_close(j, '}');
}

static void put_note(struct ms_json *j, const struct ms_service *s, int64_t at) {
    if (s->note == NULL)
        return;
    ms_json_open(j, "Note", '{');
    ms_json_str(j, "Text", s->note);
    ms_json_str(j, "UpdatedBy", "security-review");
    ms_json_time(j, "UpdatedAt", at);
    ms_json_close(j, '}');
}

static void ecs10_id(const struct ms_service *s, const char *arn, char out[2 * MS_TEXT]) {
    const struct ms_place *p = ms_service_place(s);
    char uuid[37];
    bool old = s->quirk == QUIRK_OLD_FORM;
    ms_uuid(arn, uuid);
    snprintf(out, 2 * MS_TEXT, "arn:aws:securityhub:%s:%s:%s%s/ECS.10/finding/%s", p->region,
             p->account, old ? "subscription/" : "", old ? MS_ASFF_STANDARD : "security-control",
             uuid);
}

static struct ms_asff ecs10_frame(const struct ms_service *s, enum ms_verdict verdict) {
    bool old = s->quirk == QUIRK_OLD_FORM;
    return (struct ms_asff){
        .place = ms_service_place(s),
        .control = "ECS.10",
        .generator = old ? MS_ASFF_STANDARD "/ECS.10" : "security-control/ECS.10",
        .title = old ? "ECS.10 ECS Fargate services should run on the latest Fargate platform "
                       "version"
                     : "ECS Fargate services should run on the latest Fargate platform version",
        .description = "Looks whether the service asks for the newest Fargate platform version.",
        .severity = verdict == HUB_FAILED || verdict == HUB_WARNING ? "MEDIUM" : "INFORMATIONAL",
        .created = ms_judged_at(s) - (int64_t)(30 + ms_service_hash(s, "seen") % 150) * MS_DAY,
        .updated = ms_judged_at(s),
        .old_form = old,
    };
}

static void put_ecs10(struct ms_json *j, const struct ms_service *s, enum ms_verdict verdict,
                      int64_t earlier) {
    char arn[MS_TEXT], id[2 * MS_TEXT], rule[MS_TEXT];
    struct ms_asff f = ecs10_frame(s, verdict);
    snprintf(rule, sizeof rule, "securityhub-ecs-fargate-latest-platform-version-%s",
             f.place->rule_suffix);
    ms_service_arn(s, arn);
    ecs10_id(s, arn, id);
    f.id = id;
    f.rule = rule;
    f.resource = arn;
    f.updated -= earlier;
    const char *workflow = s->quirk == QUIRK_SUPPRESSED ? "SUPPRESSED"
                           : verdict == HUB_PASSED      ? "RESOLVED"
                                                        : "NEW";
    ms_json_open(j, NULL, '{');
    ms_asff_head(j, &f);
    put_service_resource(j, s, arn);
    put_compliance(j, s, verdict);
    ms_asff_workflow(j, workflow, s->quirk == QUIRK_ARCHIVED ? "ARCHIVED" : "ACTIVE");
    put_note(j, s, f.updated - 9 * MS_DAY);
    ms_asff_foot(j, &f);
    ms_json_close(j, '}');
}

/* The newer one stands first, as the newest often do in the console's answers. */
static void put_service_findings(struct ms_json *j, const struct ms_service *s) {
    if (s->hub == HUB_NONE || s->known == KNOWN_RULE)
        return;
    put_ecs10(j, s, s->hub, 0);
    if (s->quirk == QUIRK_TWICE)
        put_ecs10(j, s, HUB_FAILED, 4 * MS_DAY);
}

/* ---------------------------------------------------------------- anything else */

static void put_plain_resource(struct ms_json *j, const struct ms_other_finding *o) {
    ms_json_open(j, "Resources", '[');
    ms_json_open(j, NULL, '{');
    ms_json_str(j, "Type", o->type);
    ms_json_str(j, "Id", o->resource);
    ms_json_str(j, "Partition", "aws");
    ms_json_str(j, "Region", ms_places[o->place].region);
    ms_json_close(j, '}');
    ms_json_close(j, ']');
}

static void put_plain_compliance(struct ms_json *j, const struct ms_other_finding *o) {
    ms_json_open(j, "Compliance", '{');
    ms_json_str(j, "Status", o->status);
    if (o->product == NULL && o->control != NULL) {
        ms_json_str(j, "SecurityControlId", o->control);
        ms_asff_standards(j);
    }
    ms_json_close(j, '}');
}

static void other_id(const struct ms_other_finding *o, char out[2 * MS_TEXT]) {
    const struct ms_place *p = &ms_places[o->place];
    char key[2 * MS_TEXT], uuid[37];
    snprintf(key, sizeof key, "%s on %s", o->generator != NULL ? o->generator : o->control,
             o->resource);
    ms_uuid(key, uuid);
    if (o->product != NULL)
        snprintf(out, 2 * MS_TEXT, "%s-%s-%s-%s", o->generator, p->account, p->region, uuid);
    else
        snprintf(out, 2 * MS_TEXT, "arn:aws:securityhub:%s:%s:security-control/%s/finding/%s",
                 p->region, p->account, o->control, uuid);
}

/* Like ECS.10's rule: its AWS name between a prefix and a suffix of its own in every place. */
static void other_rule(const struct ms_other_finding *o, char out[MS_TEXT]) {
    const struct ms_place *p = &ms_places[o->place];
    char key[MS_TEXT];
    const char *rule = o->rule != NULL ? o->rule : "";
    snprintf(key, sizeof key, "%s/%s/%s", p->account, p->region, rule);
    snprintf(out, MS_TEXT, "securityhub-%s-%08" PRIx32, rule, (uint32_t)ms_hash(key));
}

static void put_other(struct ms_json *j, const struct ms_other_finding *o) {
    char id[2 * MS_TEXT], generator[MS_TEXT], rule[MS_TEXT];
    other_id(o, id);
    uint64_t hash = ms_hash(id);
    other_rule(o, rule);
    snprintf(generator, sizeof generator, "security-control/%s", o->control ? o->control : "");
    const struct ms_asff f = {
        .place = &ms_places[o->place],
        .id = id,
        .product = o->product,
        .product_arn = o->product_arn,
        .control = o->control,
        .generator = o->generator != NULL ? o->generator : generator,
        .rule = o->rule != NULL ? rule : NULL,
        .title = o->title,
        .description = o->description,
        .severity = o->severity,
        .resource = o->resource,
        .created = ms_time("2026-03-02") + (int64_t)(hash % (150 * MS_DAY)),
        .updated = ms_time("2026-09-30T10:00:00") + (int64_t)(hash % (18 * MS_HOUR)),
    };
    ms_json_open(j, NULL, '{');
    ms_asff_head(j, &f);
    put_plain_resource(j, o);
    put_plain_compliance(j, o);
    ms_asff_workflow(j, o->workflow, o->record_state);
    ms_asff_foot(j, &f);
    ms_json_close(j, '}');
}

/* ---------------------------------------------------------------- files */

/* Accounts of the organisation report to the aggregator in the shared account; the subsidiary ran
 * the command itself, and stopped at a page: its NextToken is still there. */
void ms_write_findings(const char *dir, bool own_hub) {
    const char *path = own_hub ? "securityhub/findings-tsukinowa-logi_20261001T091500Z.json"
                               : "securityhub/findings_20261001T093000Z.json";
    FILE *out = ms_file_open(dir, path);
    struct ms_json j = {.out = out, .pretty = true, .fresh = true, .clock = CLOCK_UTC};
    ms_json_open(&j, NULL, '{');
    ms_json_open(&j, "Findings", '[');
    for (size_t i = 0; i < ms_service_count; i++)
        if (ms_service_place(&ms_services[i])->own_hub == own_hub)
            put_service_findings(&j, &ms_services[i]);
    for (size_t i = 0; i < ms_other_finding_count; i++)
        if (ms_places[ms_other_findings[i].place].own_hub == own_hub)
            put_other(&j, &ms_other_findings[i]);
    ms_json_close(&j, ']');
    if (own_hub)
        ms_json_str(&j, "NextToken",
                    "eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiA3fQ==");
    ms_json_close(&j, '}');
    ms_file_close(out, path);
}
