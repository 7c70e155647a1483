/* SPDX-License-Identifier: MIT */
/* OpenSSH's PROTOCOL.sshsig. */
#include "seal/sshsig.h"

#include <string.h>

#include "seal/wire.h"

static const char begin_line[] = "-----BEGIN SSH SIGNATURE-----\n";
static const char end_line[] = "\n-----END SSH SIGNATURE-----";
static const char magic[] = {'S', 'S', 'H', 'S', 'I', 'G'};

enum { VERSION = 1, WIDTH = 70 };

static bool starts_with(struct fg_seal_bytes text, const char *start)
{
    return text.len >= strlen(start) && memcmp(text.bytes, start, strlen(start)) == 0;
}

/* Where the last line begins, at its line feed; only white space may stand behind it. */
static const char *find_end(const char *at, const char *end)
{
    size_t len = sizeof end_line - 1;
    for (; (size_t)(end - at) >= len; at++) {
        if (memcmp(at, end_line, len) != 0)
            continue;
        const char *rest = at + len;
        while (rest < end && (*rest == '\n' || *rest == '\r'))
            rest++;
        return rest == end ? at : NULL;
    }
    return NULL;
}

static bool parse_blob(struct fg_seal_bytes blob, struct fg_sshsig *ret_parts)
{
    if (blob.len < sizeof magic || memcmp(blob.bytes, magic, sizeof magic) != 0)
        return false;
    struct fg_wire wire = fg_wire_over(
        (struct fg_seal_bytes){(const char *)blob.bytes + sizeof magic, blob.len - sizeof magic});
    uint32_t version = fg_wire_u32(&wire);
    ret_parts->public_key = fg_wire_string(&wire);
    ret_parts->name_space = fg_wire_string(&wire);
    ret_parts->reserved = fg_wire_string(&wire);
    ret_parts->hash = fg_wire_string(&wire);
    ret_parts->signature = fg_wire_string(&wire);
    return fg_wire_ended(&wire) && version == VERSION;
}

bool fg_sshsig_parse(struct fg_seal_bytes seal, struct fg_seal_secret *blob, struct fg_sshsig *ret_parts)
{
    if (seal.len > FG_SEAL_LIMIT || !starts_with(seal, begin_line))
        return false;
    const char *text = (const char *)seal.bytes + sizeof begin_line - 1;
    const char *end = find_end(text, (const char *)seal.bytes + seal.len);
    if (end == NULL || fg_seal_secret_init(blob, (size_t)(end - text), NULL) < 0)
        return false;
    long len = fg_wire_decode(text, (size_t)(end - text), blob->bytes);
    return len >= 0 && parse_blob((struct fg_seal_bytes){blob->bytes, (size_t)len}, ret_parts);
}

int fg_sshsig_add_signed(struct fg_buf *out, const struct fg_sshsig *parts, struct fg_seal_bytes content)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    const EVP_MD *hash = NULL;
    if (fg_wire_is(parts->hash, "sha512"))
        hash = EVP_sha512();
    else if (fg_wire_is(parts->hash, "sha256"))
        hash = EVP_sha256();
    if (hash == NULL || EVP_Digest(content.bytes, content.len, digest, &size, hash, NULL) != 1)
        return -1;
    fg_buf_add(out, magic, sizeof magic);
    fg_wire_add_string(out, parts->name_space.bytes, parts->name_space.len);
    fg_wire_add_string(out, parts->reserved.bytes, parts->reserved.len);
    fg_wire_add_string(out, parts->hash.bytes, parts->hash.len);
    fg_wire_add_string(out, digest, size);
    return 0;
}

void fg_sshsig_add_armour(struct fg_buf *out, const struct fg_sshsig *parts)
{
    FG_BUF_AUTO blob = FG_BUF_INIT;
    fg_buf_add(&blob, magic, sizeof magic);
    fg_wire_add_u32(&blob, VERSION);
    fg_wire_add_string(&blob, parts->public_key.bytes, parts->public_key.len);
    fg_wire_add_string(&blob, parts->name_space.bytes, parts->name_space.len);
    fg_wire_add_string(&blob, parts->reserved.bytes, parts->reserved.len);
    fg_wire_add_string(&blob, parts->hash.bytes, parts->hash.len);
    fg_wire_add_string(&blob, parts->signature.bytes, parts->signature.len);
    fg_buf_add_text(out, begin_line);
    fg_wire_encode(out, (struct fg_seal_bytes){blob.data, blob.len}, WIDTH);
    fg_buf_add(out, end_line + 1, sizeof end_line - 2);
    fg_buf_add_char(out, '\n');
    out->failed |= blob.failed;
}
