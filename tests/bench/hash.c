/* SPDX-License-Identifier: MIT */
/*
 * The limit of anything that says which bytes it read: read() 256 KiB at a time, and SHA-256.
 *
 *     hash FILE
 */
#include <fcntl.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <unistd.h>

static unsigned char window[256 * 1024];

static int hash(int file, EVP_MD_CTX *context)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    ssize_t got;
    if (EVP_DigestInit_ex(context, EVP_sha256(), NULL) != 1)
        return -1;
    while ((got = read(file, window, sizeof window)) > 0)
        if (EVP_DigestUpdate(context, window, (size_t)got) != 1)
            return -1;
    return got == 0 && EVP_DigestFinal_ex(context, digest, NULL) == 1 ? 0 : -1;
}

int main(int argc, char **argv)
{
    int file = argc == 2 ? open(argv[1], O_RDONLY) : -1;
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int status = file < 0 || context == NULL ? -1 : hash(file, context);
    EVP_MD_CTX_free(context);
    if (status < 0)
        fprintf(stderr, "hash: %s: not read to its end\n", argc == 2 ? argv[1] : "no file");
    return status < 0;
}
