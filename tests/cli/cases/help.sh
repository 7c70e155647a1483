# --help and --version: complete, on standard output, exit code 0.
fg 0 --help
says_nothing
for command in report import assess render status explain controls waivers templates pack sign verify completion; do
  prints "  $command "
done
prints 'Exit codes:'
fg 0 -h
prints 'usage: fargauge COMMAND'

fg 0 --version
says_nothing
ok 'the first line is the program and its version' sh -c 'head -1 "$1" | grep -Eqx "fargauge [0-9]+\.[0-9]+\.[0-9]+"' - "$out"
for library in SQLite libxml2 cJSON libcsv zlib libarchive OpenSSL; do
  ok "--version names $library with its version" grep -Eq "^  $library [0-9]+(\.[0-9]+)*" "$out"
done

# Every option of the contract stands in the help of its command.
help_of() {
  fg 0 "$1" --help
  says_nothing
  prints "usage: fargauge $1"
  shift
  for option in "$@" help quiet no-progress 'color auto|always|never' 'controls DIR' resource-dir; do
    prints "  --$option"
  done
}
help_of report 'out DIR' 'db FILE' 'format LIST' 'lang en|ja' csv-bom 'as-of TIME' 'control ID,…' \
  'framework ID,…' 'severity LEVEL' 'set CONTROL.NAME=VALUE' 'max-age DAYS' 'captured-at TIME' \
  'waivers FILE' 'latest-linux V' 'latest-windows V' exit-zero strict 'template DIR'
help_of import 'db FILE' 'captured-at TIME' 'waivers FILE' strict
help_of assess 'db FILE' 'as-of TIME' 'control ID,…' 'framework ID,…' 'severity LEVEL' 'set CONTROL.NAME=VALUE' 'max-age DAYS' 'latest-linux V' 'latest-windows V' exit-zero
help_of render 'db FILE' 'out DIR' 'format LIST' 'lang en|ja' csv-bom 'template DIR' exit-zero
help_of status 'db FILE' 'lang en|ja' exit-zero
help_of explain 'db FILE' 'lang en|ja' full
help_of controls 'lang en|ja' 'control ID,…' 'framework ID,…' 'severity LEVEL'
help_of templates
help_of pack 'db FILE' 'out PACK' 'inputs DIR' no-inputs allow-missing 'previous PACK' 'format LIST' 'lang en|ja' 'template DIR'
help_of waivers 'db FILE' 'as-of TIME' 'lang en|ja'

# --help wins over what is missing.
fg 0 report --out out --help
prints 'usage: fargauge report'
ok 'nothing was written' test ! -e out
