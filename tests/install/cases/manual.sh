# The man pages: there for every command and every format, without a warning, and of the source's date.
if [ "${facts#* manual }" = "$facts" ]; then
  skip 'man pages' 'built without scdoc'
else
  pages=$BUILD/docs/man
  "$FARGAUGE" --help | sed -n 's/^  \([a-z][a-z]*\)  .*/fargauge-\1/p' >names
  ok 'the commands are listed' [ "$(wc -l <names)" -ge 15 ]
  { sed 's/$/.1/' names; echo fargauge.1; for format in csv pack templates waivers; do echo "fargauge-$format.5"; done; } >pages
  ok 'and these are all pages' sh -c 'ls "$1" | grep "\.[0-9]$" | LC_ALL=C sort >found; LC_ALL=C sort pages | diff - found' - "$pages"
  while read -r name; do
    if command -v man >/dev/null && command -v groff >/dev/null; then
      ok "$name: man has no warning" sh -c 'LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$1" 2>&1 >/dev/null | grep . && exit 1; exit 0' - "$pages/$name"
    else
      skip "$name: man" 'not installed'
    fi
    # scdoc itself puts empty paragraphs beside headings and indents; nothing else may be said.
    if command -v mandoc >/dev/null; then
      ok "$name: mandoc has no warning" sh -c 'mandoc -T lint -W warning "$1" | grep -v "skipping paragraph macro" && exit 1; exit 0' - "$pages/$name"
    else
      skip "$name: mandoc" 'not installed'
    fi
    ok "$name: the heading" grep -q "^\.TH \"${name%.*}\" \"${name##*.}\" \"$(date -u -d "@$("$SOURCE_ROOT/tools/revision" --time)" +%Y-%m-%d)\"" "$pages/$name"
    nok "$name: no directive is left" grep -nE '^; |@[A-Z]+@' "$pages/$name"
  done <pages
  # Each option of --help is on the page.
  while read -r name; do
    "$FARGAUGE" "${name#fargauge-}" --help | sed -n 's/^  --\([a-z0-9-]*\).*/\1/p' >options
    ok "$name: options" sh -c '[ -s options ] && sed "s/\\\\-/-/g" "$1" >page && while read -r o; do grep -q -e "--$o\\\\fR" page || { echo "$o"; exit 1; }; done <options' - "$pages/$name.1"
  done <names
  ok 'spoiled, mandoc notices: the check can fail' sh -c 'command -v mandoc >/dev/null || exit 0; { cat "$1"; echo ".XX what"; } >bad.1; mandoc -T lint -W warning bad.1 | grep -v "skipping paragraph macro" | grep -q "unknown macro"' - "$pages/fargauge.1"
fi
