/* SPDX-License-Identifier: MIT */
/* What is handed over in place of an export is called by its name; exports are not. */
#include "ingest/foreign.h"

#include <string.h>

#include "unit.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])
#define TEXT(literal) literal, sizeof literal - 1

START_TEST(named)
{
    static const struct {
        const char *text;
        size_t len;
        const char *what; /* in the message */
        const char *hint; /* in the hint */
    } samples[] = {
        {TEXT("PAR1\x15\x04\x15"), "Parquet", "--output json"},
        {TEXT("ORC\n"), "ORC", "--output json"},
        {TEXT("Obj\1\4"), "Avro", "--output json"},
        {TEXT("SQLite format 3\0\x10"), "a SQLite database", "--db"},
        {TEXT("PK\3\4"), "a ZIP", "unpack"},
        {TEXT("\x1F\x8B\x08"), "a gzip file inside", "gzip -d"},
        {TEXT("\x28\xB5\x2F\xFD"), "zstd", "zstd -d"},
        {TEXT("\xFD\x37zXZ\0"), "xz", "xz -d"},
        {TEXT("BZh91AY"), "bzip2", "bzip2 -d"},
        {TEXT("7z\xBC\xAF\x27\x1C"), "7-Zip", "7z x"},
        {TEXT("Rar!\x1A\x07\1"), "RAR", "unrar x"},
        {TEXT("Salted__\1\2"), "openssl enc", "decrypt"},
        {TEXT("age-encryption.org/v1\n"), "age", "decrypt"},
        {TEXT("-----BEGIN AGE ENCRYPTED FILE-----\n"), "age", "decrypt"},
        {TEXT("-----BEGIN PGP MESSAGE-----\n"), "OpenPGP", "decrypt"},
        {TEXT("\x8C\x0D\4\x09\3\2"), "OpenPGP", "decrypt"}, /* by a password */
        {TEXT("\xC3\x0D\4\x09\3\2"), "OpenPGP", "decrypt"},
        {TEXT("\x85\2\x0C\3\xAA"), "OpenPGP", "decrypt"}, /* for a key */
        {TEXT("\x84\x5E\3\xAA"), "OpenPGP", "decrypt"},
        {TEXT("\xC1\xC0\x4C\3\xAA"), "OpenPGP", "decrypt"},
        {TEXT("-----BEGIN CERTIFICATE-----\n"), "PEM", "decrypt"},
        {TEXT("%PDF-1.7"), "PDF", "describe-services"},
        {TEXT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "Excel", "describe-services"},
        {TEXT("\x89PNG\r\n\x1A\n"), "PNG", "describe-services"},
        {TEXT("\xFF\xD8\xFF\xE0"), "JPEG", "describe-services"},
        {TEXT("\xFF\xFE\0\0{\0\0\0"), "UTF-32", "UTF-8"},
        {TEXT("\0\0\xFE\xFF\0\0\0{"), "UTF-32", "UTF-8"},
        {TEXT("\xFF\xFE{\0"), "UTF-16", "UTF-8"},
        {TEXT("\xFE\xFF\0{"), "UTF-16", "UTF-8"},
        {TEXT("{\0\r\0\n\0"), "UTF-16 without", "UTF-8"},
        {TEXT("\0{\0\r"), "UTF-16 without", "UTF-8"},
        {TEXT("[\0]\0"), "UTF-16 without", "UTF-8"},
        {TEXT("\0[\0]"), "UTF-16 without", "UTF-8"},
        {TEXT("\0\0\0\0\0\0\0\0\0\0"), "zeros", "again"},
        {TEXT("<!doctype HTML>\n<html>"), "a web page", "sign in"},
        {TEXT("\xEF\xBB\xBF\r\n <HTML lang=\"ja\">"), "a web page", "sign in"},
        {TEXT("<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied"), "XML", "JSON"},
        {TEXT("HTTP/1.1 200 OK\r\n"), "HTTP", "curl"},
        {TEXT("\nAn error occurred (AccessDeniedException) when calling the DescribeServices operation: "),
         "a message of the AWS CLI", "export again"},
        {TEXT("\naws: [ERROR]: An error occurred (ThrottlingException)"), "a message of the AWS CLI", "export again"},
        {TEXT("usage: aws [options] <command>"), "a message of the AWS CLI", "export again"},
        {TEXT("Unable to locate credentials. You can configure"), "a message of the AWS CLI", "export again"},
        {TEXT("You must specify a region."), "a message of the AWS CLI", "export again"},
        {TEXT("Could not connect to the endpoint URL: \"https"), "a message of the AWS CLI", "export again"},
        {TEXT("The config profile (x) could not be found"), "a message of the AWS CLI", "export again"},
        {TEXT("Error when retrieving token from sso"), "a message of the AWS CLI", "export again"},
        {TEXT("Error loading SSO Token: Token for"), "a message of the AWS CLI", "export again"},
        {TEXT("services:\n- clusterArn: arn"), "YAML", "--output json"},
        {TEXT("services:\r\n- clusterArn: arn"), "YAML", "--output json"},
        {TEXT("Findings: []\n"), "YAML", "--output json"},
        {TEXT("failures: []\nservices:\n"), "YAML", "--output json"},
        {TEXT("- serviceArn: arn"), "YAML", "--output json"},
        {TEXT("- - serviceArn: arn"), "YAML", "--output json"},
        {TEXT("---\nservices:\n"), "YAML", "--output json"},
        {TEXT("---------\n|  DescribeServices  |\n+----"), "table", "--output json"},
        {TEXT("----\r\n||services||"), "table", "--output json"},
        {TEXT("SERVICES\tarn:aws:ecs"), "as text", "--output json"},
        {TEXT("FINDINGS\t111122223333"), "as text", "--output json"},
        {TEXT("SERVICEARNS\tarn"), "as text", "--output json"},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        struct fg_error err = {0};
        ck_assert_msg(fg_foreign_detect(samples[i].text, samples[i].len, &err), "%s: sample %zu",
                      samples[i].what, i);
        ck_assert_int_eq(err.code, FG_INPUT);
        ck_assert_msg(strstr(err.message, samples[i].what) != NULL, "%s: %s", samples[i].what, err.message);
        ck_assert_msg(strstr(err.hint, samples[i].hint) != NULL, "%s: %s", samples[i].hint, err.hint);
        ck_assert_uint_lt(strlen(err.hint), sizeof err.hint - 1); /* not cut */
        /* No byte behind the given ones is looked at. */
        for (size_t len = 0; len < samples[i].len; len++) {
            char *exact = malloc(len + (len == 0));
            ck_assert_ptr_nonnull(exact);
            memcpy(exact, samples[i].text, len);
            fg_foreign_detect(exact, len, NULL);
            free(exact);
        }
    }
}
END_TEST

START_TEST(own_database)
{
    char text[100] = "SQLite format 3";
    struct fg_error err;
    memcpy(text + 68, "fgau", 4);
    ck_assert(fg_foreign_detect(text, sizeof text, &err));
    ck_assert_msg(strstr(err.message, "made by this program") != NULL, "%s", err.message);
    ck_assert_msg(strstr(err.hint, "--db") != NULL, "%s", err.hint);
}
END_TEST

START_TEST(left_alone)
{
    static const struct {
        const char *text;
        size_t len;
    } samples[] = {
        {TEXT("")},
        {TEXT(" \r\n\t")},
        {TEXT("\xEF\xBB\xBF")},
        {TEXT("{\"services\":[]}")},
        {TEXT("\xEF\xBB\xBF\r\n{\"Findings\":[]}")},
        {TEXT("[{\"SchemaVersion\":\"2018-10-08\"}]")},
        {TEXT("\t[\n]")},
        {TEXT("-1")},
        {TEXT("- 1")},
        {TEXT("\"services:\"")},
        {TEXT("null")},
        {TEXT("waiver_id,control_id\nW-1,ECS.10")},
        {TEXT("\"waiver_id\",\"control_id\"")},
        {TEXT("WAIVER\\t")},
        {TEXT("A\tB")},
        {TEXT("error: no such file")},
        {TEXT("Warning: x\n{}")},
        {TEXT("http://example.com/")},
        {TEXT("----\ntext")},
        {TEXT("--- a/file\n+++ b/file")},
        {TEXT("-----")},
        {TEXT("BZ")},
        {TEXT("PK")},
        {TEXT("7z export")},
        {TEXT("PAR")},
        {TEXT("\0\0\0")},
        {TEXT("\x85 text in Shift_JIS \x82\xA0")},
        {TEXT("\xC3\xA9t\xC3\xA9")},
        {TEXT("# a comment")},
        {TEXT("'services'")},
        {TEXT("An errand occurred (")},
    };
    for (size_t i = 0; i < LENGTH(samples); i++) {
        struct fg_error err = {0};
        ck_assert_msg(!fg_foreign_detect(samples[i].text, samples[i].len, &err), "sample %zu: %s", i, err.message);
        ck_assert_int_eq(err.code, FG_OK);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("foreign");
    TCase *all = tcase_create("foreign");
    tcase_add_test(all, named);
    tcase_add_test(all, own_database);
    tcase_add_test(all, left_alone);
    suite_add_tcase(suite, all);
    return fg_run_suite(suite);
}
