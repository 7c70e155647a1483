# meson install into DESTDIR: what lands where, with which modes, and nothing else; docs/install.md tells of it.
DESTDIR=$PWD/root
export DESTDIR
umask 077
ok 'meson install' meson install -C "$BUILD" --no-rebuild
unset DESTDIR
prefix=root$(sed -n 's/.*"prefix", "value": "\([^"]*\)".*/\1/p' "$BUILD/meson-info/intro-buildoptions.json")
[ -d "$prefix" ] || prefix=root/usr/local

listed() { # FOLDER
  (cd "$1" && find . -type f | sed 's,^\./,,' | LC_ALL=C sort)
}

# The folders that the documents and samples come from are copied whole.
{
  echo bin/fargauge
  echo share/bash-completion/completions/fargauge.bash
  echo share/fish/vendor_completions.d/fargauge.fish
  echo share/zsh/site-functions/_fargauge
  for name in CHANGELOG.md LICENSE README.md fargauge.spdx.json; do echo "share/doc/fargauge/$name"; done
  (cd "$SOURCE_ROOT" && find samples docs -type f ! -path 'docs/man/*' | sed 's,^,share/doc/fargauge/,')
  if [ "${facts#* manual }" != "$facts" ]; then
    (cd "$SOURCE_ROOT/docs/man" && ls ./*.[1-9].scd) | sed -n 's,^\./\(.*\.\([1-9]\)\)\.scd$,share/man/man\2/\1,p'
  fi
} | LC_ALL=C sort >wanted
listed "$prefix" >found
ok 'exactly these files' diff wanted found
ok 'nothing outside of the prefix' sh -c '[ "$(find root -type f | wc -l)" = "$(wc -l <found)" ]'
ok 'everybody may read them' sh -c '[ -z "$(find root ! -type l ! -perm -444)" ]'
ok 'nobody but the owner may write them' sh -c '[ -z "$(find root ! -type l -perm /022)" ]'
ok 'only the program may be run' sh -c '[ "$(find root -type f -perm /111)" = "$1/bin/fargauge" ]' - "$prefix"
ok 'no header and no library' sh -c '! find root -name "*.h" -o -name "*.a" -o -name "*.so*" -o -name "*.pc" | grep .'
ok 'the program that lies there runs' "$prefix/bin/fargauge" --version
if [ "${facts#* manual }" != "$facts" ] && man --version 2>/dev/null | grep -q '^man '; then
  for page in "$prefix"/share/man/man*/*; do
    section=${page##*.} name=${page##*/}
    ok "man finds ${name%.*} in section $section" sh -c 'MANPATH=$1 LC_ALL=C man -w "$2" "$3" | grep -qF "/man$2/$3.$2"' - "$PWD/$prefix/share/man" "$section" "${name%.*}"
  done
fi
for pair in bash:bash-completion/completions/fargauge.bash zsh:zsh/site-functions/_fargauge fish:fish/vendor_completions.d/fargauge.fish; do
  "$FARGAUGE" completion "${pair%%:*}" >script
  ok "${pair%%:*}: what completion prints" cmp script "$prefix/share/${pair#*:}"
done
ok 'the samples report as those in the source do' sh -c '"$1/bin/fargauge" report "$1/share/doc/fargauge/samples" --out installed --quiet --exit-zero && [ -s installed/report.html ]' - "$prefix"
sed -n "s/^option('\([a-z_]*\)'.*/\1/p" "$SOURCE_ROOT/meson_options.txt" | while read -r option; do
  grep -qF -- "-D$option" "$SOURCE_ROOT/docs/install.md" || echo "$option"
done >untold
ok 'docs/install.md has every option of the build' sh -c '[ ! -s untold ] || { cat untold; exit 1; }'
