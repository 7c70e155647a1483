/* SPDX-License-Identifier: MIT */
/*
 * Seals: signatures and time-stamps over a pack's tagmanifest-sha256.txt, made and checked without a network.
 *
 *   CMS (RFC 5652)     detached, DER: `openssl cms -verify` reads it
 *   sshsig             OpenSSH's PROTOCOL.sshsig, namespace fargauge-pack: `ssh-keygen -Y verify` reads it
 *   time-stamp         RFC 3161, a TimeStampResp: `openssl ts -verify` reads it
 *
 * A seal lies beside the file that it seals and is named after it, `FILE.SUFFIX`. None is in the tag manifest, which is
 * what they are about.
 *
 * What a seal proves: a signature that a key was used, never when; a time-stamp that what it stamps existed at its time,
 * never who made it. So a certificate that has expired since is good only where a trusted time-stamp over the *signature*
 * lies within its validity: one over the tag manifest says how old that is, and nothing of when it was signed. For the
 * same reason our CMS signatures hold no signingTime: it is a claim that nothing proves.
 *
 * Hostile bytes are an answer (FG_SEAL_MALFORMED), never an error. Nothing here reads the clock or the network.
 */
#ifndef FARGAUGE_SEAL_H
#define FARGAUGE_SEAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fargauge/buf.h"
#include "fargauge/error.h"

#define FG_SEAL_MANIFEST "tagmanifest-sha256.txt"
#define FG_SEAL_NAMESPACE "fargauge-pack"

enum fg_seal_kind {
    FG_SEAL_CMS,           /* tagmanifest-sha256.txt.p7s */
    FG_SEAL_SSH,           /* tagmanifest-sha256.txt.sig */
    FG_SEAL_MANIFEST_TIME, /* tagmanifest-sha256.txt.tsr: the time-stamp of the manifest */
    FG_SEAL_CMS_TIME,      /* tagmanifest-sha256.txt.p7s.tsr: of the CMS signature, and so of the manifest too */
    FG_SEAL_SSH_TIME,      /* tagmanifest-sha256.txt.sig.tsr */
    FG_SEAL_KINDS,
};

/* A seal larger than this is FG_SEAL_MALFORMED; real ones have a few KB. Readers need not read further. */
enum { FG_SEAL_LIMIT = 1 << 20 };

/* The file's name in a pack: "tagmanifest-sha256.txt.p7s". */
const char *fg_seal_file(enum fg_seal_kind kind);

enum fg_seal_status {
    FG_SEAL_ABSENT,        /* there is no such file */
    FG_SEAL_TRUSTED,       /* it is right, and made by whom the trust given vouches for */
    FG_SEAL_NOBODY_ASKED,  /* it is right; no trust was given to say by whom */
    FG_SEAL_UNTRUSTED,     /* it is right; the trust given does not know the signer */
    FG_SEAL_EXPIRED,       /* the signer is known, but was not (or no longer) valid at the time it is judged at */
    FG_SEAL_NOT_YET_VALID, /* the signer is known, but was not valid yet */
    FG_SEAL_WRONG_PURPOSE, /* time-stamp: the certificate is not one for time-stamping; CMS: one for servers, or not for
                            * signing; sshsig: another namespace */
    FG_SEAL_WEAK,          /* SHA-1, RSA below 2048 bits and the like */
    FG_SEAL_OTHER_CONTENT, /* it is over other bytes than these */
    FG_SEAL_WRONG,         /* the signature does not fit: it, or what it is over, was changed */
    FG_SEAL_UNSUPPORTED,   /* a form that fargauge does not check */
    FG_SEAL_MALFORMED,     /* no seal of its kind */
    FG_SEAL_STATUSES,
};

/* A stable snake_case code, "trusted", and a sentence without a stop, "the signature is right and its signer trusted". */
const char *fg_seal_status_code(enum fg_seal_status status);
const char *fg_seal_status_text(enum fg_seal_status status);

/* False for what proves the seal wrong or leaves it unproved; true for TRUSTED, NOBODY_ASKED and ABSENT. */
bool fg_seal_status_is_fine(enum fg_seal_status status);

/* Bytes that are borrowed during a call. NULL: there are none. */
struct fg_seal_bytes {
    const void *bytes;
    size_t len;
};

/* Texts are UTF-8, "" where not known, and may hold anything that a certificate or a file holds: show them as data. */
struct fg_seal_result {
    enum fg_seal_status status;
    char signer[256];      /* the certificate's subject (RFC 4514); of sshsig the principals of allowed_signers */
    char issuer[256];      /* the certificate's */
    char serial[64];       /* the certificate's, hexadecimal */
    char fingerprint[128]; /* "SHA256:" and the certificate's SHA-256, hexadecimal; of SSH keys as ssh-keygen -l shows it */
    char algorithm[64];    /* "RSA 3072, SHA-256" */
    int64_t valid_from;    /* ms since 1970; 0: not known, or without limit */
    int64_t valid_until;   /* the same */
    int64_t judged_at;     /* the time that validity was judged at; of a time-stamp its own time. 0: it did not come to that */
    bool time_proved;      /* judged_at is the time of a trusted time-stamp over this seal, not the caller's now */
    char detail[256];      /* why, in words; "" where there is nothing to add to the status's text */
};

struct fg_seal_trust {
    const char *ca;              /* PEM: certificates that vouch for CMS signers; NULL: none given */
    const char *tsa_ca;          /* PEM: those that vouch for time-stamps; NULL */
    const char *allowed_signers; /* as ssh-keygen -Y verify -f takes; NULL */
    const char *identity;        /* of allowed_signers only what is for this principal; NULL: any */
    int64_t now;                 /* ms since 1970: what is valid without a proof of time must be so now (fg_time_now()) */
};

/* Check one seal over `content`. The signer must be valid at the time `at`, which a time-stamp over the signature proves; 0: at
 * trust->now. Return 0 with *ret_result filled, whatever the seal is; errors are the trust files' (FG_USAGE, FG_IO) and
 * memory's. */
int fg_seal_check_cms(struct fg_seal_bytes content, struct fg_seal_bytes seal, const struct fg_seal_trust *trust,
                      int64_t at, struct fg_seal_result *ret_result, struct fg_error *err);
int fg_seal_check_ssh(struct fg_seal_bytes content, struct fg_seal_bytes seal, const struct fg_seal_trust *trust,
                      int64_t at, struct fg_seal_result *ret_result, struct fg_error *err);

/* The same for a time-stamp over `stamped`; the certificate must be valid at the time-stamp's own time, result.judged_at. */
int fg_seal_check_time(struct fg_seal_bytes stamped, struct fg_seal_bytes seal, const struct fg_seal_trust *trust,
                       struct fg_seal_result *ret_result, struct fg_error *err);

/* All seals of a pack, `seals` by kind: the time-stamps first, then each signature at the time that its trusted
 * time-stamp proves, else now. `results` has FG_SEAL_KINDS places. This is the one that `verify` wants. */
int fg_seal_check_all(struct fg_seal_bytes manifest, const struct fg_seal_bytes seals[FG_SEAL_KINDS],
                      const struct fg_seal_trust *trust, struct fg_seal_result results[FG_SEAL_KINDS],
                      struct fg_error *err);

/* A key to sign with; its memory is cleansed when it is closed. */
struct fg_seal_key;

#define FG_SEAL_KEY_AUTO __attribute__((cleanup(fg_seal_key_done))) struct fg_seal_key

/* Where a key is. Everything is borrowed during the call only. */
struct fg_seal_key_place {
    const char *key;             /* PEM (PKCS#8 and older forms), or OpenSSH's own form; or NULL */
    const char *certificate;     /* PEM, of `key`; NULL for sshsig */
    const char *chain;           /* PEM: certificates between it and the CA; NULL: those in `certificate`, if any */
    const char *p12;             /* PKCS#12 with all of them, instead */
    const char *passphrase_file; /* its first line opens key or p12; NULL: they need none */
};

/* Read the key. Files that others than their owner may read are refused, as are keys that are too weak. *ret_key is the
 * caller's. Errors: FG_USAGE (what is wrong with the key), FG_IO; no message holds any of a key or a passphrase. */
int fg_seal_key_open(const struct fg_seal_key_place *place, struct fg_seal_key **ret_key, struct fg_error *err);
void fg_seal_key_close(struct fg_seal_key *key);
void fg_seal_key_done(struct fg_seal_key **key);

/* Sign `content`; the seal is appended to `out`. Where key and algorithm allow it (RSA, Ed25519) the same bytes come every
 * time. Errors: FG_USAGE where the key cannot do it, FG_IO. */
int fg_seal_sign_cms(struct fg_seal_bytes content, const struct fg_seal_key *key, struct fg_buf *out, struct fg_error *err);
int fg_seal_sign_ssh(struct fg_seal_bytes content, const struct fg_seal_key *key, struct fg_buf *out, struct fg_error *err);

/* The TimeStampReq (DER) for `stamped`: SHA-256, certificates wanted, no nonce, so the same bytes every time. */
int fg_seal_time_request(struct fg_seal_bytes stamped, struct fg_buf *out, struct fg_error *err);

/* What an authority gave back, a TimeStampResp or a bare token, as the TimeStampResp to be kept. Returns 1, with
 * nothing appended and err filled (without the file's name), where it grants nothing or is none. What
 * it is over fg_seal_check_time() says. */
int fg_seal_time_response(struct fg_seal_bytes answer, struct fg_buf *out, struct fg_error *err);

#endif
