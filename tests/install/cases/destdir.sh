# meson install into DESTDIR: what lands where, with which modes, and nothing else.
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
    "$FARGAUGE" --help | sed -n 's,^  \([a-z][a-z]*\)  .*,share/man/man1/fargauge-\1.1,p'
    echo share/man/man1/fargauge.1
    for name in csv pack templates waivers; do echo "share/man/man5/fargauge-$name.5"; done
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
for pair in bash:bash-completion/completions/fargauge.bash zsh:zsh/site-functions/_fargauge fish:fish/vendor_completions.d/fargauge.fish; do
  "$FARGAUGE" completion "${pair%%:*}" >script
  ok "${pair%%:*}: what completion prints" cmp script "$prefix/share/${pair#*:}"
done
ok 'the samples report as those in the source do' sh -c '"$1/bin/fargauge" report "$1/share/doc/fargauge/samples" --out installed --quiet --exit-zero && [ -s installed/report.html ]' - "$prefix"
