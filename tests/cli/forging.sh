# SPDX-License-Identifier: MIT
# Databases that somebody changed: each begins as good.db.

# forge SQL...: forged.db, and the same in `before`.
forge() {
  cp good.db forged.db
  for sql; do ok "forged: $(echo "$sql" | head -n 1)" silently "$ASK" forged.db "$sql"; done
  cp forged.db before
}
silently() { "$@" >"$scratch/asked" 2>&1; }
same_as_before() {
  same forged.db before
  ok 'nothing was made of it' test ! -e new.zip -a ! -e new -a ! -e merged.db
}

# loose TABLE WAS IS: SQL by which the schema promises something else.
loose() {
  echo "pragma writable_schema = on; update sqlite_schema set sql = replace(sql, '$2', '$3') where name = '$1'"
}
