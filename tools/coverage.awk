# SPDX-License-Identifier: MIT
# coverage.awk EXCEPTIONS XML: what gcovr says was not reached, against what coverage.exceptions answers, and the figures against
# those of the page. Up to `slack` lines without an answer are told, but are no fault, and as many lines or branches a figure may be off:
# which request for memory the suite faults lets fail depends on the libraries' versions. Writes the figures as Markdown to `figures`
# and each line that was not reached, with its reason, to `list`; prints what is wrong.

function trimmed(text) {
  sub(/^[ \t]+/, "", text)
  return text
}

# The lines of a file, and of which function each is: house style begins functions, and nothing else with a parenthesis, at the margin.
function read_source(file,    line, n, name) {
  n = 0
  name = "-"
  while ((getline line < file) > 0) {
    if (line ~ /^[A-Za-z].*\(/ && line !~ /;$/) {
      name = line
      sub(/\(.*/, "", name)
      sub(/.*[ *]/, "", name)
    }
    text[++n] = trimmed(line)
    function_of[n] = name
  }
  close(file)
}

function by_text(n,    i) {
  for (i = 1; i <= texts; i++)
    if (text[n] ~ text_line[i] && (text_before[i] == "" || (text[n - 2] " " text[n - 1]) ~ text_before[i]))
      return text_class[i]
  # What ends a branch goes with what stands before.
  if (missed_line == n - 1 && missed_class in why && text[n] ~ /^(return [-A-Z0-9a-z]+|break|continue);$/)
    return missed_class
  return ""
}

function missed(file, n,    key, class, place) {
  key = file " " function_of[n]
  class = by_text(n)
  if (class == "" && key in answer) {
    class = answer[key]
    answered[key]++
  }
  missed_line = n
  missed_class = class
  place = file ":" n ": " function_of[n] ": " text[n]
  if (class == "") {
    print "reached by no test, and not answered: " place
    unanswered++
  } else {
    print class ": " place >list
    lines_of[class]++
  }
}

# ---- the answers

FNR == NR && /^class / {
  class = $2
  sub(/:$/, "", class)
  sometimes[class] = $3 == "sometimes:"
  why[class] = $0
  sub(/^[^:]*: */, "", why[class])
  classes[++class_count] = class
  next
}
FNR == NR && /^text / {
  split($0, part, " ~ ")
  text_class[++texts] = $2
  text_line[texts] = part[2]
  text_before[texts] = part[3]
  next
}
FNR == NR && /^[^#]/ {
  answer[$1 " " $2] = $4
  most[$1 " " $2] = $3
  if (!($4 in why)) {
    print FILENAME ": " FNR ": no such class: " $4
    wrong++
  }
}
FNR == NR { next }

# ---- what gcovr says: one line of XML

{
  count = split($0, element, "<")
  for (i = 1; i <= count; i++) {
    split(element[i], word, "\"")
    if (element[i] ~ /^file /) {
      file = word[2]
      split(file, folder, "/")
      area = folder[3] == "" ? "src/cmd" : "src/" folder[2] # main() is the commands'
      if (!(area in lines))
        areas[++area_count] = area
      missed_line = 0
      read_source(file)
    } else if (element[i] ~ /^lineToCover/) {
      lines[area]++
      if (element[i] ~ /covered="true"/)
        reached[area]++
      else
        missed(file, word[2])
      if (match(element[i], /branchesToCover="[0-9]+"/))
        branches[area] += substr(element[i], RSTART + 17, RLENGTH - 18)
      if (match(element[i], /coveredBranches="[0-9]+"/))
        taken[area] += substr(element[i], RSTART + 17, RLENGTH - 18)
    }
  }
}

# SAID of ALL, in percent, against NOW: off by more than a point, and by more lines than the slack.
function off(name, said, now, all,    points) {
  points = said - now
  if (points < 0)
    points = -points
  if (said != "" && points > 1 && points * all / 100 > slack) {
    printf "%s: %s: says %s, but it is %.1f %%: tools/coverage --renew\n", page, name, said, now
    wrong++
  }
}

function row(name, got, all, got_branches, all_branches,    of_lines, of_branches) {
  of_lines = 100 * got / all
  of_branches = all_branches ? 100 * got_branches / all_branches : 100
  printf "| %s | %d | %.1f %% | %d | %.1f %% |\n", name, all, of_lines, all_branches, of_branches >figures
  off(name, said_lines[name], of_lines, all)
  off(name, said_branches[name], of_branches, all_branches)
}

function read_page(    line, cell) {
  while (page != "" && (getline line < page) > 0)
    if (split(line, cell, / *\| */) == 7 && cell[4] ~ /%/) {
      said_lines[cell[2]] = cell[4]
      said_branches[cell[2]] = cell[6]
    }
}

END {
  for (key in answer) {
    if (answered[key] > most[key]) {
      print "answered for " most[key] " lines, but there are " answered[key] ": " key
      unanswered += answered[key] - most[key]
    } else if (!answered[key] && !sometimes[answer[key]]) {
      print "answered, but all of it is reached: " key
      wrong++
    }
  }
  if (unanswered > slack)
    wrong += unanswered
  read_page()
  print "| module | lines | reached | branches | taken |\n|---|---|---|---|---|" >figures
  for (i = 1; i <= area_count; i++) {
    area = areas[i]
    row("`" area "`", reached[area], lines[area], taken[area], branches[area])
    all_reached += reached[area]
    all_lines += lines[area]
    all_taken += taken[area]
    all_branches += branches[area]
  }
  row("all", all_reached, all_lines, all_taken, all_branches)
  print "\n| not reached | lines | |\n|---|---|---|" >figures
  for (i = 1; i <= class_count; i++)
    print "| " classes[i] " | " lines_of[classes[i]] + 0 " | " why[classes[i]] " |" >figures
  printf "lines: %.1f %% of %d, branches: %.1f %% of %d; %d lines are not reached, %d faults\n", 100 * all_reached / all_lines, all_lines,
    100 * all_taken / all_branches, all_branches, all_lines - all_reached, wrong
  exit wrong > 0
}
