/* SPDX-License-Identifier: MIT */
/*
 * make_samples: writes the exports below samples/.
 *
 * One table (make_samples_services.c) says which services a made-up company runs and what each
 * export knows of them; one writer per exporter turns its rows into a file, in that exporter's
 * spelling. So a service is the same in every file, unless its row says otherwise.
 *
 * Everything that looks random (IDs, hours, people) is a hash of the service's name: the files come
 * out byte for byte the same on every machine. Nothing reads a clock or the environment.
 */
#ifndef MAKE_SAMPLES_H
#define MAKE_SAMPLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* ---------------------------------------------------------------- the table */

enum ms_clock {
    CLOCK_UTC,   /* 2026-10-01T05:00:00.123Z: Config, Security Hub */
    CLOCK_TOKYO, /* 2026-10-01T14:00:00.123000+09:00: AWS CLI version 2 run in Japan */
    CLOCK_EPOCH, /* 1790830800.123: AWS CLI version 1 */
};

/* One account in one region, and the files that were handed over for it. */
struct ms_place {
    const char *alias;
    const char *account;
    const char *account_name;
    const char *region;
    const char *dump;        /* file name of the describe-services dump; NULL: none was made */
    const char *captured;    /* when the dump was taken, UTC */
    enum ms_clock clock;     /* how the dump writes times */
    bool tags;               /* the dump was made with --include TAGS */
    int events;              /* at most so many events per service in the dump */
    const char *snapshot;    /* ID of the Config snapshot; NULL: none was handed over */
    const char *rule_suffix; /* of Security Hub's Config rules in this place */
    bool own_hub; /* outside the organisation: its findings come in a file of their own */
};

enum ms_place_id {
    PROD_TOKYO,
    PROD_VIRGINIA,
    PROD_IRELAND,
    STG_TOKYO,
    STG_IRELAND,
    SHARED_TOKYO,
    SHARED_VIRGINIA,
    LOGI_TOKYO,
    LOGI_IRELAND,
    MS_PLACES
};

struct ms_cluster {
    const char *name;
    enum ms_place_id place;
    const char *department;
    bool insights; /* Container Insights */
};

enum ms_cluster_id {
    SHOP,
    BATCH,
    BACKOFFICE,
    SHOP_US,
    SHOP_EU,
    STG_SHOP,
    STG_SHOP_EU,
    PLATFORM,
    PLATFORM_US,
    WMS,
    WMS_EU,
    MS_CLUSTERS
};

enum ms_launch {
    LAUNCH_NONE,
    LAUNCH_FARGATE,
    LAUNCH_EC2,
    LAUNCH_EXTERNAL,
    LAUNCH_MANAGED,
    LAUNCH_BY_FARGATE, /* capacity providers from here on */
    LAUNCH_BY_SPOT,
    LAUNCH_BY_BOTH,
    LAUNCH_BY_ASG,
    MS_LAUNCHES
};

struct ms_provider {
    const char *name;
    int weight;
    int base;
};

struct ms_launch_spec {
    const char *type; /* NULL with a capacity provider strategy */
    struct ms_provider providers[2];
};

enum ms_controller { CONTROLLER_ECS, CONTROLLER_CODE_DEPLOY, CONTROLLER_EXTERNAL };

/* Which exports know the service. */
enum ms_known {
    KNOWN_ALL,     /* every file that its place has */
    KNOWN_HUB,     /* a finding only */
    KNOWN_RULE,    /* a Config compliance item only */
    KNOWN_MISSING, /* asked for, and answered with a failure */
    KNOWN_DELETED, /* Config's history up to its deletion */
};

enum ms_verdict { HUB_NONE, HUB_PASSED, HUB_FAILED, HUB_WARNING, HUB_NOT_AVAILABLE, MS_VERDICTS };

/* What is special about the Security Hub finding. */
enum ms_quirk {
    QUIRK_NONE,
    QUIRK_STALE,      /* older than the deployment that put it right */
    QUIRK_OLD_LATEST, /* evaluated with latestLinuxVersion 1.3.0 */
    QUIRK_SUPPRESSED,
    QUIRK_ARCHIVED,
    QUIRK_TWICE,    /* an older, FAILED copy under the same ID */
    QUIRK_OLD_FORM, /* written before findings were consolidated by control */
};

struct ms_service {
    const char *name;
    enum ms_cluster_id cluster;
    enum ms_launch launch;
    const char *asked;  /* platformVersion of the service; NULL: absent */
    const char *family; /* platformFamily; NULL: absent */
    const char *runs;   /* platformVersion of its PRIMARY deployment or task set; NULL: absent */
    const char *old;    /* that of an ACTIVE one beside it; NULL: there is none */
    int n;              /* running tasks of the PRIMARY one */
    int pending;
    int old_n; /* running tasks of the ACTIVE one */
    int want;  /* desired count where it is not n */
    enum ms_controller controller;
    enum ms_known known;
    enum ms_verdict hub;
    enum ms_quirk quirk;
    const char *status;   /* NULL: ACTIVE */
    const char *created;  /* date; NULL: some time before `deployed` */
    const char *deployed; /* date or UTC time of the PRIMARY deployment; NULL: some weeks ago */
    const char *os;       /* operatingSystemFamily of its task definition; NULL: absent */
    const char *use;      /* what it is for: tag 用途 */
    const char *note;     /* note on the finding, or detail of the describe failure */
    int port;             /* behind a load balancer at this port; 0: not */
    bool short_arn;       /* service/NAME, without the cluster */
    bool daemon;
    bool public_ip;
};

/* A finding that is not about ECS.10, or not Security Hub's own. */
struct ms_other_finding {
    enum ms_place_id place;
    const char *product; /* NULL: Security Hub itself */
    const char *product_arn;
    const char *control;   /* NULL: not a control */
    const char *generator; /* NULL: security-control/CONTROL */
    const char *rule;      /* Config rule behind it; NULL: none */
    const char *title;
    const char *description;
    const char *severity;
    const char *status;
    const char *type; /* ASFF resource type */
    const char *resource;
    const char *record_state;
    const char *workflow;
};

extern const struct ms_place ms_places[MS_PLACES];
extern const struct ms_cluster ms_clusters[MS_CLUSTERS];
extern const struct ms_launch_spec ms_launches[MS_LAUNCHES];
extern const struct ms_service ms_services[];
extern const size_t ms_service_count;
extern const struct ms_other_finding ms_other_findings[];
extern const size_t ms_other_finding_count;

/* ---------------------------------------------------------------- JSON out */

/* One document being written. Errors stick to `out`; ms_file_close() reports them once. */
struct ms_json {
    FILE *out;
    int depth;
    bool pretty; /* four spaces, as the AWS CLI prints; else no blank at all, as Config delivers */
    bool fresh;  /* nothing has been written yet inside the innermost bracket */
    enum ms_clock clock;
};

/* In all of these, `key` is NULL inside a list. A NULL string writes nothing: the member is absent.
 */
void ms_json_open(struct ms_json *j, const char *key, char bracket);
void ms_json_close(struct ms_json *j, char bracket);
void ms_json_empty(struct ms_json *j, const char *key, const char *brackets);
void ms_json_str(struct ms_json *j, const char *key, const char *value);
void ms_json_fmt(struct ms_json *j, const char *key, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void ms_json_int(struct ms_json *j, const char *key, int64_t value);
void ms_json_bool(struct ms_json *j, const char *key, bool value);
void ms_json_null(struct ms_json *j, const char *key);
void ms_json_decimal(struct ms_json *j, const char *key, const char *digits);
void ms_json_time(struct ms_json *j, const char *key, int64_t milliseconds);

/* ---------------------------------------------------------------- facts derived from a row */

#define MS_TEXT 256 /* enough for the longest ARN here */

/* Milliseconds since 1970 of 'YYYY-MM-DD' or 'YYYY-MM-DDThh:mm:ss', UTC. */
int64_t ms_time(const char *text);

#define MS_MINUTE ((int64_t)60 * 1000)
#define MS_HOUR (60 * MS_MINUTE)
#define MS_DAY (24 * MS_HOUR)

uint64_t ms_hash(const char *text);
uint64_t ms_service_hash(const struct ms_service *s, const char *salt);
/* A version 4 UUID made from `text`. */
void ms_uuid(const char *text, char out[37]);

const struct ms_place *ms_service_place(const struct ms_service *s);
void ms_service_arn(const struct ms_service *s, char out[MS_TEXT]);
void ms_cluster_arn(const struct ms_cluster *c, char out[MS_TEXT]);
void ms_task_definition_family(const struct ms_service *s, char out[MS_TEXT]);
int ms_task_definition_revision(const struct ms_service *s);
void ms_task_definition_arn(const struct ms_service *s, char out[MS_TEXT]);
/* Whether the service itself has a network configuration; an outside deployer's task sets have one
 * each, and instances lend theirs. */
bool ms_has_network(const struct ms_service *s);
int ms_desired_count(const struct ms_service *s);
int64_t ms_created_at(const struct ms_service *s);
int64_t ms_deployed_at(const struct ms_service *s);
/* When AWS Config wrote its item on the service. */
int64_t ms_recorded_at(const struct ms_service *s);
/* When Security Hub last updated its finding on the service. */
int64_t ms_judged_at(const struct ms_service *s);

#define MS_TAGS 4
struct ms_tag {
    const char *key;
    const char *value;
};
void ms_service_tags(const struct ms_service *s, struct ms_tag out[MS_TAGS]);

/* How one exporter spells the members that all three have. */
struct ms_spelling {
    const char *strategy, *provider, *weight, *base;
    const char *network, *awsvpc, *subnets, *groups, *public_ip;
    const char *balancers, *target_group, *container, *port;
};
void ms_json_strategy(struct ms_json *j, const struct ms_spelling *k, const struct ms_service *s);
void ms_json_network(struct ms_json *j, const struct ms_spelling *k, const struct ms_service *s);
void ms_json_balancers(struct ms_json *j, const struct ms_spelling *k, const struct ms_service *s);

/* ---------------------------------------------------------------- files */

/* Opens DIR/path, making its folders. Exits with a message where that fails. */
FILE *ms_file_open(const char *dir, const char *path);
void ms_file_close(FILE *out, const char *path);

void ms_write_ecs(const char *dir, enum ms_place_id place);
void ms_write_config_snapshot(const char *dir, enum ms_place_id place);
void ms_write_config_history(const char *dir);
void ms_write_findings(const char *dir, bool own_hub);
void ms_write_waivers(const char *dir);
void ms_write_estate(const char *dir);

/* ---------------------------------------------------------------- Config items */

struct ms_config_item {
    const struct ms_place *place;
    const char *type;
    const char *id;
    const char *name;   /* NULL: none */
    const char *arn;    /* NULL: none */
    const char *zone;   /* availabilityZone; NULL: none */
    const char *status; /* configurationItemStatus */
    int64_t captured;
    int64_t created; /* 0: not stated */
    const struct ms_tag *tags;
    size_t tag_count;
};
/* The head and the foot of an item; the caller writes "configuration" between them. */
void ms_config_item_begin(struct ms_json *j);
void ms_config_item_end(struct ms_json *j, const struct ms_config_item *item);

void ms_config_task_definition(struct ms_json *j, const struct ms_service *s);
void ms_config_cluster(struct ms_json *j, const struct ms_cluster *c);
void ms_config_compliance(struct ms_json *j, const struct ms_service *s);
/* Volumes, roles and the like: what a snapshot mostly holds. */
void ms_config_other_items(struct ms_json *j, const struct ms_place *p);

#endif
