# The same exports give the same bytes, whatever the time zone, the locale, the umask, the working
# directory and the order in which the inputs are named.
SOURCE_DATE_EPOCH=1790900000
export SOURCE_DATE_EPOCH
cp -R "$SAMPLES" samples
waivers=samples/waivers.csv

render_both() { # DIR INPUT...
  where=$1
  shift
  for lang in en ja; do
    "$FARGAUGE" report "$@" --out "$where/$lang" --lang $lang --waivers "$waivers" >"$out" 2>"$err"
    status=$?
    exited 1 "report into $where/$lang"
  done
}
same_as_first() {
  same_reports "$first/en" "$1/en"
  same_reports "$first/ja" "$1/ja"
}
first=$(pwd)/first
render_both first samples
for lang in en ja; do
  holds first/$lang fargauge.db junit.xml $html_files $csv_files
done

for zone in Asia/Tokyo America/St_Johns Pacific/Chatham 'XYZ+25:30' nonsense; do
  (TZ=$zone; export TZ; render_both zone samples; echo "$number $failures" >"$scratch/count")
  read -r number failures <"$scratch/count"
  same_as_first zone
  rm -rf zone
done

available=$(locale -a 2>/dev/null)
for locale in C C.UTF-8 ja_JP.UTF-8 ja_JP.eucJP de_DE.UTF-8 tr_TR.UTF-8; do
  name=$(printf %s "$locale" | sed -e 's/UTF-8/utf8/' -e 's/eucJP/eucjp/')
  case $locale in
    C*) ;;
    *) if ! printf '%s\n' "$available" | grep -qx -e "$name" -e "$locale"; then
        skip "locale $locale" 'it is not installed here'
        continue
      fi ;;
  esac
  (LC_ALL=$locale LANG=$locale; export LC_ALL LANG; render_both locale samples
    echo "$number $failures" >"$scratch/count")
  read -r number failures <"$scratch/count"
  same_as_first locale
  rm -rf locale
done

(umask 077; render_both umask samples; echo "$number $failures" >"$scratch/count")
read -r number failures <"$scratch/count"
same_as_first umask

# Relative paths in a copy that lies somewhere else, under another name of the parent.
mkdir -p elsewhere/deep
cp -R "$SAMPLES" elsewhere/deep/samples
(cd elsewhere/deep && render_both "$scratch/work/copied" samples; echo "$number $failures" >"$scratch/count")
read -r number failures <"$scratch/count"
same_as_first copied

# Absolute paths from two working directories.
root=$(pwd)
waivers=$root/samples/waivers.csv
render_both absolute "$root/samples"
(cd / && render_both "$root/from-root" "$root/samples"; echo "$number $failures" >"$scratch/count")
read -r number failures <"$scratch/count"
same_reports absolute/en from-root/en
same_reports absolute/ja from-root/ja
waivers=samples/waivers.csv

# Another order of inputs, each file by its own name; and the folders, some of them twice.
find samples -type f -name '*.json' | LC_ALL=C sort >"$scratch/files"
set --
while IFS= read -r name; do set -- "$name" "$@"; done <"$scratch/files"
render_both reversed "$@"
set --
while IFS= read -r name; do set -- "$@" "$name"; done <"$scratch/files"
render_both forward "$@"
same_reports forward/en reversed/en
same_reports forward/ja reversed/ja
render_both folders samples/securityhub samples/waivers.csv samples/ecs samples/config samples/ecs
render_both sorted samples/config samples/ecs samples/securityhub samples/waivers.csv
same_reports folders/en sorted/en
same_reports folders/ja sorted/ja

# The environment does not choose the language.
(LANGUAGE=ja LANG=ja_JP.UTF-8; export LANGUAGE LANG; render_both language samples
  echo "$number $failures" >"$scratch/count")
read -r number failures <"$scratch/count"
same_as_first language
