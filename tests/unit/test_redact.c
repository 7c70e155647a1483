/* SPDX-License-Identifier: MIT */
/* What stays of a text, and what becomes a token: n- for names, a- for accounts, p- for paths, h- for hashes. */
#include <ctype.h>
#include <string.h>

#include "../spare_store.h"
#include "redact/token.h"
#include "unit.h"

static const unsigned char key[FG_REDACT_KEY_SIZE] = "a key of thirty-two bytes, or so";

/* In byte order. */
static const char *const texts[] = {
    "ECS.10", "FARGATE", "Linux", "autoScalingGroup", "autoScalingGroupName", "autoscaling", "aws", "cluster", "ecs",
    "ecs-fargate-latest-platform-version", "ecs-svc", "iam", "role", "securityhub", "service", "task-definition",
};
enum { WORD_COUNT = sizeof texts / sizeof texts[0] };

static struct fg_word words[WORD_COUNT];
static struct spare_store spare;
static struct fg_error err;
static struct fg_redaction redaction;

static void set_up(void)
{
    spare_store_take(&spare);
    ck_assert_int_eq(fg_store_run(spare.store, "redact/tokens", &err), 0);
    for (size_t i = 0; i < WORD_COUNT; i++)
        words[i] = (struct fg_word){.text = strdup(texts[i]), .is_name = strcmp(texts[i], "FARGATE") == 0 || strcmp(texts[i], "ecs-svc") == 0};
    redaction = (struct fg_redaction){
        .store = spare.store, .key = key, .words = words, .word_count = WORD_COUNT, .err = &err};
}

static void tear_down(void)
{
    for (size_t i = 0; i < WORD_COUNT; i++)
        free(words[i].text);
    spare_store_give(&spare);
}

static size_t hex_length(const char *text)
{
    size_t len = 0;
    while (isdigit((unsigned char)text[len]) || (text[len] >= 'a' && text[len] <= 'f'))
        len++;
    return len;
}

/* Tokens as their prefix alone. */
static void show(const char *text, struct fg_buf *out)
{
    static const struct {
        const char *prefix, *shown;
        size_t digits;
    } tokens[] = {{"acct-", "a-", 12}, {"n-", "n-", 16}, {"p-", "p-", 16}, {"", "h-", 64}};
    while (*text != '\0') {
        size_t len = 0;
        for (size_t i = 0; len == 0 && i < sizeof tokens / sizeof tokens[0]; i++) {
            size_t prefix = strlen(tokens[i].prefix);
            if (strncmp(text, tokens[i].prefix, prefix) != 0 || hex_length(text + prefix) != tokens[i].digits)
                continue;
            fg_buf_add_text(out, tokens[i].shown);
            len = prefix + tokens[i].digits;
        }
        if (len == 0)
            fg_buf_add_char(out, *text);
        text += len == 0 ? 1 : len;
    }
}

static const struct {
    const char *how, *text, *shown;
} shapes[] = {
    {"account", "123456789012", "a-"},
    {"account", "root@example.org", "n-"},
    {"account", "", ""},
    {"name", "web", "n-"},
    {"name", "FARGATE", "FARGATE"},
    {"name", "service", "n-"}, /* a word of AWS's, but here somebody's name */
    {"name", "family:12", "n-:12"},
    {"name", "family:1234567890", "n-:n-"},
    {"name", "123456789012", "a-"},
    {"name", "arn:aws:ecs:eu-west-1:123456789012:service/web/api", "arn:aws:ecs:eu-west-1:a-:service/n-/n-"},
    {"name", "arn:aws:ecs:eu-west-1:123456789012:service/service/cluster", "arn:aws:ecs:eu-west-1:a-:service/n-/n-"},
    {"name", "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7", "arn:aws:ecs:eu-west-1:a-:task-definition/n-:7"},
    {"name", "arn:aws:iam::123456789012:role/team/x", "arn:aws:iam::a-:role/n-/n-"},
    {"name", "arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:uuid:autoScalingGroupName/x",
     "arn:aws:autoscaling:eu-west-1:a-:autoScalingGroup:n-:autoScalingGroupName/n-"},
    {"name", "arn:secret:ecs:my-place-1:12345678901:service/web", "arn:n-:ecs:n-:n-:service/n-"},
    {"name", "arn:aws", "arn:aws"},
    {"name", "arn:", "n-:"},
    {"name", "arn::::::", "arn::::::"},
    {"name", "a//b:", "n-//n-:"},
    {"pattern", "arn:aws:ecs:*:123456789012:service/web/api*", "arn:aws:ecs:*:a-:service/n-/n-*"},
    {"pattern", "*", "*"},
    {"pattern", "we?[bc]*", "n-?n-*"},
    {"whole", "arn:aws:ecs:eu-west-1:123456789012:service/web", "n-"},
    {"whole", "Ann <ann@example.org>", "n-"},
    {"words", "Linux", "Linux"},
    {"words", "Linux of web", "Linux n- n-"},
    {"words", "1.4.0", "1.4.0"},
    {"words", "1111-2222-3333", "n-"}, /* an account, as AWS's pages show it */
    {"words", "2026-10-01", "2026-10-01"},
    {"words", "90", "90"},
    {"words", "2026-10-01T09:00:00.000Z", "2026-10-01T09:00:00.000Z"},
    {"words", "7web 1.4.0-rc 90%", "n- n- 90%"},
    {"words", "123456789", "n-"}, /* too many digits for a count */
    {"words", "123456789012, eu-west-1", "a-, eu-west-1"},
    {"words", "my-west-1 eu-web-1 eu-west-10 eu-west", "n- n- n- n-"},
    {"words", "us-gov-west-1 ap-northeast-3", "us-gov-west-1 ap-northeast-3"},
    {"words", "AWS::ECS::Service AWS::x y::Z", "AWS::ECS::Service AWS::x n-::n-"},
    {"words", "AWS::ECS::web_api AWS::web-1", "n-::n-::n- n-::n-"},
    {"words", "ECS.10 web.10 ECS.1000", "ECS.10 n- n-"},
    {"words", "SATO.5", "n-"}, /* shaped like a control's, but no catalogue knows it */
    {"words", "ecs-svc/12 ecs-svc/ab", "ecs-svc/n- ecs-svc/n-"},
    {"words", "[\"web\",\"Linux\"]", "[\"n-\",\"Linux\"]"},
    {"words", "see arn:aws:ecs:eu-west-1:123456789012:cluster/web.", "n- arn:aws:ecs:eu-west-1:a-:cluster/n-"},
    {"words", "\xE6\x97\xA5\xE6\x9C\xAC", "n-"},
    {"rule", "", ""},
    {"rule", "ecs-fargate-latest-platform-version", "ecs-fargate-latest-platform-version"},
    {"rule", "securityhub-ecs-fargate-latest-platform-version-1a2b", "securityhub-ecs-fargate-latest-platform-version-n-"},
    {"rule", "ecs-fargate-latest-platform-version-conformance-pack-ab",
     "ecs-fargate-latest-platform-version-conformance-pack-n-"},
    {"rule", "securityhub-ours", "n-"},
    {"rule", "securityhub-", "n-"},
    {"path", "in/team a/services.json.gz", "p-/p-/p-.json.gz"},
    {"path", "../x/./all.zip!deep/a.b.csv", "../p-/./p-.zip!p-/p-.csv"},
    {"path", ".json", "p-"},
    {"path", "-", "-"},
    {"path", "/", "/"},
    {"hash", "0000000000000000000000000000000000000000000000000000000000000000", "h-"},
    {"hash", "", ""},
    {"label", "2026-Q4", "2026-Q4"},
    {"label", "Q4 of web", "n-"},
    {"label", "123456789012", "a-"},
    {"drop", "anything", "[redacted]"},
    {"drop", "", ""},
};

START_TEST(shape)
{
    FG_BUF_AUTO out = FG_BUF_INIT;
    FG_BUF_AUTO shown = FG_BUF_INIT;
    ck_assert_int_eq(fg_shape_add(&redaction, shapes[_i].how, shapes[_i].text, &out), 0);
    show(fg_buf_text(&out), &shown);
    ck_assert_str_eq(fg_buf_text(&shown), shapes[_i].shown);
}
END_TEST

/* What the token of a name is must never change, or packs could not be compared: HMAC-SHA256(key, "name\0web"). */
START_TEST(stable)
{
    FG_BUF_AUTO out = FG_BUF_INIT;
    ck_assert_int_eq(fg_shape_add(&redaction, "name", "web", &out), 0);
    ck_assert_str_eq(fg_buf_text(&out), "n-1e1cff34f163dabe");
}
END_TEST

/* A name that is a word of AWS's, a number or a control, too, is a token in lists once it is known as a name. */
START_TEST(mixed)
{
    static const char *const called[] = {"service", "2024-01", "ECS.10"};
    for (size_t i = 0; i < sizeof called / sizeof called[0]; i++) {
        FG_BUF_AUTO before = FG_BUF_INIT, name = FG_BUF_INIT, after = FG_BUF_INIT;
        ck_assert_int_eq(fg_shape_add(&redaction, "mixed", called[i], &before), 0);
        ck_assert_str_eq(fg_buf_text(&before), called[i]);
        ck_assert_int_eq(fg_shape_add(&redaction, "name", called[i], &name), 0);
        ck_assert_int_eq(fg_shape_add(&redaction, "mixed", called[i], &after), 0);
        ck_assert_str_eq(fg_buf_text(&after), fg_buf_text(&name));
    }
}
END_TEST

/* Two texts with one token are an error, not a mix-up. */
START_TEST(clash)
{
    FG_BUF_AUTO out = FG_BUF_INIT;
    struct fg_statement *insert;
    ck_assert_int_eq(fg_shape_add(&redaction, "name", "web", &out), 0);
    ck_assert_int_eq(fg_store_run(spare.store, "redact/tokens", &err), 0);
    ck_assert_int_eq(fg_store_statement(spare.store, "redact/add_token", &insert, &err), 0);
    fg_bind_text(insert, "token", fg_buf_text(&out));
    fg_bind_text(insert, "kind", "name");
    fg_bind_text(insert, "original", "another");
    ck_assert_int_eq(fg_step_done(insert, NULL, &err), 0);
    ck_assert_int_lt(fg_shape_add(&redaction, "name", "web", &out), 0);
    ck_assert_int_eq(err.code, FG_USAGE);
    ck_assert_int_lt(fg_shape_add(&redaction, "somehow", "web", &out), 0);
    ck_assert_int_eq(err.code, FG_INTERNAL);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("redact");
    TCase *tests = tcase_create("redact");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, shape, 0, sizeof shapes / sizeof shapes[0]);
    tcase_add_test(tests, stable);
    tcase_add_test(tests, mixed);
    tcase_add_test(tests, clash);
    suite_add_tcase(suite, tests);
    return fg_run_suite(suite);
}
