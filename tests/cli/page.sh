# SPDX-License-Identifier: MIT
# Pages are walked through as they stand there. Sourced by cases.
#
# walk PAGE: its ```sh blocks run in order, in one shell, in a fresh folder where a clone's README would find itself: with
# samples/, build/ and fargauge on the path. page.awk says what the fences mean. Afterwards $walked is the folder,
# $shown the one with what each block printed.
#
# walks WHAT PROGRAM...: the programs are there, else a check is skipped.
walks() {
  walks_what=$1
  shift
  missing=
  for tool in "$@"; do
    command -v "$tool" >/dev/null || missing="$missing $tool"
  done
  [ -z "$missing" ] || skip "the walk through $walks_what" "needs$missing"
  [ -z "$missing" ]
}

walk() {
  mark=$(printf %s "$1" | tr / _)
  shown=$scratch/shown.$mark
  walked=$PWD/walked.$mark
  mkdir "$shown" "$walked" "$walked/build"
  awk -v shown="$shown" -v name="$1" -f "$SOURCE_ROOT/tests/cli/page.awk" "$SOURCE_ROOT/$1" >"$shown/walk.sh"
  ln -s "$FARGAUGE" "$walked/build/fargauge"
  for part in samples sql docs templates tests tools; do
    ln -s "$SOURCE_ROOT/$part" "$walked/$part"
  done
  (cd "$walked" && SAMPLES=$SAMPLES PATH=$walked/build:$PATH sh -eu "$shown/walk.sh") </dev/null
  status=$?
  ok "$1: every command works" walked_whole
  for text in "$shown"/*.text.*; do
    [ ! -e "$text" ] || ok "$(place_of "$text"): prints what the page shows" \
      awk -f "$SOURCE_ROOT/tests/cli/shown.awk" "$text" "${text%.text.*}"
  done
  sed 's/^/# shown, not run: /' "$shown/not_run"
}

place_of() { sed 's/^# //' "${1%.text.*}.place"; }

walked_whole() {
  [ "$status" -ne 0 ] || ! grep -qE 'Sanitizer|runtime error:' "$shown"/[0-9]* || status=98
  [ "$status" -eq 0 ] || last_block
}

last_block() {
  for n in $(seq 1 99); do
    [ -e "$shown/$n" ] && last=$n
  done
  echo "exit code $status in or behind the block at $(cat "$shown/${last:-1}.place" 2>/dev/null)"
  cat "$shown/${last:-1}"
  return 1
}
