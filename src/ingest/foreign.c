/* SPDX-License-Identifier: MIT */
#include "ingest/foreign.h"

#include <string.h>
#include <strings.h>

static const char HINT_UNPACK[] = "unpack it and import what is inside";
static const char HINT_DECRYPT[] = "decrypt it first, then import what comes out";
static const char HINT_UTF8[] = "save it as UTF-8; in PowerShell add | Out-File -Encoding utf8 FILE";
static const char HINT_OUTPUT[] =
    "run the same command again with --output json, as in: aws ecs describe-services --cluster CLUSTER "
    "--services NAME --output json > services.json";
static const char HINT_LAKE[] =
    "export the findings as JSON: aws securityhub get-findings --output json > findings.json, or query "
    "Security Lake and save the OCSF records as JSON";
static const char HINT_REPORT[] =
    "import the exports themselves: aws ecs describe-services --cluster CLUSTER --services NAME "
    "--output json > services.json";
static const char HINT_PAGE[] =
    "a login or error page was saved; sign in and download again, or use the AWS CLI with --output json";
static const char HINT_CALL[] =
    "the call failed and its message was saved; put right what it says, then export again";

static const char AWS_MESSAGE[] = "a message of the AWS CLI, not its answer";
static const char OPENPGP[] = "a file encrypted with OpenPGP";
static const char PEM[] = "keys, certificates or an encrypted message (PEM)";
static const char UTF16[] = "UTF-16 without a byte order mark";
static const char WEB_PAGE[] = "a web page";

struct row;
typedef bool match_fn(const struct row *row, const char *text, size_t len);

struct row {
    const char *what;
    match_fn *match;
    const char *bytes; /* what `match` looks for; NULL where it knows itself */
    size_t size;
    const char *hint;
};

#define BYTES(literal) literal, sizeof literal - 1
#define NONE NULL, 0

/* ---- How rows are recognised. Texts come without byte order mark and white space before them. ---- */

static bool begins(const struct row *row, const char *text, size_t len)
{
    return len >= row->size && memcmp(text, row->bytes, row->size) == 0;
}

static bool begins_any_case(const struct row *row, const char *text, size_t len)
{
    return len >= row->size && strncasecmp(text, row->bytes, row->size) == 0;
}

/* `size` is that of a SQLite file's own mark; ours has another one behind it. */
static bool is_own_database(const struct row *row, const char *text, size_t len)
{
    enum { APPLICATION_ID = 68 };
    return begins(row, text, len) && len >= APPLICATION_ID + 4 &&
           memcmp(text + APPLICATION_ID, "fgau", 4) == 0;
}

/* An encrypted message begins with a packet that holds its key: tag, length, version. */
static bool is_openpgp(const struct row *row, const char *text, size_t len)
{
    static const struct {
        unsigned char tag;
        size_t version_at;
        char version;
    } packets[] = {{0x84, 2, 3}, {0x85, 3, 3}, {0x8C, 2, 4}, {0xC1, 2, 3}, {0xC1, 3, 3}, {0xC3, 2, 4}};
    (void)row;
    for (size_t i = 0; i < sizeof packets / sizeof packets[0]; i++)
        if (len > packets[i].version_at && (unsigned char)text[0] == packets[i].tag &&
            text[packets[i].version_at] == packets[i].version)
            return true;
    return false;
}

static const char UPPER[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
static const char LETTERS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/* Bytes at the start that are among `set`. */
static size_t span(const char *text, size_t len, const char *set)
{
    size_t at = 0;
    while (at < len && text[at] != '\0' && strchr(set, text[at]) != NULL)
        at++;
    return at;
}

/* "services:" alone on its line, an empty list behind it, or "- serviceArn:" whatever is behind it. A name
 * with something else behind it may be any program's message. */
static bool is_yaml(const struct row *row, const char *text, size_t len)
{
    (void)row;
    size_t at = span(text, len, "- ");
    bool listed = at >= 2 && memcmp(text + at - 2, "- ", 2) == 0;
    size_t name = span(text + at, len - at, LETTERS);
    at += name;
    if (name == 0 || at == len || text[at] != ':' || (at > name && !listed))
        return false;
    if (len - at > 3 && memcmp(text + at, ": []", 4) == 0)
        return true;
    return at + 1 == len || strchr(listed ? " \r\n" : "\r\n", text[at + 1]) != NULL;
}

/* A line of dashes, then one that begins with a bar. */
static bool is_table(const struct row *row, const char *text, size_t len)
{
    (void)row;
    size_t dashes = span(text, len, "-+");
    size_t ends = span(text + dashes, len - dashes, "\r\n");
    return dashes >= 4 && ends > 0 && dashes + ends < len && text[dashes + ends] == '|';
}

/* "SERVICES" or the like, and a tab. */
static bool is_aws_text(const struct row *row, const char *text, size_t len)
{
    (void)row;
    size_t name = span(text, len, UPPER);
    return name >= 2 && name < len && text[name] == '\t';
}

/* ---- The rows; of several that fit the first counts ---- */

/* Recognised from the very first byte. */
static const struct row binary[] = {
    {"a Parquet file, as Security Lake keeps them", begins, BYTES("PAR1"), HINT_LAKE},
    {"an ORC file", begins, BYTES("ORC\n"), HINT_LAKE},
    {"an Avro file", begins, BYTES("Obj\1"), HINT_LAKE},
    {"an audit's database, made by this program", is_own_database, BYTES("SQLite format 3\0"),
     "name it with --db; inputs are exports"},
    {"a SQLite database", begins, BYTES("SQLite format 3\0"),
     "import the exports themselves; an audit's database is named with --db"},
    {"a ZIP archive", begins, BYTES("PK\3\4"), HINT_UNPACK},
    {"a gzip file inside a gzip file", begins, BYTES("\x1F\x8B"), "unpack it once: gzip -d FILE"},
    {"a zstd file", begins, BYTES("\x28\xB5\x2F\xFD"), "unpack it: zstd -d FILE; a tar then is read as it is"},
    {"an xz file", begins, BYTES("\xFD\x37zXZ\0"), "unpack it: xz -d FILE; a tar then is read as it is"},
    {"a bzip2 file", begins, BYTES("BZh"), "unpack it: bzip2 -d FILE; a tar then is read as it is"},
    {"a 7-Zip archive", begins, BYTES("7z\xBC\xAF\x27\x1C"),
     "unpack it: 7z x FILE, and import the folder; or pack it again as ZIP"},
    {"a RAR archive", begins, BYTES("Rar!\x1A\x07"),
     "unpack it: unrar x FILE, and import the folder; or pack it again as ZIP"},
    {"a file encrypted with openssl enc", begins, BYTES("Salted__"), HINT_DECRYPT},
    {"a file encrypted with age", begins, BYTES("age-encryption.org/"), HINT_DECRYPT},
    {"a file encrypted with age", begins, BYTES("-----BEGIN AGE ENCRYPTED FILE"), HINT_DECRYPT},
    {OPENPGP, begins, BYTES("-----BEGIN PGP MESSAGE"), HINT_DECRYPT},
    {OPENPGP, is_openpgp, NONE, HINT_DECRYPT},
    {PEM, begins, BYTES("-----BEGIN "), "name the export; where this is one that was encrypted, decrypt it first"},
    {"a PDF file", begins, BYTES("%PDF-"), HINT_REPORT},
    {"a file of Excel's or Word's older kind", begins, BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), HINT_REPORT},
    {"a picture (PNG)", begins, BYTES("\x89PNG\r\n\x1A\n"), HINT_REPORT},
    {"a picture (JPEG)", begins, BYTES("\xFF\xD8\xFF"), HINT_REPORT},
    {"UTF-32", begins, BYTES("\xFF\xFE\0\0"), HINT_UTF8},
    {"UTF-32", begins, BYTES("\0\0\xFE\xFF"), HINT_UTF8},
    {"UTF-16", begins, BYTES("\xFF\xFE"), HINT_UTF8},
    {"UTF-16", begins, BYTES("\xFE\xFF"), HINT_UTF8},
    {UTF16, begins, BYTES("{\0"), HINT_UTF8},
    {UTF16, begins, BYTES("\0{"), HINT_UTF8},
    {UTF16, begins, BYTES("[\0"), HINT_UTF8},
    {UTF16, begins, BYTES("\0["), HINT_UTF8},
    {"nothing but zeros at its start", begins, BYTES("\0\0\0\0\0\0\0\0"),
     "copy or export it again; it is damaged, or an archive without members"},
};

/* Recognised behind a byte order mark and white space. */
static const struct row texts[] = {
    {WEB_PAGE, begins_any_case, BYTES("<!DOCTYPE html"), HINT_PAGE},
    {WEB_PAGE, begins_any_case, BYTES("<html"), HINT_PAGE},
    {"XML", begins, BYTES("<"), "export it again as JSON; an XML answer of S3 or of a proxy is an error message"},
    {"an HTTP answer with its headers", begins, BYTES("HTTP/"), "save the body alone: curl without -i"},
    {AWS_MESSAGE, begins, BYTES("An error occurred ("), HINT_CALL},
    {AWS_MESSAGE, begins, BYTES("aws: "), HINT_CALL},
    {AWS_MESSAGE, begins, BYTES("usage: aws "), HINT_CALL},
    {AWS_MESSAGE, begins, BYTES("Unable to locate credentials"), HINT_CALL},
    {AWS_MESSAGE, begins, BYTES("You must specify a region"), HINT_CALL},
    {AWS_MESSAGE, begins, BYTES("Could not connect to the endpoint URL"), HINT_CALL},
    {AWS_MESSAGE, begins, BYTES("The config profile ("), HINT_CALL},
    {AWS_MESSAGE, begins, BYTES("Error when retrieving token"), HINT_CALL},
    {AWS_MESSAGE, begins, BYTES("Error loading SSO Token"), HINT_CALL},
    {"output of the AWS CLI as YAML", is_yaml, NONE, HINT_OUTPUT},
    {"output of the AWS CLI as a table", is_table, NONE, HINT_OUTPUT},
    {"output of the AWS CLI as text", is_aws_text, NONE, HINT_OUTPUT},
    {"YAML", begins, BYTES("---\n"), HINT_OUTPUT},
    {"YAML", begins, BYTES("---\r\n"), HINT_OUTPUT},
};

static const struct row *find(const struct row *rows, size_t count, const char *text, size_t len)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i].match(&rows[i], text, len))
            return &rows[i];
    return NULL;
}

bool fg_foreign_detect(const char *text, size_t len, struct fg_error *err)
{
    const struct row *row = find(binary, sizeof binary / sizeof binary[0], text, len);
    size_t before = len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    before += span(text + before, len - before, " \t\r\n");
    if (row == NULL)
        row = find(texts, sizeof texts / sizeof texts[0], text + before, len - before);
    if (row == NULL)
        return false;
    fg_error_set(err, FG_INPUT, "not JSON: %s", row->what);
    fg_error_hint(err, "%s", row->hint);
    return true;
}
