/* SPDX-License-Identifier: MIT */
#include "ingest/csv_header.h"

#include <csv.h>
#include <string.h>

/* Every mapper of CSV. The first one whose columns are all there reads it. */
static const struct fg_mapper *const tables[] = {&fg_waivers, &fg_securityhub_csv};
enum { TABLES = sizeof tables / sizeof tables[0] };

/* CSV files that are often handed over by mistake, by a column that gives them away. The first OURS of them are never
 * read, whatever other columns they have: waivers.csv holds those of a waiver file too. */
static const struct {
    const char *column;
    const char *name;
    const char *hint;
} strangers[] = {
    {"waiver_expires", "the results that fargauge itself writes", "give the exports they were made from"},
    {"waiver_state", "the waivers that fargauge itself writes", "give the waiver file they were made from"},
    {"controls_not_judged", "the requirements that fargauge itself writes", "give the exports they were made from"},
    {"capture_counts", "the list of sources that fargauge itself writes", "give the sources themselves"},
    {"absent_since", "the history that fargauge itself writes", "give the exports it was made from"},
    {"new_failure", "the comparison that fargauge itself writes", "give the exports it was made from"},
    {"gap_kind", "the gaps that fargauge itself writes", "give the exports they were made from"},
    {"CHECK_ID", "Prowler's report as CSV",
     "it holds no verdict of AWS; Prowler's findings are read from its ASFF and OCSF output"},
    {"Failed checks", "Security Hub's list of controls, which names no resource",
     "open a control and download its findings, or export them with `aws securityhub get-findings`"},
    {"不合格のチェック", "Security Hub's list of controls, which names no resource",
     "open a control and download its findings, or export them with `aws securityhub get-findings`"},
};
enum { OURS = 5, STRANGERS = sizeof strangers / sizeof strangers[0] };

static const char HINT_COLUMNS[] =
    "findings need the columns SecurityControlId (or ControlId, GeneratorId, Id), Resources and "
    "ComplianceStatus; waivers begin with waiver_id; save with commas, in UTF-8";

/* ---- Names ---- */

static bool same_exactly(const char *known, const char *name, size_t len)
{
    return strlen(known) == len && memcmp(known, name, len) == 0;
}

/* The next byte that counts, in lower case; '\0' at the end. Beyond ASCII every byte counts. */
static char next_letter(const char **at, const char *end)
{
    while (*at < end) {
        char c = *(*at)++;
        if (c >= 'A' && c <= 'Z')
            return (char)(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80)
            return c;
    }
    return '\0';
}

static bool same_letters(const char *known, const char *name, size_t len)
{
    const char *known_end = known + strlen(known), *end = name + len;
    char c;
    do {
        c = next_letter(&known, known_end);
        if (c != next_letter(&name, end))
            return false;
    } while (c != '\0');
    return true;
}

static int find_member(const struct fg_mapper *mapper, const char *name, size_t len)
{
    bool (*same)(const char *, const char *, size_t) =
        mapper->spellings != NULL ? same_letters : same_exactly;
    for (int i = 0; mapper->members[i].name != NULL; i++)
        if (same(mapper->members[i].name, name, len))
            return i;
    return -1;
}

int fg_csv_column(const struct fg_mapper *mapper, const char *name, size_t len, int *ret_rank)
{
    const struct fg_spelling *list = mapper->spellings;
    int found = len == 0 ? -1 : find_member(mapper, name, len);
    *ret_rank = 0;
    for (int i = 0; found < 0 && len > 0 && list != NULL && list[i].column != NULL; i++)
        if (same_letters(list[i].column, name, len)) {
            *ret_rank = i + 1;
            found = find_member(mapper, list[i].member, strlen(list[i].member));
        }
    return found;
}

const char *fg_csv_lacks(const struct fg_mapper *mapper, const bool has[FG_MEMBERS_MAX])
{
    const char *one_of = NULL;
    bool has_one = false;
    for (int i = 0; mapper->members[i].name != NULL; i++) {
        unsigned how = mapper->members[i].how;
        if ((how & FG_REQUIRED) != 0 && !has[i])
            return mapper->members[i].name;
        if ((how & FG_ONE_OF) != 0 && one_of == NULL)
            one_of = mapper->members[i].name;
        has_one = has_one || ((how & FG_ONE_OF) != 0 && has[i]);
    }
    return has_one ? NULL : one_of;
}

/* ---- The header ---- */

/* What a header shows. */
struct header {
    bool has[TABLES][FG_MEMBERS_MAX];
    bool tells[TABLES];
    int stranger; /* -1: none */
    size_t columns;
    bool complete; /* what comes now is not the header */
};

static void on_column(void *bytes, size_t len, void *context)
{
    struct header *header = context;
    const char *name = bytes;
    int rank;
    if (header->complete)
        return;
    header->columns++;
    for (size_t i = 0; i < TABLES; i++) {
        int member = fg_csv_column(tables[i], name, len, &rank);
        if (member < 0)
            continue;
        header->has[i][member] = true;
        header->tells[i] = header->tells[i] || (tables[i]->members[member].how & FG_TELLING) != 0;
    }
    for (int i = 0; i < STRANGERS; i++)
        if (same_letters(strangers[i].column, name, len))
            header->stranger = i;
}

static void on_end(int end, void *context)
{
    struct header *header = context;
    (void)end;
    header->complete = true;
}

static int read_header(const char *text, size_t len, char delimiter, struct header *header,
                       struct fg_error *err)
{
    struct csv_parser parser;
    *header = (struct header){.stranger = -1};
    if (csv_init(&parser, CSV_APPEND_NULL) != 0)
        return fg_error_memory(err);
    csv_set_delim(&parser, (unsigned char)delimiter);
    for (size_t i = 0; i < len && !header->complete; i++)
        if (csv_parse(&parser, text + i, 1, on_column, on_end, header) != 1)
            break;
    if (!header->complete)
        csv_fini(&parser, on_column, on_end, header);
    csv_free(&parser);
    return 0;
}

/* Which mapper reads it, else which one it is meant for. */
static const struct fg_mapper *choose(const struct header *header)
{
    if (header->stranger >= 0 && header->stranger < OURS)
        return NULL;
    for (size_t i = 0; i < TABLES; i++)
        if (fg_csv_lacks(tables[i], header->has[i]) == NULL)
            return tables[i];
    for (size_t i = 0; header->stranger < 0 && i < TABLES; i++)
        if (header->tells[i])
            return tables[i];
    return NULL;
}

/* JSON begins with a bracket, a web page with an angle; a table's first column has a name. */
static bool may_be_csv(const char *text, size_t len)
{
    unsigned char c = len == 0 ? '\0' : (unsigned char)text[0];
    return c == '"' || c == '_' || c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static int refuse_stranger(int stranger, struct fg_error *err)
{
    fg_error_set(err, FG_INPUT, "not an export this version reads: it looks like %s",
                 strangers[stranger].name);
    return fg_error_hint(err, "%s", strangers[stranger].hint);
}

/* A CSV that no mapper reads: why? Fewer than three columns are no table, but some text with a comma. */
static int refuse(const struct header *commas, const struct header *semicolons, struct fg_error *err)
{
    bool apart = semicolons->columns > commas->columns;
    int stranger = apart ? semicolons->stranger : commas->stranger;
    if (stranger >= 0)
        return refuse_stranger(stranger, err);
    if (apart && (semicolons->columns >= 3 || choose(semicolons) != NULL)) {
        fg_error_set(err, FG_INPUT,
                     "CSV: the header lacks commas: its columns are separated by semicolons");
        return fg_error_hint(err, "save it again with commas between the columns");
    }
    if (commas->columns < 3)
        return 0;
    fg_error_set(err, FG_INPUT, "a CSV that is no known export");
    return fg_error_hint(err, "%s", HINT_COLUMNS);
}

int fg_csv_detect(const char *text, size_t len, const struct fg_mapper **ret_mapper,
                  struct fg_error *err)
{
    struct header commas, semicolons;
    *ret_mapper = NULL;
    if (len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) { /* byte order mark */
        text += 3;
        len -= 3;
    }
    if (!may_be_csv(text, len))
        return 0;
    if (read_header(text, len, ',', &commas, err) < 0 ||
        read_header(text, len, ';', &semicolons, err) < 0)
        return -1;
    *ret_mapper = choose(&commas);
    if (*ret_mapper != NULL)
        return 0;
    int status = refuse(&commas, &semicolons, err);
    *ret_mapper = status < 0 ? choose(&semicolons) : NULL;
    return status;
}
