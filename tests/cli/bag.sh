# SPDX-License-Identifier: MIT
# BagIt 1.0 (RFC 8493), read a second time: what a validator checks, with the tools that every system has. Sourced.

# is_bag DIR: exit code 0 where DIR is a whole and valid bag; else what is wrong is said.
is_bag() (
  cd "$1" || exit 1
  wrong() { echo "$*"; exit 1; }
  printf 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' | cmp -s - bagit.txt || wrong 'bagit.txt'
  [ -z "$(ls -A | grep -vxE 'bagit\.txt|bag-info\.txt|(tag)?manifest-sha256\.txt|tagmanifest-sha256\.txt\.(p7s|sig|tsr)|data')" ] ||
    wrong "at the top: $(ls -A)"
  for manifest in manifest-sha256.txt tagmanifest-sha256.txt; do
    LC_ALL=C grep -nvE '^[0-9a-f]{64}  [^ /*]' "$manifest" && wrong "a line of $manifest"
    LC_ALL=C grep -nE '  (.*/)?\.\.?(/|$)' "$manifest" && wrong "a path of $manifest"
    cut -c67- "$manifest" | LC_ALL=C sort -c || wrong "$manifest is not sorted"
    [ -z "$(cut -c67- "$manifest" | LC_ALL=C sort | uniq -d)" ] || wrong "a name twice in $manifest"
    sha256sum --quiet --strict -c "$manifest" || wrong "$manifest does not fit"
  done
  [ "$(cut -c67- tagmanifest-sha256.txt | tr '\n' ' ')" = 'bag-info.txt bagit.txt manifest-sha256.txt ' ] ||
    wrong 'what the tag manifest names'
  find data -type f | LC_ALL=C sort >"$scratch/payload"
  cut -c67- manifest-sha256.txt | sed 's/%25/%/g' | cmp - "$scratch/payload" ||
    wrong 'the payload is not what the manifest names'
  [ -z "$(find . ! -type f ! -type d)" ] || wrong 'something that is no file'
  bytes=$(find data -type f -exec cat {} + | wc -c)
  grep -qx "Payload-Oxum: $((bytes)).$(($(wc -l <"$scratch/payload")))" bag-info.txt || wrong 'Payload-Oxum'
  LC_ALL=C grep -nvE '^[A-Za-z-]+: [^ ].*$' bag-info.txt && wrong 'a line of bag-info.txt'
  if command -v bagit.py >/dev/null 2>&1; then
    bagit.py --quiet --validate . || wrong bagit.py
  fi
  exit 0
)

# unpack ARCHIVE DIR: its one top folder becomes DIR.
unpack() {
  rm -rf "$scratch/unpacked" "$2"
  mkdir "$scratch/unpacked"
  case $1 in
    *.zip) unzip -q "$1" -d "$scratch/unpacked" ;;
    *) tar -xzf "$1" -C "$scratch/unpacked" ;;
  esac || return 1
  [ "$(ls -A "$scratch/unpacked" | wc -l)" -eq 1 ] || { ls -A "$scratch/unpacked"; return 1; }
  mv "$scratch/unpacked"/* "$2"
}

# nothing_left [DIR]: no temporary folder of a pack stays.
nothing_left() {
  [ -z "$(find "${1:-.}" -name '.*.tmp')" ] || { find "${1:-.}" -name '.*.tmp'; return 1; }
}
