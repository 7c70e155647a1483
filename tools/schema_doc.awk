# Comments of sql/ as rows of the table `doc`: kind (table, column, view; group, place and own from
# schema_doc.txt), name (TABLE, TABLE.COLUMN), section, text, and of a column the words that its check allows. Of what is made
# twice the later row counts.
function quoted(text) { gsub(/'/, "''", text); return "'" text "'" }
function trim(text) { sub(/^[ \t]+/, "", text); sub(/[ \t]+$/, "", text); return text }
function join_to(text, more) { return text == "" ? more : text " " more }

function put(kind, name, text, choices) {
  print "insert into doc values (" quoted(kind) ", " quoted(name) ", " quoted(section) ", " quoted(text) ", " \
    quoted(choices) ");"
}

function put_column() {
  if (column != "")
    put("column", table "." column, remark, choices)
  column = remark = choices = ""
}

# The words of `check (x in ('a', 'b'))` that stand on this line; each may have a comment of its own.
function collect(code, comment,    rest, word, found) {
  rest = code
  while (match(rest, /'[^']*'/)) {
    word = substr(rest, RSTART + 1, RLENGTH - 2)
    found = join_to(found, "`" word "`")
    rest = substr(rest, RSTART + RLENGTH)
  }
  gsub(/` `/, "`, `", found)
  if (found != "")
    choices = (choices == "" ? "" : choices ", ") found (comment == "" ? "" : " (" comment ")")
}

FNR == 1 { section = ""; block = "" }

# tools/schema_doc.txt
FILENAME ~ /schema_doc.txt$/ {
  if ($0 ~ /^= /) {
    section = substr($0, 3)
    put("group", section, section, "")
  } else if ($0 ~ /^  /) {
    for (i = 1; i <= NF; i++)
      put("place", $i, "", "")
  } else if ($0 ~ /^[^# ][^ ]*: /) {
    name = substr($0, 1, index($0, ": ") - 1)
    put("own", name, substr($0, length(name) + 3), "")
  }
  next
}

/^-- -----/ { next }
/^$/ { block = ""; next }

table == "" && /^-- / { block = join_to(block, substr($0, 4)); next }

/^create table / {
  table = $3
  put("table", table, block, "")
  block = ""
  # on one line
  if ($0 ~ /strict.*;/)
    table = ""
  next
}

table != "" && /^\)/ { put_column(); table = ""; next }

table != "" {
  at = index($0, "--")
  code = trim(at ? substr($0, 1, at - 1) : $0)
  comment = at ? trim(substr($0, at + 2)) : ""
  if (code == "") {
    # deep behind its column, or in front of the next ones
    if ($0 ~ /^     /)
      remark = join_to(remark, comment)
    continue_with = $0 ~ /^     / ? continue_with : join_to(continue_with, comment)
    next
  }
  if ($0 ~ /^  [a-z0-9_]+ (integer|text|real|blob)/) {
    put_column()
    column = code
    sub(/ .*/, "", column)
    remark = join_to(continue_with, comment)
    continue_with = ""
    if (code ~ / in \(/) {
      sub(/.* in \(/, "", code)
      collect(code, "")
    }
  } else if ($0 ~ /^  [a-z]/) {
    put_column()               # a constraint of the table
  } else if (column != "" && code ~ /^\(?'/) {
    collect(code, comment)
  }
  next
}

/^alter table .* add column / {
  at = index($0, "--")
  put("column", $3 "." $6, at ? trim(substr($0, at + 2)) : block, "")
  block = ""
  next
}

/^create view / { put("view", $3, block, ""); block = "" }
