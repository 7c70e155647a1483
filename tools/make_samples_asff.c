/* SPDX-License-Identifier: MIT */
/* The frame of an ASFF finding: all but its resource, its verdict and its note. */
#include "make_samples_asff.h"

#include <string.h>

#define STANDARD MS_ASFF_STANDARD
static const char control_type[] =
    "Software and Configuration Checks/Industry and Regulatory Standards";

static void put_product(struct ms_json *j, const struct ms_asff *f) {
    bool hub = f->product == NULL;
    if (hub)
        ms_json_fmt(j, "ProductArn", "arn:aws:securityhub:%s::product/aws/securityhub",
                    f->place->region);
    ms_json_str(j, "ProductArn", f->product_arn);
    ms_json_str(j, "ProductName", hub ? "Security Hub" : f->product);
    ms_json_str(j, "CompanyName", hub ? "AWS" : f->product);
    ms_json_str(j, "Region", f->place->region);
    ms_json_str(j, "GeneratorId", f->generator);
    ms_json_str(j, "AwsAccountId", f->place->account);
}

static void put_types(struct ms_json *j) {
    ms_json_open(j, "Types", '[');
    ms_json_str(j, NULL, control_type);
    ms_json_close(j, ']');
}

static void put_severity(struct ms_json *j, const char *label) {
    static const struct {
        const char *label;
        int normalized;
    } scale[] = {{"INFORMATIONAL", 0}, {"LOW", 1}, {"MEDIUM", 40}, {"HIGH", 70}, {"CRITICAL", 90}};
    ms_json_open(j, "Severity", '{');
    ms_json_str(j, "Label", label);
    for (size_t i = 0; i < sizeof scale / sizeof *scale; i++)
        if (strcmp(scale[i].label, label) == 0)
            ms_json_int(j, "Normalized", scale[i].normalized);
    ms_json_str(j, "Original", label);
    ms_json_close(j, '}');
}

static void put_remediation(struct ms_json *j, const char *control) {
    ms_json_open(j, "Remediation", '{');
    ms_json_open(j, "Recommendation", '{');
    ms_json_str(j, "Text", "See the control's page in the AWS Security Hub user guide.");
    ms_json_fmt(j, "Url", "https://docs.aws.amazon.com/console/securityhub/%s/remediation",
                control);
    ms_json_close(j, '}');
    ms_json_close(j, '}');
}

/* Before findings were consolidated, they named their standard in the product fields. */
static void put_old_fields(struct ms_json *j, const struct ms_asff *f) {
    const struct ms_place *p = f->place;
    ms_json_fmt(j, "StandardsArn", "arn:aws:securityhub:::standards/%s", STANDARD);
    ms_json_fmt(j, "StandardsSubscriptionArn", "arn:aws:securityhub:%s:%s:subscription/%s",
                p->region, p->account, STANDARD);
    ms_json_str(j, "ControlId", f->control);
    ms_json_fmt(j, "StandardsControlArn", "arn:aws:securityhub:%s:%s:control/%s/%s", p->region,
                p->account, STANDARD, f->control);
}

static void put_product_fields(struct ms_json *j, const struct ms_asff *f) {
    if (f->product != NULL)
        return;
    ms_json_open(j, "ProductFields", '{');
    if (f->old_form)
        put_old_fields(j, f);
    if (f->rule != NULL) {
        ms_json_str(j, "RelatedAWSResources:0/name", f->rule);
        ms_json_str(j, "RelatedAWSResources:0/type", "AWS::Config::ConfigRule");
    }
    ms_json_str(j, "Resources:0/Id", f->resource);
    ms_json_str(j, "aws/securityhub/ProductName", "Security Hub");
    ms_json_str(j, "aws/securityhub/CompanyName", "AWS");
    ms_json_fmt(j, "aws/securityhub/FindingId",
                "arn:aws:securityhub:%s::product/aws/securityhub/%s", f->place->region, f->id);
    ms_json_close(j, '}');
}

void ms_asff_head(struct ms_json *j, const struct ms_asff *f) {
    ms_json_str(j, "SchemaVersion", "2018-10-08");
    ms_json_str(j, "Id", f->id);
    put_product(j, f);
    put_types(j);
    ms_json_time(j, "FirstObservedAt", f->created);
    ms_json_time(j, "LastObservedAt", f->updated);
    ms_json_time(j, "CreatedAt", f->created);
    ms_json_time(j, "UpdatedAt", f->updated);
    put_severity(j, f->severity);
    ms_json_str(j, "Title", f->title);
    ms_json_str(j, "Description", f->description);
    if (f->control != NULL)
        put_remediation(j, f->control);
    put_product_fields(j, f);
}

void ms_asff_workflow(struct ms_json *j, const char *workflow, const char *record_state) {
    ms_json_str(j, "WorkflowState", "NEW");
    ms_json_open(j, "Workflow", '{');
    ms_json_str(j, "Status", workflow);
    ms_json_close(j, '}');
    ms_json_str(j, "RecordState", record_state);
}

void ms_asff_foot(struct ms_json *j, const struct ms_asff *f) {
    ms_json_open(j, "FindingProviderFields", '{');
    ms_json_open(j, "Severity", '{');
    ms_json_str(j, "Label", f->severity);
    ms_json_str(j, "Original", f->severity);
    ms_json_close(j, '}');
    put_types(j);
    ms_json_close(j, '}');
    ms_json_time(j, "ProcessedAt", f->updated + 4 * 1000);
    ms_json_str(j, "AwsAccountName", f->place->account_name);
}

void ms_asff_standards(struct ms_json *j) {
    ms_json_open(j, "AssociatedStandards", '[');
    ms_json_open(j, NULL, '{');
    ms_json_fmt(j, "StandardsId", "standards/%s", STANDARD);
    ms_json_close(j, '}');
    ms_json_close(j, ']');
}
