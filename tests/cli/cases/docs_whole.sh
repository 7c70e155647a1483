# What is written holds together: links lead somewhere, every page is linked, every block says what it is, YAML can be read, the map is
# the tree, what commands name that are only shown is there, tests that docs/assurance.md names exist.
cd "$SOURCE_ROOT" || exit 1
pages="README.md CHANGELOG.md $(ls docs/*.md ./*/README.md tests/*/README.md | sed 's,^\./,,')"

# Links out of code: FILE:LINE:TARGET. And the anchors that a page has, as code hosts make them of headings.
links() { awk -f tests/cli/links.awk -v what=links "$@"; }
anchors() { awk -f tests/cli/links.awk -v what=anchors "$1"; }

dead_links() {
  for page in $pages; do
    links "$page" | while IFS= read -r link; do
      target=${link#*:*:}
      file=${target%%#*}
      case $file in
        '') file=$page ;;
        *) file=$(dirname "$page")/$file ;;
      esac
      if [ ! -e "$file" ]; then
        echo "$link: no such file"
      elif [ "$target" != "${target#*#}" ] && ! anchors "$file" | grep -qxF -e "${target#*#}"; then
        echo "$link: no such heading"
      fi
    done
  done
}

# Pages of docs/ that no other page links to.
lonely() {
  for page in $pages; do
    links "$page" | sed "s|^[^:]*:[^:]*:|$(dirname "$page")/|; s|#.*||" | while IFS= read -r target; do
      [ "$(dirname "$target")/x" = ./x ] || echo "$(cd "$(dirname "$target")" && pwd)/$(basename "$target") $page"
    done
  done | awk -v root="$PWD/" '{ sub(root, "", $1) } $1 != $2 {print $1}' | sort -u >"$scratch/linked"
  for page in docs/*; do
    [ ! -f "$page" ] || grep -qxF "$page" "$scratch/linked" || echo "$page: no page links to it"
  done
}

nothing() { [ ! -s "$1" ] || { cat "$1"; return 1; }; }

dead_links >"$scratch/dead"
ok 'every link leads to a file, and to a heading of it' nothing "$scratch/dead"
lonely >"$scratch/lonely"
ok 'every page and picture of docs/ is linked' nothing "$scratch/lonely"
printf '# One\n[a](#one) [b](#two) `[c](#three)`\n```\n[d](e.md)\n```\n[f](g.md#h)\n' >"$scratch/try.md"
ok 'the reader of links reads links' test "$(links "$scratch/try.md" | sed 's/.*://' | tr '\n' ' ')" = '#one #two g.md#h '

# What `walk` of page.sh compares with.
shows() { printf "$1" >"$scratch/wanted" && printf "$2" >"$scratch/printed" && awk -f tests/cli/shown.awk "$scratch/wanted" "$scratch/printed"; }
ok 'shown is what is printed' shows 'a\n…\nc …d\n' 'a\nb\nb\nc 1 d\n'
nok 'another line is found' shows 'a\nb\n' 'a\nc\n'
nok 'a line too many is found' shows 'a\n' 'a\nb\n'
nok 'a line too few is found' shows '…\nb\n' 'a\n'
nok 'what stands before … must fit' shows 'b… c\n' 'a 1 c\n'
nok 'nothing printed is found' shows 'a\n' ''

# Blocks: what runs is `sh`, what only a person can run `shell`; see page.awk.
mkdir "$scratch/all"
for page in $pages; do
  awk -v shown="$scratch/all" -v name="$page" -f tests/cli/page.awk "$page" >"$scratch/script"
  cat "$scratch/all/fences" >>"$scratch/fences"
  cat "$scratch/all/not_run" >>"$scratch/not_run"
done
awk -F '\t' '$1 !~ /^(sh|shell|text|sql|csv|json|xml|html|yaml|groovy|hcl|python|mermaid)$/' "$scratch/fences" >"$scratch/unknown"
ok 'every block says what it is' nothing "$scratch/unknown"
sed 's/^/# shown, not run: /' "$scratch/not_run"
grep ': $' "$scratch/not_run" >"$scratch/without_why"
ok 'every block that is not run says why' nothing "$scratch/without_why"

# YAML: CI files must at least be YAML.
if python3 -c 'import yaml' 2>/dev/null; then
  for page in README.md docs/*.md; do
    awk -v out="$scratch/yaml" -v page="$(printf %s "$page" | tr / _)" '
      /^```yaml$/ { on = 1; file = out "." page "." NR; next } /^```$/ { on = 0 } on { print >file }' "$page"
  done
  for file in "$scratch"/yaml.*; do
    ok "YAML: $(basename "$file" | sed 's/^yaml.//')" python3 -c 'import sys, yaml; list(yaml.safe_load_all(open(sys.argv[1])))' "$file"
  done
else
  skip 'YAML can be read' 'python3 has no yaml'
fi

# docs/controls.md has every control that is computed, with its severity.
"$FARGAUGE" controls | awk '$3 == "yes" { print $1, $2 }' | sort >"$scratch/computed"
awk -F ' *[|] *' '$2 ~ /^(ECS|FG)[.]/ { print $2, $3 }' docs/controls.md | sort >"$scratch/told"
ok 'docs/controls.md has the catalogue' cmp "$scratch/computed" "$scratch/told"
ok 'docs/compared.md counts the controls' grep -q "| $(wc -l <"$scratch/computed" | tr -d ' ') controls, one service |" docs/compared.md

# The map in the README: "a/b, c  what" stands for a/b and a/c. What it has is there, and it has each folder at the top and each of src;
# of these docs/architecture.md has a row each.
mapped() {
  awk '/^## / { on = $0 == "## The map" } on && /^[^ `#]+\/.*  / {
    sub(/  .*/, "")
    count = split($0, path, ", ")
    for (i = 1; i <= count; i++) {
      sub(/\/$/, "", path[i])
      print i == 1 ? path[1] : substr(path[1], 1, match(path[1], /[^\/]*$/) - 1) path[i]
    }
  }' "$1"
}
nowhere() { while read -r path; do [ -d "$path" ] || echo "$path"; done <"$1"; }
mapped README.md | LC_ALL=C sort >"$scratch/map"
nowhere "$scratch/map" >"$scratch/nowhere"
ok 'the map shows folders' test "$(wc -l <"$scratch/map")" -ge 15
ok 'every folder of the map is there' nothing "$scratch/nowhere"
if [ -e .git ] && git -c safe.directory="$PWD" ls-files >"$scratch/files" 2>/dev/null; then
  awk -F / '$1 == "src" && NF > 2 { print "src/" $2 } $1 == "include" { print "include/" $2 } $1 !~ /^(src|include)$/ && NF > 1 { print $1 }' "$scratch/files" |
    LC_ALL=C sort -u >"$scratch/folders"
  ok 'the map has every folder' diff "$scratch/folders" "$scratch/map"
  sed -n 's/^| `\([a-z]*\)` |.*/src\/\1/p' docs/architecture.md | LC_ALL=C sort >"$scratch/modules"
  grep '^src/' "$scratch/folders" >"$scratch/wanted"
  ok 'docs/architecture.md has every module' diff "$scratch/wanted" "$scratch/modules"
else
  skip 'the map has every folder' 'git does not know this folder'
fi

# How much there is of it, to a tenth.
is_about() { awk -v told="$1" -v lines="$2" 'BEGIN { if (told < lines * 0.9 || told > lines * 1.1) { print told " told, " lines " there"; exit 1 } }'; }
lines_of() { find "$@" -exec cat {} + | wc -l; }
told=$(sed -n 's/.* about \([0-9,]*\) lines of C, .* \([0-9,]*\) of SQL, .*/\1 \2/p' docs/architecture.md | tr -d ,)
ok 'docs/architecture.md says how much C there is' is_about "${told% *}" "$(lines_of src include -name '*.[chi]*')"
ok 'and how much SQL' is_about "${told#* }" "$(lines_of sql -name '*.sql')"

# The layers of docs/architecture.md: no module uses one that stands above it, or beside it unless it says so.
climbs() {
  awk '
    BEGIN {
      split("core 0 store 1 confine 2 ingest 2 assess 2 render 2 merge 2 redact 2 pack 3 seal 3 redo 4 cmd 5", words, " ")
      for (i = 1; i in words; i += 2)
        layer[words[i]] = words[i + 1]
      # public headers whose module has another name
      split("archive ingest arn ingest json_split ingest limits ingest mask ingest reread ingest source ingest csv render diff render " \
        "faults render markup render output render own_templates render template render", words, " ")
      for (i = 1; i in words; i += 2)
        home[words[i]] = words[i + 1]
    }
    /^#include "[a-z]+\// {
      split(FILENAME, part, "/")
      own = part[2]
      split($2, used, /["\/.]/)
      module = used[2] == "fargauge" ? (used[3] in home ? home[used[3]] : used[3] in layer ? used[3] : "core") : used[2]
      if (!(own in layer) || !(module in layer))
        print FILENAME ": " module " has no layer"
      else if (module != own && (layer[module] > layer[own] || layer[module] == layer[own] && own !~ /^(pack|seal)$/))
        print FILENAME ": uses " module
    }' "$@"
}
climbs $(find src -mindepth 2 -name '*.[ch]' | sort) >"$scratch/climbs"
ok 'no module uses what stands above it' nothing "$scratch/climbs"
mkdir -p "$scratch/try/src/store" && echo '#include "fargauge/output.h"' >"$scratch/try/src/store/x.c"
ok 'one that does is found' test "$(cd "$scratch/try" && climbs src/store/x.c)" = 'src/store/x.c: uses render'

# Commands of this folder's in blocks that are not run, each on a line; and the words in them that nothing here answers to: a tool
# has its options, and cases, targets or files beside it. Folders of a build and names in capitals are the reader's.
shown_commands() {
  awk '/^```shell/ { on = 1; next } /^```/ { on = 0 } on { sub(/ *#.*/, ""); gsub(/ *&& */, "\n"); print }' "$@" |
    grep -E '^([A-Z_]+=[^ ]+ )*(tools/|tests/|run_faults |meson )'
}
strangers() { while read -r line; do eval "strange $line" </dev/null; done <"$1"; }
nothing_strange() { strangers "$1" >"$scratch/strange"; nothing "$scratch/strange"; }
strange() { # [VARIABLE=VALUE...] COMMAND WORD...
  while [ "${1#*=}" != "$1" ]; do
    grep -rlF -e "${1%%=*}" tests tools | grep -qv '\.md$' || echo "${1%%=*}"
    shift
  done
  case $1 in
    meson) shift && strange_to_meson "$@" ;;
    run_faults) shift && strange_to 'tests/faults/*.[ch]' "$@" ;;
    *) [ -x "$1" ] || echo "$1"; strange_to "$@" ;;
  esac
}
strange_to() { # TOOL WORD...
  tool=$1 beside=$(dirname "$1")
  shift
  for word; do
    case $word in
      build* | [A-Z0-9]*) continue ;;
    esac
    # shellcheck disable=SC2086 # a pattern
    [ -e "$beside/$word" ] || [ -e "$beside/cases/$word.sh" ] || [ -e "$beside/fuzz_$word.c" ] || grep -qsF -e "${word%%:*}" $tool || echo "$word"
  done
}
strange_to_meson() {
  while [ $# -gt 0 ]; do
    case $1 in
      -C | -t) shift ;;
      -D*) grep -q "^option('$(expr "$1" : '-D\([a-z_]*\)')'" meson_options.txt || echo "$1" ;;
      --suite) shift; [ -d "tests/$1" ] || grep -q "^$1/" "$scratch/tests" || echo "$1" ;;
      setup | test | install | build* | -*) ;;
      *) grep -q "/$1\$" "$scratch/tests" || echo "$1" ;;
    esac
    shift
  done
}

# The tests that docs/assurance.md names, `SUITE/NAME`, are in the build.
tests=$(dirname "$FARGAUGE")/meson-info/intro-tests.json
if [ -f "$tests" ]; then
  tr ',{}' '\n\n\n' <"$tests" | sed -n 's/^ *"name": "\([^"]*\)".*/N \1/p; s/^ *"suite": \["[^:"]*:\{0,1\}\([^"]*\)".*/S \1/p' |
    awk '$1 == "N" { name = substr($0, 3) } $1 == "S" { print substr($0, 3) "/" name }' | sort >"$scratch/tests"
  ok 'the build has tests' test "$(wc -l <"$scratch/tests")" -ge 50
  suites='unit|sql|golden|cli|hostile|bench|readers|samples|fuzz|faults|lint|install'
  grep -oE "\`($suites)/[^\`]+\`" docs/assurance.md | tr -d '`' | sort -u >"$scratch/named"
  ok 'docs/assurance.md names tests' test "$(wc -l <"$scratch/named")" -ge 80
  comm -13 "$scratch/tests" "$scratch/named" >"$scratch/none"
  ok 'every test that docs/assurance.md names is there' nothing "$scratch/none"

  shown_commands $pages >"$scratch/commands"
  ok 'pages show commands' test "$(wc -l <"$scratch/commands")" -ge 25
  ok 'what they name is there' nothing_strange "$scratch/commands"
  no=NO_ # not written out, so that it is not here
  printf '```shell x\n%sNAME=1 tests/fuzz/run --none json sql && meson test -C build none --suite no # x\ntools/no --minutes\n```\n' $no >"$scratch/try.md"
  shown_commands "$scratch/try.md" >"$scratch/try.commands"
  ok 'what is not there is found' test "$(strangers "$scratch/try.commands" | tr '\n' ' ')" = "${no}NAME --none sql none no tools/no --minutes "
else
  skip 'tests that docs/assurance.md names' 'the program is not in its build folder'
fi
