# The tutorials are walked through as they stand there; what differs between the languages are words.
. "$SOURCE_ROOT/tests/cli/page.sh"
if walks 'the tutorials' openssl sqlite3 sha256sum; then
  for page in docs/tutorial.md docs/tutorial.ja.md; do
    walk "$page"
    ok "$page: a pack of each quarter" test -s "$walked/build/audit/2026-Q3.zip" -a -s "$walked/build/audit/2026-Q4.zip"
    sed -n 's/^\(code=0; \)\{0,1\}fargauge \([a-z]*\).*/\2/p' "$shown/walk.sh" >"$scratch/$(basename "$page").commands"
  done
  ok 'there are commands' test "$(wc -l <"$scratch/tutorial.md.commands")" -ge 15
  same "$scratch/tutorial.md.commands" "$scratch/tutorial.ja.md.commands"
fi
