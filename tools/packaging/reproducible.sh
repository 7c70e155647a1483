# SPDX-License-Identifier: MIT
# The program and all that is installed, built twice in circumstances that must not matter.
word=reproducible
. "$parts/common.sh"

# build NAME FOLDER: export, build and install.
build() {
  export_source "$2/source"
  (
    cd "$2/source"
    quietly "setup $1" meson setup "$2/build" --prefix=/usr
    quietly "build $1" ninja -C "$2/build"
    DESTDIR=$place/$1
    export DESTDIR
    quietly "install $1" meson install -C "$2/build" --no-rebuild
  )
}

unset SOURCE_DATE_EPOCH
(umask 022; TZ=UTC LC_ALL=C.UTF-8 build first "$place/a")
touch -d '2001-02-03 04:05:06' "$place/a"
(umask 077; export TZ=Pacific/Chatham LC_ALL=C LANG=ja_JP.UTF-8 HOME=/nonexistent USER=somebody CCACHE_DISABLE=1
  build second "$place/another folder, with a longer name/b")
diff -r "$place/first" "$place/second" >>"$log" 2>&1 || fail 'two builds differ'
(cd "$place/first" && find . -printf '%M %p\n' | LC_ALL=C sort) >"$place/first.list"
(cd "$place/second" && find . -printf '%M %p\n' | LC_ALL=C sort) >"$place/second.list"
diff "$place/first.list" "$place/second.list" >>"$log" 2>&1 || fail 'modes or names differ'
if grep -rlF -e "$place" "$place/first" >>"$log"; then
  fail 'a path of the build is in what is installed'
fi
quietly 'hardening' sh "$root/tests/install/run" hardening "$place/a/build" "$place/first/usr/bin/fargauge" "$place/first/usr/bin/fargauge" fortified
echo "reproducible: $(find "$place/first" -type f | wc -l) files are the same from two folders, masks, locales and time zones; sha256:$(sha256sum "$place/first/usr/bin/fargauge" | cut -c1-64)"
