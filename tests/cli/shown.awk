# Is this what a page shows? awk -f shown.awk EXPECTED PRINTED. In EXPECTED `…` stands for anything, alone on a line for
# any lines. The first line that is not there is named.
function fits(wanted, line,    n, part, i, at) {
  n = split(wanted, part, "…")
  if (n <= 1)
    return wanted == line
  if (substr(line, 1, length(part[1])) != part[1])
    return 0
  line = substr(line, length(part[1]) + 1)
  for (i = 2; i < n; i++) {
    if (part[i] == "")
      continue
    at = index(line, part[i])
    if (at == 0)
      return 0
    line = substr(line, at + length(part[i]))
  }
  return length(line) >= length(part[n]) && substr(line, length(line) - length(part[n]) + 1) == part[n]
}

FNR == NR { wanted[++count] = $0; next }
{ printed[++lines] = $0 }

END {
  at = 1
  for (i = 1; i <= count; i++) {
    if (wanted[i] == "…") {
      any = 1
      continue
    }
    while (any && at <= lines && !fits(wanted[i], printed[at]))
      at++
    if (at > lines || !fits(wanted[i], printed[at])) {
      print "the page shows:   " wanted[i]
      print "what is printed:  " (any || at > lines ? "no such line" : printed[at])
      exit 1
    }
    at++
    any = 0
  }
  if (!any && at <= lines) {
    print "printed, but not shown on the page: " printed[at]
    exit 1
  }
}
