/* SPDX-License-Identifier: MIT */
/* What follows from a row of the table: ARNs, IDs, times, tags, and the members all exports share.
 */
#include "make_samples.h"

#include <inttypes.h>
#include <string.h>

/* FNV-1a, then a final mix so that names that differ in one letter differ in every digit. */
uint64_t ms_hash(const char *text) {
    uint64_t h = 14695981039346656037u;
    for (; *text != '\0'; text++)
        h = (h ^ (unsigned char)*text) * 1099511628211u;
    h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9u;
    h = (h ^ (h >> 27)) * 0x94d049bb133111ebu;
    return h ^ (h >> 31);
}

uint64_t ms_service_hash(const struct ms_service *s, const char *salt) {
    char text[2 * MS_TEXT];
    char arn[MS_TEXT];
    ms_service_arn(s, arn);
    snprintf(text, sizeof text, "%s#%s", arn, salt);
    return ms_hash(text);
}

void ms_uuid(const char *text, char out[37]) {
    char again[3 * MS_TEXT];
    snprintf(again, sizeof again, "%s, second half", text);
    uint64_t a = ms_hash(text);
    uint64_t b = ms_hash(again);
    snprintf(out, 37, "%08x-%04x-4%03x-%04x-%012" PRIx64, (unsigned)(a >> 32),
             (unsigned)(a >> 16 & 0xffff), (unsigned)(a & 0xfff),
             (unsigned)(b >> 48 & 0x3fff) | 0x8000, b & 0xffffffffffffu);
}

/* Days since 1970-01-01 of a Gregorian date (after Howard Hinnant's "days_from_civil"). */
static int64_t days_of(int year, int month, int day) {
    year -= month <= 2;
    int64_t era = year / 400;
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
           719468;
}

int64_t ms_time(const char *text) {
    int year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0;
    sscanf(text, "%d-%d-%dT%d:%d:%d", &year, &month, &day, &hour, &minute, &second);
    return days_of(year, month, day) * MS_DAY + hour * MS_HOUR + minute * MS_MINUTE +
           second * (int64_t)1000;
}

const struct ms_place *ms_service_place(const struct ms_service *s) {
    return &ms_places[ms_clusters[s->cluster].place];
}

void ms_service_arn(const struct ms_service *s, char out[MS_TEXT]) {
    const struct ms_place *p = ms_service_place(s);
    snprintf(out, MS_TEXT, "arn:aws:ecs:%s:%s:service/%s%s%s", p->region, p->account,
             s->short_arn ? "" : ms_clusters[s->cluster].name, s->short_arn ? "" : "/", s->name);
}

void ms_cluster_arn(const struct ms_cluster *c, char out[MS_TEXT]) {
    const struct ms_place *p = &ms_places[c->place];
    snprintf(out, MS_TEXT, "arn:aws:ecs:%s:%s:cluster/%s", p->region, p->account, c->name);
}

void ms_task_definition_family(const struct ms_service *s, char out[MS_TEXT]) {
    snprintf(out, MS_TEXT, "%s-%s", ms_clusters[s->cluster].name, s->name);
}

int ms_task_definition_revision(const struct ms_service *s) {
    return (int)(ms_service_hash(s, "revision") % 60) + 1;
}

void ms_task_definition_arn(const struct ms_service *s, char out[MS_TEXT]) {
    const struct ms_place *p = ms_service_place(s);
    snprintf(out, MS_TEXT, "arn:aws:ecs:%s:%s:task-definition/%s-%s:%d", p->region, p->account,
             ms_clusters[s->cluster].name, s->name, ms_task_definition_revision(s));
}

int ms_desired_count(const struct ms_service *s) {
    bool leaving = s->status != NULL; /* DRAINING or INACTIVE */
    if (leaving)
        return 0;
    return s->want != 0 ? s->want : s->n;
}

/* A date in the table means some time of that day's office hours in Japan. */
static int64_t time_of_row(const struct ms_service *s, const char *text, const char *salt) {
    bool exact = strchr(text, 'T') != NULL;
    return ms_time(text) + (int64_t)(ms_service_hash(s, salt) % (exact ? 1000 : 8 * MS_HOUR));
}

int64_t ms_deployed_at(const struct ms_service *s) {
    if (s->deployed != NULL)
        return time_of_row(s, s->deployed, "deployed");
    return ms_time("2026-09-27") - (int64_t)(ms_service_hash(s, "deployed") % (60 * MS_DAY));
}

int64_t ms_created_at(const struct ms_service *s) {
    if (s->created != NULL)
        return time_of_row(s, s->created, "created");
    uint64_t days = 60 + ms_service_hash(s, "created") % 400;
    return ms_deployed_at(s) - (int64_t)days * MS_DAY;
}

/* At the last change, or when the recorder was switched on. */
int64_t ms_recorded_at(const struct ms_service *s) {
    int64_t changed = ms_deployed_at(s) + 90 * 1000;
    int64_t started =
        ms_time("2026-04-06T01:30:00") + (int64_t)(ms_service_hash(s, "record") % MS_HOUR);
    return changed > started ? changed : started;
}

int64_t ms_judged_at(const struct ms_service *s) {
    const char *from = s->quirk == QUIRK_STALE ? "2026-09-29" : "2026-09-30T09:00:00";
    return ms_time(from) + (int64_t)(ms_service_hash(s, "judged") % (20 * MS_HOUR));
}

void ms_service_tags(const struct ms_service *s, struct ms_tag out[MS_TAGS]) {
    static const char *const people[] = {"佐藤 健二",   "鈴木 美咲", "高橋 涼",
                                         "伊藤 沙也加", "山本 直樹", "中村 彩"};
    out[0] = (struct ms_tag){"部署", ms_clusters[s->cluster].department};
    out[1] = (struct ms_tag){"担当者", people[ms_service_hash(s, "owner") % 6]};
    out[2] = (struct ms_tag){"用途", s->use};
    out[3] = (struct ms_tag){"Environment", ms_service_place(s)->alias};
}

bool ms_has_network(const struct ms_service *s) {
    bool awsvpc =
        s->launch != LAUNCH_EC2 && s->launch != LAUNCH_EXTERNAL && s->launch != LAUNCH_BY_ASG;
    return awsvpc && s->controller != CONTROLLER_EXTERNAL;
}

void ms_json_strategy(struct ms_json *j, const struct ms_spelling *k, const struct ms_service *s) {
    const struct ms_provider *providers = ms_launches[s->launch].providers;
    ms_json_open(j, k->strategy, '[');
    for (size_t i = 0; i < 2 && providers[i].name != NULL; i++) {
        ms_json_open(j, NULL, '{');
        ms_json_str(j, k->provider, providers[i].name);
        ms_json_int(j, k->weight, providers[i].weight);
        ms_json_int(j, k->base, providers[i].base);
        ms_json_close(j, '}');
    }
    ms_json_close(j, ']');
}

void ms_json_network(struct ms_json *j, const struct ms_spelling *k, const struct ms_service *s) {
    char cluster[MS_TEXT];
    ms_cluster_arn(&ms_clusters[s->cluster], cluster);
    ms_json_open(j, k->network, '{');
    ms_json_open(j, k->awsvpc, '{');
    ms_json_open(j, k->subnets, '[');
    ms_json_fmt(j, NULL, "subnet-0%016" PRIx64, ms_hash(cluster));
    ms_json_fmt(j, NULL, "subnet-0%016" PRIx64, ms_hash(cluster + 1));
    ms_json_close(j, ']');
    ms_json_open(j, k->groups, '[');
    ms_json_fmt(j, NULL, "sg-0%016" PRIx64, ms_service_hash(s, "sg"));
    ms_json_close(j, ']');
    ms_json_str(j, k->public_ip, s->public_ip ? "ENABLED" : "DISABLED");
    ms_json_close(j, '}');
    ms_json_close(j, '}');
}

void ms_json_balancers(struct ms_json *j, const struct ms_spelling *k, const struct ms_service *s) {
    const struct ms_place *p = ms_service_place(s);
    ms_json_open(j, k->balancers, '[');
    if (s->port != 0) {
        ms_json_open(j, NULL, '{');
        ms_json_fmt(j, k->target_group,
                    "arn:aws:elasticloadbalancing:%s:%s:targetgroup/%s-%.20s/%016" PRIx64,
                    p->region, p->account, ms_clusters[s->cluster].name, s->name,
                    ms_service_hash(s, "target group"));
        ms_json_str(j, k->container, s->name);
        ms_json_int(j, k->port, s->port);
        ms_json_close(j, '}');
    }
    ms_json_close(j, ']');
}
