# A page of Markdown as a script: awk -f page.awk -v shown=DIR -v name=PAGE PAGE.md >walk.sh
#
#   ```sh      runs; what it prints, errors too, goes to DIR/N
#   ```text    what the block before it prints: DIR/N.text.M. `…` stands for anything, alone on a line for any lines
#   ```shell WHY   is shown, and not run (it needs AWS, a network, root, or a person); DIR/not_run names it, and says why
#   others     are not for a shell; DIR/fences has all of them
#
# `# exit code N` at a command's end is checked. Blocks may stand in lists and quotes no deeper than the margin.
function command(line,    code) {
  line = begun line
  begun = ""
  if (line ~ /\\$/) {
    begun = line "\n"
    return
  }
  if (line !~ /# exit code [0-9]+[^'"]*$/) {
    print line
    return
  }
  code = line
  sub(/.*# exit code /, "", code)
  sub(/[^0-9].*/, "", code)
  sub(/ *# exit code [0-9]+[^'"]*$/, "", line)
  printf "code=0; %s || code=$?; [ $code -eq %s ] || { echo \"exit code $code, not %s\"; exit 99; }\n", line, code, code
}

BEGIN { printf "" >shown "/not_run"; printf "" >shown "/fences" }

/^```/ && kind == "" {
  kind = why = substr($0, 4)
  sub(/ .*/, "", kind)
  sub(/^[^ ]* */, "", why)
  if (kind == "")
    kind = "none"
  print kind "\t" name ":" NR >shown "/fences"
  if (kind == "sh") {
    blocks++
    texts = 0
    print "exec >\"" shown "/" blocks "\" 2>&1"
    print "# " name ":" NR >shown "/" blocks ".place"
  } else if (kind == "text" && last == "sh") {
    expected = shown "/" blocks ".text." ++texts
    printf "" >expected
  } else if (kind == "shell") {
    print name ":" NR ": " why >shown "/not_run"
  }
  next
}

/^```$/ {
  if (expected != "")
    close(expected)
  expected = ""
  if (kind != "text")
    last = kind
  kind = ""
  next
}

kind == "sh" { command($0) }
expected != "" { print >expected }

END {
  if (kind != "")
    print "open\t" name ":" NR >shown "/fences"
}
