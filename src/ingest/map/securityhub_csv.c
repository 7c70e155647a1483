/* SPDX-License-Identifier: MIT */
/*
 * Security Hub's findings as CSV, by the names of the columns. What is known of them:
 * - CSV Manager for AWS Security Hub (aws-samples) writes ASFF's names and a few of its own: SeverityLabel,
 *   ComplianceStatus, and Resources as "Type, Id, Partition, Region" of each resource, nothing between.
 * - Security Hub's export jobs (API reference, FindingsOutput.SelectedFields) write the OCSF paths that
 *   were asked for: compliance.control, finding_info.uid.
 * - AWS does not publish the columns of the console's downloads. Taken are the headings of the console's
 *   lists of findings, in English and Japanese; its list of controls names no resource and is refused by
 *   name (csv_header.c).
 * - Scripts write ASFF's paths: Compliance.Status, Resources.Id, Severity.Label.
 * Names are compared by letters and digits, so "Compliance status" and Compliance.Status are one.
 */
#include <stdlib.h>
#include <string.h>

#include "ingest/map/finding.h"

enum {
    CONTROL,
    CONTROL_ID,
    GENERATOR_ID,
    STANDARDS_CONTROL,
    ID,
    FINDING_ID,
    TITLE,
    PRODUCT_ARN,
    PRODUCT_NAME,
};

static const struct fg_member columns[] = {
    [CONTROL] = {"SecurityControlId", FG_ONE_OF | FG_TELLING},
    [CONTROL_ID] = {"ControlId", FG_ONE_OF},
    [GENERATOR_ID] = {"GeneratorId", FG_ONE_OF},
    [STANDARDS_CONTROL] = {"StandardsControlArn", FG_ONE_OF},
    [ID] = {"Id", FG_ONE_OF},
    [FINDING_ID] = {"FindingId", FG_ONE_OF},
    [TITLE] = {"Title", 0},
    [PRODUCT_ARN] = {"ProductArn", 0},
    [PRODUCT_NAME] = {"ProductName", 0},
    {"Resources", FG_REQUIRED},
    {"ResourceType", 0},
    {"ComplianceStatus", FG_REQUIRED | FG_TELLING},
    {"Workflow", 0},
    {"RecordState", 0},
    {"SeverityLabel", 0},
    {"AwsAccountId", 0},
    {"Region", 0},
    {"CreatedAt", 0},
    {"UpdatedAt", 0},
    {"FirstObservedAt", 0},
    {"LastObservedAt", 0},
    {NULL, 0},
};

static const struct fg_spelling spellings[] = {
    {"Compliance.SecurityControlId", "SecurityControlId"},
    {"compliance.control", "SecurityControlId"},
    {"ProductFields.ControlId", "ControlId"},
    {"コントロールID", "ControlId"},
    {"metadata.product.feature.uid", "GeneratorId"},
    {"ProductFields.StandardsControlArn", "StandardsControlArn"},
    {"finding_info.uid", "Id"},
    {"Finding ARN", "FindingId"},
    {"finding_info.title", "Title"},
    {"タイトル", "Title"},
    {"metadata.product.uid", "ProductArn"},
    {"metadata.product.name", "ProductName"},
    {"Product", "ProductName"},
    {"製品", "ProductName"},
    {"resources.uid_alt", "Resources"},
    {"Resources.Id", "Resources"},
    {"Resources.0.Id", "Resources"},
    {"Resource ARN", "Resources"},
    {"Resource ARNs", "Resources"},
    {"Resource ID", "Resources"},
    {"Resource IDs", "Resources"},
    {"resources.uid", "Resources"},
    {"resources.0.uid", "Resources"},
    {"Resource", "Resources"},
    {"リソース", "Resources"},
    {"リソースID", "Resources"},
    {"Resources.Type", "ResourceType"},
    {"Resources.0.Type", "ResourceType"},
    {"コンプライアンスのステータス", "ComplianceStatus"},
    {"コンプライアンスステータス", "ComplianceStatus"},
    {"Workflow status", "Workflow"},
    {"ワークフローのステータス", "Workflow"},
    {"ワークフローステータス", "Workflow"},
    {"status", "Workflow"}, /* OCSF's path */
    {"レコードの状態", "RecordState"},
    {"activity_name", "RecordState"},
    {"Severity.Label", "SeverityLabel"},
    {"Severity", "SeverityLabel"},
    {"重要度", "SeverityLabel"},
    {"Account ID", "AwsAccountId"},
    {"cloud.account.uid", "AwsAccountId"},
    {"Account", "AwsAccountId"},
    {"アカウントID", "AwsAccountId"},
    {"cloud.region", "Region"},
    {"リージョン", "Region"},
    {"finding_info.created_time", "CreatedAt"},
    {"finding_info.created_time_dt", "CreatedAt"},
    {"finding_info.modified_time", "UpdatedAt"},
    {"finding_info.modified_time_dt", "UpdatedAt"},
    {"Updated", "UpdatedAt"},
    {"更新日時", "UpdatedAt"},
    {"finding_info.first_seen_time", "FirstObservedAt"},
    {"finding_info.first_seen_time_dt", "FirstObservedAt"},
    {"finding_info.last_seen_time", "LastObservedAt"},
    {"finding_info.last_seen_time_dt", "LastObservedAt"},
    {NULL, NULL},
};

/* ---- Before parsing ---- */

static bool wants(const struct fg_record *record, struct fg_buf *type)
{
    static const int names[] = {CONTROL, CONTROL_ID, GENERATOR_ID, STANDARDS_CONTROL};
    struct fg_raw name = FG_RAW_NONE;
    for (int i = CONTROL; i <= TITLE; i++)
        if (fg_finding_may_name(fg_raw_member(record, i)))
            return true;
    struct fg_raw arn = fg_raw_text(fg_raw_member(record, PRODUCT_ARN));
    bool ours = arn.len == 0 || fg_raw_holds(arn, "/aws/securityhub");
    for (size_t i = 0; name.len == 0 && i < sizeof names / sizeof names[0]; i++)
        name = fg_raw_tail(fg_raw_text(fg_raw_member(record, names[i])));
    fg_finding_type(type, ours, ours ? name : fg_raw_tail(arn));
    return false;
}

/* ---- Cells ---- */

/* The row's text under the column; NULL where it is empty or there is no such column. */
static const char *cell(const struct fg_value *row, const char *column)
{
    struct fg_problem none = {0}; /* a row has texts only */
    const char *text = fg_get_text(row, column, &none);
    return text == NULL || text[0] == '\0' ? NULL : text;
}

/* ISO text, or a number as OCSF counts. */
static void read_time(const struct fg_value *row, const char *column, char out[FG_TIME_SIZE],
                      struct fg_problem *problem)
{
    const char *text = cell(row, column);
    int64_t ms;
    if (text == NULL)
        return;
    size_t len = strlen(text);
    if (fg_time_parse(text, len, &ms) == 0)
        fg_time_format(ms, out);
    else if (len > 13 || strspn(text, "0123456789") != len || !fg_finding_epoch(strtoll(text, NULL, 10), out))
        fg_problem_set(problem, "bad_time", "%s: not a time with a zone: %.60s", column, text);
}

static void check_account(const char *account, struct fg_problem *problem)
{
    if (account != NULL && (strlen(account) != 12 || strspn(account, "0123456789") != 12))
        fg_problem_set(problem, "bad_account",
                       "AwsAccountId: not 12 digits (spreadsheets drop leading zeros and round): %.60s",
                       account);
}

/* True for the Id that Security Hub gives the findings of its own controls. */
static bool is_ours(const char *id)
{
    return id != NULL && strncmp(id, "arn:", 4) == 0 && strstr(id, ":securityhub:") != NULL &&
           (strstr(id, ":security-control/") != NULL || strstr(id, ":subscription/") != NULL) &&
           strstr(id, "/finding/") != NULL;
}

/* By the product's ARN, else its name, else the shape of the finding's Id. */
static const char *read_issuer(const struct fg_value *row, const char *id)
{
    static const char *const names[] = {"Security Hub", "Security Hub CSPM", "AWS Security Hub",
                                        "AWS Security Hub CSPM"};
    static const char security_hub[] = "aws/securityhub";
    const char *arn = cell(row, "ProductArn");
    const char *name = cell(row, "ProductName");
    if (arn != NULL)
        return fg_finding_issuer(arn);
    for (size_t i = 0; name != NULL && i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i], name) == 0)
            return security_hub;
    if (name != NULL)
        return name;
    return is_ours(id) ? security_hub : NULL;
}

static bool read_control(const struct fg_value *row, char out[FG_CONTROL_SIZE])
{
    const struct fg_control_text texts[] = {
        {cell(row, "SecurityControlId"), FG_CONTROL_TAIL},
        {cell(row, "ControlId"), FG_CONTROL_TAIL},
        {cell(row, "GeneratorId"), FG_CONTROL_TAIL},
        {cell(row, "StandardsControlArn"), FG_CONTROL_TAIL},
        {cell(row, "Id"), FG_CONTROL_BEFORE},
        {cell(row, "FindingId"), FG_CONTROL_BEFORE},
        {cell(row, "Title"), FG_CONTROL_WORD},
    };
    return fg_finding_control(texts, sizeof texts / sizeof texts[0], out);
}

/* ---- Resources ---- */

/* A finding whose resources are being stored. */
struct naming {
    struct fg_load *load;
    int64_t finding;
    int position;
    const char *type; /* of the column, where there is one */
    struct fg_problem *problem;
    struct fg_error *err;
};

static int add_resource(struct naming *naming, const char *id)
{
    static const char account[] = "AWS::::Account:";
    struct fg_arn arn;
    bool is_account = strncmp(id, account, sizeof account - 1) == 0;
    if (!is_account && !fg_arn_parse(id, &arn))
        fg_problem_set(naming->problem, "bad_arn", "Resources: not an ARN: %.80s", id);
    return fg_finding_resource(naming->load, naming->finding, naming->position++, id,
                               is_account ? "AwsAccount" : naming->type, naming->err);
}

/* Where the next ARN, or an account's id, begins; NULL where no more comes. */
static const char *next_id(const char *at)
{
    const char *arn = strstr(at, "arn:");
    const char *account = strstr(at, "AWS::::Account:");
    return arn == NULL || (account != NULL && account < arn) ? account : arn;
}

/* ARNs among whatever stands between them: commas, line breaks, quotes, their types and Regions. */
static int add_listed(struct naming *naming, const char *text)
{
    for (const char *at = next_id(text); at != NULL; at = next_id(at)) {
        FG_BUF_AUTO id = FG_BUF_INIT;
        size_t len = strcspn(at, ", \t\r\n\"'[](){};|");
        fg_buf_add(&id, at, len);
        if (id.failed)
            return fg_error_memory(naming->err);
        if (add_resource(naming, fg_buf_text(&id)) < 0)
            return -1;
        at += len;
    }
    return 0;
}

/* One entry of a list in JSON: an ARN, or a resource as ASFF or OCSF has it. */
static int add_entry(struct naming *naming, const struct fg_value *entry)
{
    static const char *const names[] = {"Id", "uid_alt", "uid"};
    const char *id = fg_is_text(entry) ? fg_as_text(entry, "Resources", naming->problem) : NULL;
    for (size_t i = 0; fg_is_object(entry) && id == NULL && i < sizeof names / sizeof names[0]; i++)
        id = fg_get_text(entry, names[i], naming->problem);
    return id == NULL ? 0 : add_resource(naming, id);
}

static int add_json(struct naming *naming, const char *text)
{
    struct fg_value *list = fg_value_parse_embedded(text, naming->problem);
    int status = 0;
    if (list != NULL && fg_is_object(list))
        status = add_entry(naming, list);
    else
        for (const struct fg_value *at = fg_first(list); status == 0 && at != NULL; at = fg_next(at))
            status = add_entry(naming, at);
    fg_value_free(list);
    return status;
}

static int insert_resources(struct naming *naming, const struct fg_value *row)
{
    const char *text = cell(row, "Resources");
    naming->type = cell(row, "ResourceType");
    /* Objects have more ARNs in them than the resource's own: those must be read as what they are. */
    bool json = text != NULL && strchr("[{", text[0]) != NULL && strchr(text, '{') != NULL;
    int status = text == NULL ? 0 : json ? add_json(naming, text) : add_listed(naming, text);
    if (naming->position == 0)
        fg_problem_set(naming->problem, "no_resource", "Resources: it names no ARN: %.80s",
                       text == NULL ? "(empty)" : text);
    return status;
}

/* ---- The row ---- */

static void read_finding(const struct fg_value *row, struct fg_finding *finding,
                         struct fg_problem *problem)
{
    static const char *const times[] = {
        [FG_CREATED] = "CreatedAt",
        [FG_UPDATED] = "UpdatedAt",
        [FG_FIRST_OBSERVED] = "FirstObservedAt",
        [FG_LAST_OBSERVED] = "LastObservedAt",
    };
    const char *id = cell(row, "Id");
    finding->uid = id != NULL ? id : cell(row, "FindingId");
    finding->issuer = read_issuer(row, finding->uid);
    finding->generator_id = cell(row, "GeneratorId");
    finding->account = cell(row, "AwsAccountId");
    finding->region = cell(row, "Region");
    finding->title = cell(row, "Title");
    finding->compliance = cell(row, "ComplianceStatus");
    finding->workflow = cell(row, "Workflow");
    finding->record_state = cell(row, "RecordState");
    finding->severity = cell(row, "SeverityLabel");
    if (finding->compliance == NULL)
        fg_problem_set(problem, "missing", "ComplianceStatus: it is empty");
    check_account(finding->account, problem);
    for (size_t i = 0; i < FG_FINDING_TIMES; i++)
        read_time(row, times[i], finding->times[i], problem);
}

static int map_row(struct fg_load *load, struct fg_record *record, const struct fg_value *row,
                   struct fg_error *err)
{
    struct fg_finding finding = {0};
    struct naming naming = {.load = load, .problem = &record->problem, .err = err};
    if (!read_control(row, finding.control))
        return fg_load_no_interest(load, "not on an ECS control", err);
    read_finding(row, &finding, &record->problem);
    if (fg_finding_insert(load, record, &finding, &naming.finding, err) < 0)
        return -1;
    return insert_resources(&naming, row);
}

const struct fg_mapper fg_securityhub_csv = {
    .kind = "securityhub_csv",
    .members = columns,
    .wants = wants,
    .map = map_row,
    .spellings = spellings,
    .csv_hint = "findings as CSV need the columns SecurityControlId (or ControlId, GeneratorId, Id), Resources "
                "and ComplianceStatus; `aws securityhub get-findings` gives everything",
};
