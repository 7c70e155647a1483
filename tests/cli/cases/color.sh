# Colour and the progress line: none without a terminal, unless it is asked for.
service web 1.3.0 >bad.json
escape=$(printf '\033')
plain() { nok "no escape sequences: $1" grep -q "$escape" "$out" "$err"; }
fg 1 report bad.json --out o --format csv
plain 'by default'
fg 1 report bad.json --out o --format csv --color auto
plain '--color auto'
fg 1 report bad.json --out o --format csv --color always
ok '--color always on standard output' grep -q "$escape" "$out"
fg 4 report nowhere.json --out o --color always
ok '--color always on standard error' grep -q "$escape" "$err"
fg 4 report nowhere.json --out o --color never
plain '--color never'
NO_COLOR=1
export NO_COLOR
fg 1 report bad.json --out o --format csv
plain 'NO_COLOR'
fg 1 report bad.json --out o --format csv --color always
ok '--color always wins over NO_COLOR' grep -q "$escape" "$out"
unset NO_COLOR
fg 1 report bad.json --out o --format csv --no-progress
plain '--no-progress'
nok 'reports are not coloured' grep -q "$escape" o/results.csv
