/* SPDX-License-Identifier: MIT */
#include "pack/bag_check.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fargauge/seal.h"
#include "pack/manifest.h"

static const char payload_manifest[] = "manifest-sha256.txt";
static const char tag_manifest[] = "tagmanifest-sha256.txt";

/* What must lie at the top. */
static const struct top_file {
    const char *path;
    bool listed; /* in the tag manifest */
} top_files[] = {
    {"bag-info.txt", true},
    {"bagit.txt", true},
    {"manifest-sha256.txt", true},
    {"tagmanifest-sha256.txt", false},
};
enum { TOP_FILES = sizeof top_files / sizeof top_files[0] };

static bool is_payload(const char *path)
{
    return strncmp(path, "data/", strlen("data/")) == 0;
}

static const struct top_file *find_top_file(const char *path)
{
    for (size_t i = 0; i < TOP_FILES; i++)
        if (strcmp(top_files[i].path, path) == 0)
            return &top_files[i];
    return NULL;
}

/* What could not be read to its end has been told of. */
static bool is_read(const struct fg_bag_file *file)
{
    return file != NULL && file->sha256[0] != '\0';
}

static bool is_seal(const char *path)
{
    for (int kind = 0; kind < FG_SEAL_KINDS; kind++)
        if (strcmp(fg_seal_file(kind), path) == 0)
            return true;
    return false;
}

bool fg_bag_is_pack(const struct fg_bag *bag)
{
    return fg_bag_find(bag, "bagit.txt") != NULL || fg_bag_find(bag, payload_manifest) != NULL ||
           fg_bag_find(bag, tag_manifest) != NULL;
}

const char *fg_bag_digest(const struct fg_bag *bag)
{
    const struct fg_bag_file *file = fg_bag_find(bag, tag_manifest);
    return file == NULL ? "" : file->sha256;
}

/* ---- Structure ---- */

static void check_declaration(const struct fg_bag *bag, struct fg_findings *findings)
{
    static const char text[] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    const struct fg_bag_file *file = fg_bag_find(bag, "bagit.txt");
    if (is_read(file) && (file->text.len != strlen(text) || memcmp(file->text.data, text, file->text.len) != 0))
        fg_findings_add(findings, "malformed", "bagit.txt", "it does not declare BagIt 1.0 in UTF-8, and nothing else");
}

int fg_bag_info(const struct fg_bag *bag, const char *label, struct fg_buf *ret_value, struct fg_error *err)
{
    const struct fg_bag_file *file = fg_bag_find(bag, "bag-info.txt");
    size_t length = strlen(label);
    for (const char *at = file == NULL ? NULL : fg_buf_text(&file->text); at != NULL && *at != '\0';) {
        const char *feed = strchr(at, '\n');
        size_t len = feed == NULL ? strlen(at) : (size_t)(feed - at);
        if (len > length + 1 && strncmp(at, label, length) == 0 && memcmp(at + length, ": ", 2) == 0) {
            fg_buf_clear(ret_value);
            fg_buf_add(ret_value, at + length + 2, len - length - 2);
            return ret_value->failed ? fg_error_memory(err) : 0;
        }
        at = feed == NULL ? NULL : feed + 1;
    }
    return 1;
}

/* Files that are not what they were do not add up to what they did. */
static bool is_payload_whole(const struct fg_bag *bag, const struct fg_findings *hashes)
{
    for (size_t i = 0; i < hashes->count; i++)
        if (is_payload(hashes->list[i].which))
            return false;
    return !bag->damaged;
}

int fg_bag_check_oxum(const struct fg_bag *bag, const struct fg_findings *hashes, struct fg_findings *findings,
                      struct fg_error *err)
{
    FG_BUF_AUTO said = FG_BUF_INIT;
    char counted[48];
    uint64_t bytes = 0, count = 0;
    for (size_t i = 0; i < bag->count; i++) {
        count += is_payload(bag->files[i].path);
        bytes += is_payload(bag->files[i].path) ? bag->files[i].size : 0;
    }
    snprintf(counted, sizeof counted, "%" PRIu64 ".%" PRIu64, bytes, count);
    bool asked = is_read(fg_bag_find(bag, "bag-info.txt")) && is_payload_whole(bag, hashes);
    int status = asked ? fg_bag_info(bag, "Payload-Oxum", &said, err) : 0;
    if (status < 0)
        return -1;
    if (status == 1)
        fg_findings_add(findings, "malformed", "bag-info.txt", "it has no Payload-Oxum");
    else if (said.len > 0 && strcmp(said.data, counted) != 0)
        fg_findings_add(findings, "malformed", "bag-info.txt", "Payload-Oxum is %s, but the payload is %s", said.data, counted);
    return 0;
}

/* Signatures and time-stamps are looked at elsewhere; other files are no part of what fargauge writes. */
static void check_top(const struct fg_bag *bag, struct fg_findings *findings)
{
    for (size_t i = 0; i < TOP_FILES; i++)
        if (fg_bag_find(bag, top_files[i].path) == NULL)
            fg_findings_add(findings, "missing", top_files[i].path, NULL);
    for (size_t i = 0; i < bag->count; i++) {
        const char *path = bag->files[i].path;
        bool weak = strncmp(path, "manifest-", 9) == 0 || strncmp(path, "tagmanifest-", 12) == 0;
        if (is_payload(path) || find_top_file(path) != NULL || is_seal(path))
            continue;
        fg_findings_add(findings, "added", path, "%s",
                        weak ? "a manifest of another algorithm, which proves nothing here"
                        : strcmp(path, "fetch.txt") == 0 ? "it names files that lie elsewhere; nothing is fetched"
                                                         : "no part of what fargauge packs");
    }
}

int fg_bag_check_structure(const struct fg_bag *bag, struct fg_findings *findings, struct fg_error *err)
{
    check_declaration(bag, findings);
    check_top(bag, findings);
    return fg_findings_check(findings, err);
}

/* ---- Manifests ---- */

/* One manifest beside what lies there. */
struct compared {
    const struct fg_bag *bag;
    const struct fg_manifest *manifest;
    const char *name;
    struct fg_findings *findings;
};

static const struct fg_manifest_line *find_line(const struct fg_manifest *manifest, const char *path)
{
    size_t low = 0, high = manifest->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(manifest->lines[middle].path, path);
        if (order == 0)
            return &manifest->lines[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Beyond so many findings nobody looks for where each file went, and looking takes a walk through all of them. */
enum { SEARCHED_MAX = 1000 };

/* A file that is not listed under its own name, or not with these bytes, but has those that the line asks for. */
static const struct fg_bag_file *find_elsewhere(const struct compared *compared, const struct fg_manifest_line *line)
{
    bool worth = line->sha256[0] != '\0' && compared->findings->count < SEARCHED_MAX;
    for (size_t i = 0; worth && i < compared->bag->count; i++) {
        const struct fg_bag_file *file = &compared->bag->files[i];
        if (strcmp(file->sha256, line->sha256) != 0 || strcmp(file->path, line->path) == 0)
            continue;
        const struct fg_manifest_line *own = find_line(compared->manifest, file->path);
        if (own == NULL || strcmp(own->sha256, file->sha256) != 0)
            return file;
    }
    return NULL;
}

static void check_line(const struct compared *compared, const struct fg_manifest_line *line)
{
    const struct fg_bag_file *file = fg_bag_find(compared->bag, line->path);
    if (file != NULL && (file->sha256[0] == '\0' || strcmp(file->sha256, line->sha256) == 0))
        return; /* damage was told of */
    const struct fg_bag_file *other = find_elsewhere(compared, line);
    const struct fg_manifest_line *own = other == NULL ? NULL : find_line(compared->manifest, other->path);
    if (file == NULL && other != NULL)
        fg_findings_add(compared->findings, "renamed", line->path, "it is now %s", other->path);
    else if (file == NULL)
        fg_findings_add(compared->findings, "missing", line->path, "%s lists it", compared->name);
    else if (other != NULL && own != NULL && strcmp(own->sha256, file->sha256) == 0)
        fg_findings_add(compared->findings, "exchanged", line->path, "with %s", other->path);
    else
        fg_findings_add(compared->findings, "changed", line->path, "SHA-256 is %.12s…, %s has %.12s…", file->sha256,
                        compared->name, line->sha256[0] == '\0' ? "none" : line->sha256);
}

/* Whether a missing line's file was found here. */
static bool is_renamed(const struct compared *compared, const struct fg_bag_file *file)
{
    bool worth = compared->findings->count < SEARCHED_MAX;
    for (size_t i = 0; worth && i < compared->manifest->count; i++) {
        const struct fg_manifest_line *line = &compared->manifest->lines[i];
        if (strcmp(line->sha256, file->sha256) == 0 && fg_bag_find(compared->bag, line->path) == NULL)
            return true;
    }
    return false;
}

static int compare_with(const struct fg_bag *bag, const char *name, bool payload, struct fg_findings *findings,
                        struct fg_error *err)
{
    const struct fg_bag_file *file = fg_bag_find(bag, name);
    struct fg_manifest manifest;
    if (!is_read(file))
        return 0; /* told of */
    if (fg_manifest_read(file, findings, &manifest, err) < 0)
        return -1;
    const struct compared compared = {bag, &manifest, name, findings};
    for (size_t i = 0; i < manifest.count; i++) {
        const char *path = manifest.lines[i].path;
        const struct top_file *top = find_top_file(path);
        if (payload ? !is_payload(path) : top == NULL || !top->listed)
            fg_findings_add(findings, "malformed", name, "line %zu: %s does not belong here", manifest.lines[i].number,
                            path);
        else
            check_line(&compared, &manifest.lines[i]);
    }
    for (size_t i = 0; i < bag->count; i++) {
        const struct top_file *top = find_top_file(bag->files[i].path);
        if (!(payload ? is_payload(bag->files[i].path) : top != NULL && top->listed) ||
            find_line(&manifest, bag->files[i].path) != NULL || is_renamed(&compared, &bag->files[i]))
            continue;
        fg_findings_add(findings, "added", bag->files[i].path, "%s does not list it", name);
    }
    fg_manifest_done(&manifest);
    return 0;
}

int fg_bag_check_manifests(const struct fg_bag *bag, struct fg_findings *findings, struct fg_error *err)
{
    if (compare_with(bag, payload_manifest, true, findings, err) < 0 ||
        compare_with(bag, tag_manifest, false, findings, err) < 0)
        return -1;
    return fg_findings_check(findings, err);
}
