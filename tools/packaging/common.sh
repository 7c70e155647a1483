# SPDX-License-Identifier: MIT
# What the parts of tools/package are written with. It gives $root (the source), $work, $parts and $version.
set -eu
place=$work/$word
rm -rf "$place"
mkdir -p "$place"
log=$place/log

fail() {
  echo "tools/package: $word: $1" >&2
  [ ! -s "$log" ] || tail -n 40 "$log" >&2
  exit 1
}

# quietly WHAT COMMAND...: its output goes to the log, and is shown where it fails.
quietly() {
  quietly_what=$1
  shift
  "$@" >>"$log" 2>&1 || fail "$quietly_what"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  else sudo "$@"
  fi
}

# export_source FOLDER: the commit that is checked out, or this tree where it is no repository.
export_source() {
  mkdir -p "$1"
  if [ -e "$root/.git" ]; then
    git -C "$root" -c safe.directory="$root" archive HEAD | tar -x -C "$1"
    [ -z "$(git -C "$root" status --porcelain 2>/dev/null)" ] ||
      echo "tools/package: $word: what is not committed is not in it" >&2
  else
    (cd "$root" && tar -c --exclude='./build*' .) | tar -x -C "$1"
  fi
}

# manual SOURCE: where each of its man pages is installed.
manual() { (cd "$1/docs/man" && ls ./*.[1-9].scd) | sed -n 's,^\./\(.*\.\([1-9]\)\)\.scd$,/usr/share/man/man\2/\1,p'; }

# When the source was made.
source_time() { "$root/tools/revision" --time; }

# new_debian FOLDER: the smallest Debian, of the release that runs here. Made once for all words, then copied.
new_debian() {
  if [ ! -s "$work/debian.tar" ]; then
    codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
    as_root rm -rf "$work/debian"
    quietly 'debootstrap' as_root debootstrap --variant=minbase "$codename" "$work/debian" http://deb.debian.org/debian
    as_root tar -C "$work/debian" -cf "$work/debian.tar.new" .
    mv "$work/debian.tar.new" "$work/debian.tar"
    as_root rm -rf "$work/debian"
  fi
  mkdir -p "$1"
  as_root tar -C "$1" -xpf "$work/debian.tar"
}

# within FOLDER COMMAND...: run it in that root, with nothing of this environment.
within() {
  within_root=$1
  shift
  as_root env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive chroot "$within_root" "$@"
}

# within_mounted FOLDER COMMAND...: the same with /proc and terminals, which are gone with the command.
within_mounted() {
  as_root unshare --mount sh -eu -c '
    mount -t proc proc "$0/proc"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$0/dev/pts"
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root chroot "$0" "$@"' "$@"
}

# report_on_samples COMMAND...: it must make reports of `samples` in `out`, with failures found and nothing rejected.
report_on_samples() {
  report_status=0
  "$@" >>"$log" 2>&1 || report_status=$?
  [ "$report_status" = 1 ] || fail "report on the samples: exit code $report_status"
}
