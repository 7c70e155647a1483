# SPDX-License-Identifier: MIT
# Packs to be spoilt: an audit of a few exports, its pack, and manifests that are made to fit again, so that what lies
# deeper than a hash has to find what was done.

SOURCE_DATE_EPOCH=1793520000
export SOURCE_DATE_EPOCH

# make_audit: audit.db of two runs and two assessments, with an archive, a refused file and a waiver.
make_audit() {
  mkdir given
  service good 1.4.0 >given/good.json
  service old 1.3.0 >given/old.json
  printf 'no export' >given/broken.json
  service archived 1.2.0 >inside.json
  tar -cf given/inner.tar inside.json
  rm inside.json
  "$FARGAUGE" import given --db audit.db --captured-at 2026-10-01T00:00:00Z --quiet 2>/dev/null
  "$FARGAUGE" assess --db audit.db --label first --set ECS.10.latestLinuxVersion=1.4.0 --quiet
  service later 1.4.0 >later_20261101T000000Z.json
  printf 'waiver_id,control_id,resource,account_id,reason,owner,approver,approved_at,expires_at\n' >waivers.csv
  printf 'W-1,ECS.10,arn:aws:ecs:*:service/web/old,,moving,a@example.org,b@example.org,2026-01-01,2027-12-31\n' >>waivers.csv
  "$FARGAUGE" import later_20261101T000000Z.json --waivers waivers.csv --db audit.db --max-record 5M --quiet
  "$FARGAUGE" assess --db audit.db --label second --quiet
}

# fresh: `bad`, a copy of the pack in `good`.
fresh() {
  rm -rf bad
  cp -R good bad
}

# manifest DIR FILE...: lines of a manifest, sorted by name.
manifest() {
  (
    cd "$1" || exit 1
    shift
    for file in "$@"; do
      sha256sum "$file"
    done
  )
}

# seal DIR: make Payload-Oxum and both manifests fit what lies there.
seal() {
  (cd "$1" && find data -type f -exec sha256sum {} + | LC_ALL=C sort -k 2 >manifest-sha256.txt)
  bytes=$(cd "$1" && find data -type f -exec cat {} + | wc -c | tr -d ' ')
  files=$(cd "$1" && find data -type f | wc -l | tr -d ' ')
  sed "s/^Payload-Oxum: .*/Payload-Oxum: $bytes.$files/" "$1/bag-info.txt" >oxum
  cat oxum >"$1/bag-info.txt"
  seal_tags "$1"
}

seal_tags() {
  (cd "$1" && sha256sum bag-info.txt bagit.txt manifest-sha256.txt >tagmanifest-sha256.txt)
}

# edit FILE SED: in place.
edit() {
  sed "$2" "$1" >edited && cat edited >"$1"
}

# found TEXT [ARGUMENT...]: verifying `bad` exits with 1, and says TEXT.
found() {
  found_text=$1
  shift
  fg 1 verify bad "$@"
  prints "$found_text"
}

# found_by_files TEXT: the same of what names, hashes and manifests tell: nothing is made again.
found_by_files() {
  found "$1" --no-redo
}

# changed_db SQL: spoil the packed database, and let all hashes fit.
changed_db() {
  fresh
  "$ASK" bad/data/fargauge.db "$1" >/dev/null
  seal bad
}
