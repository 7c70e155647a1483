/* SPDX-License-Identifier: MIT */
#include "cmd/libraries.h"

#include <archive.h>
#include <csv.h>
#include <libxml/xmlversion.h>
#include <libxml/parser.h>
#include <openssl/crypto.h>
#include <sqlite3.h>
#include <zlib.h>
#ifdef FG_SECCOMP
#include <seccomp.h>
#endif

#include "cmd/revision.h"
#include "ingest/value.h"

void fg_print_libraries(FILE *to)
{
    if (FG_REVISION[0] != '\0')
        fprintf(to, "  built from %s\n", FG_REVISION);
    fprintf(to, "  SQLite %s\n", sqlite3_libversion());
    fprintf(to, "  libxml2 %s (built with %s)\n", xmlParserVersion, LIBXML_DOTTED_VERSION);
    fprintf(to, "  cJSON %s\n", fg_value_library_version());
    fprintf(to, "  libcsv %d.%d.%d\n", CSV_MAJOR, CSV_MINOR, CSV_RELEASE);
    fprintf(to, "  zlib %s\n", zlibVersion());
    fprintf(to, "  %s\n", archive_version_string());
    fprintf(to, "  %s\n", OpenSSL_version(OPENSSL_VERSION));
#ifdef FG_SECCOMP
    const struct scmp_version *seccomp = seccomp_version();
    fprintf(to, "  libseccomp %u.%u.%u\n", seccomp->major, seccomp->minor, seccomp->micro);
#endif
}
