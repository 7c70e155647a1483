# Links and anchors of a page of Markdown: awk -f links.awk -v what=links|anchors PAGE
# Links to other sites are left out, and whatever stands in code.
/^```/ { code = !code; next }
code { next }

what == "anchors" && /^#+ / {
  anchor = $0
  sub(/^#+ +/, "", anchor)
  anchor = tolower(anchor)
  gsub(/\[|\]\([^)]*\)/, "", anchor)
  gsub(/[!"#$%&'()*+,.\/:;<=>?@\\^`{|}~]/, "", anchor)
  gsub(/×|→|…|·|“|”|、|。|，|：|「|」|（|）/, "", anchor)
  gsub(/ /, "-", anchor)
  print (anchor in seen) ? anchor "-" seen[anchor] : anchor
  seen[anchor]++
}
what == "anchors" {
  rest = $0
  while (match(rest, /<a id="[^"]*"/)) {
    print substr(rest, RSTART + 7, RLENGTH - 8)
    rest = substr(rest, RSTART + RLENGTH)
  }
}

what == "links" {
  rest = $0
  gsub(/`[^`]*`/, "", rest)
  while (match(rest, /\]\([^) ]*\)/)) {
    target = substr(rest, RSTART + 2, RLENGTH - 3)
    rest = substr(rest, RSTART + RLENGTH)
    if (target !~ /^[a-z]+:/)
      print FILENAME ":" FNR ":" target
  }
}
