#!/bin/sh
# SPDX-License-Identifier: MIT
# Compile every header alone, twice in a row (its guard), as strict C17.
# Usage: headers.sh SOURCE_ROOT COMPILER...
set -u
root=$1
shift
cd "$root" || exit 1
libraries=$(pkg-config --cflags libxml-2.0 sqlite3 libcrypto) || exit 1

number=0
for header in $(find include/fargauge src -name '*.h' | LC_ALL=C sort); do
  number=$((number + 1))
  name=${header#include/}
  name=${name#src/}
  # $libraries is a list of options.
  # shellcheck disable=SC2086
  if printf '#include "%s"\n#include "%s"\nint main(void) { return 0; }\n' "$name" "$name" |
    "$@" -std=c17 -D_XOPEN_SOURCE=700 -Wall -Wextra -Wpedantic -Wstrict-prototypes -Werror \
      $libraries -Iinclude -Isrc -fsyntax-only -x c -; then
    echo "ok $number - $header"
  else
    echo "not ok $number - $header"
  fi
done
echo "1..$number"
