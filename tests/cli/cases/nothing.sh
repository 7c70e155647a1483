# An assessment of nothing must not look like one without failures.

mkdir empty
fg 0 report empty --out o --format csv,junit
says 'nothing was judged'
says_like '^hint: '
service web 1.3.0 >s_20261001T000000Z.json
fg 0 report s_20261001T000000Z.json --out early --format csv --as-of 2026-09-01T00:00:00Z --quiet
says 'nothing was judged'
fg 1 report s_20261001T000000Z.json --out now --format csv
says_nothing
fg 4 report nowhere --out never
nok 'nothing is made for an input that is not there' test -e never
fg 4 report empty --out never --waivers nowhere.csv
nok 'nor for a waiver file that is not there' test -e never
