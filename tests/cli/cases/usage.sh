# usage.table: wrong command lines end with their code, name what is wrong, and say what to do about it.
service web LATEST >good.json
fg 0 report good.json --out base --format csv

grep -v '^#' "$here/usage.table" >"$scratch/table"

# The words come from our own table, so `eval` may split and unquote them.
while IFS='|' read -r code wanted words <&3; do
  code=${code%% *}
  wanted=$(printf '%s' "$wanted" | sed -e 's/^ //' -e 's/ *$//')
  words=$(printf '%s' "$words" | sed -e 's/@S/good.json/' -e 's/@D/base\/fargauge.db/' -e 's/@O/new/')
  eval "set -- $words"
  fg "$code" "$@"
  says "fargauge: "
  says "$wanted"
  says_like '^hint: .'
  prints_nothing
  ok 'nothing was written' test ! -e new/results.csv
  rm -rf new
done 3<"$scratch/table"
