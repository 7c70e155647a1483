#!/bin/sh
# SPDX-License-Identifier: MIT
# generated.sh SOURCE_ROOT: docs/schema.md is what its generator gives, and the generator finds what has no comment.
set -u
cd "${1:?usage: generated.sh SOURCE_ROOT}" || exit 1
command -v sqlite3 >/dev/null || { echo '1..0 # SKIP sqlite3 is not here'; exit 0; }
scratch=$(mktemp -d "${TMPDIR:-/tmp}/fargauge-generated.XXXXXX") || exit 1
trap 'rm -rf "$scratch"' EXIT
number=0
failed=0
check() { # check DESCRIPTION COMMAND...
  description=$1
  shift
  number=$((number + 1))
  if "$@" >"$scratch/said" 2>&1; then
    echo "ok $number - $description"
  else
    failed=1
    echo "not ok $number - $description"
    head -40 "$scratch/said" | sed 's/^/#   /'
  fi
}

up_to_date() { tools/schema_doc >"$scratch/schema.md" && diff docs/schema.md "$scratch/schema.md"; }

# A copy in which a table gets one more column of another name.
spoiled() {
  mkdir "$scratch/copy" && cp -R sql tools "$scratch/copy/" || return 1
  echo "$1" >"$scratch/copy/sql/schema/999_spoiled.sql"
  ! "$scratch/copy/tools/schema_doc" >"$scratch/out" 2>"$scratch/err" && grep -qx "undocumented: $2" "$scratch/err"
  found=$?
  cat "$scratch/err"
  rm -r "$scratch/copy"
  return $found
}

check 'docs/schema.md is what tools/schema_doc gives (then: tools/schema_doc >docs/schema.md)' up_to_date
check 'a column without a comment is named' spoiled 'alter table gap add column whatever text;' gap.whatever
check 'a table without a place is named' spoiled 'create table whatever (id integer primary key) strict;' whatever
check 'a comment on a column that is no more is named' spoiled 'alter table gap rename column expected to wanted;' \
  'no such table or column: gap.expected'
echo "1..$number"
exit $failed
