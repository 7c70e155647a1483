# SPDX-License-Identifier: MIT
# coverage.awk EXCEPTIONS XML: what gcovr says was not reached, against what coverage.exceptions answers, and the figures against
# those of the page. Up to `slack` lines without an answer are told, but are no fault, and as many lines or branches a figure may be off:
# which request for memory the suite faults lets fail depends on the libraries' versions. Writes the figures as Markdown to `figures`,
# each line that was not reached, with its reason, to `list`, and each with a branch that was not taken to `branch_list`; prints what is
# wrong.

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

# Whether the line decides about nothing but failures: each part of its condition asks whether a call that takes `err` failed, whether
# something has failed before, or whether memory was given.
function asks_for_failure(n,    condition, part, parts, i) {
  condition = text[n]
  gsub(/"([^"\\]|\\.)*"/, "", condition)
  gsub(/\/\*.*\*\//, "", condition)
  if (text[n - 1] ~ /(alloc|strdup|_new)\(/ && condition ~ /^if \([^&|()]+ == NULL\)/)
    return 1
  sub(/\?[^?]*$/, "", condition)
  parts = split(condition, part, /&&|\|\||\?/)
  for (i = 1; i <= parts; i++) {
    gsub(/^ +|[(){};: ]+$/, "", part[i])
    if (part[i] !~ /err( : NULL)?\)+ (<|==|!=|>=) (0|NULL)$|(^|[( ])((status|step|done|got) (<|>=)|status (==|!=)) 0$|failed$|^$/)
      return 0
  }
  return 1
}

function not_taken(file, n, is_reached, got, all,    kind) {
  kind = !is_reached ? "not reached" : asks_for_failure(n) ? "failure" : "other"
  print kind ": " file ":" n ": " function_of[n] ": " got " of " all ": " text[n] >branch_list
  if (kind == "other")
    others[area] += all - got
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
      is_reached = word[4] == "true"
      if (is_reached)
        reached[area]++
      else
        missed(file, word[2])
      if (word[5] ~ /branchesToCover/) {
        branches[area] += word[6]
        taken[area] += word[8]
        if (word[8] < word[6])
          not_taken(file, word[2], is_reached, word[8] + 0, word[6])
      }
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

# SAID of something, against NOW: off by more than a tenth of it, and by more than the slack.
function off_count(name, what, said, now,    more) {
  more = said < now ? now - said : said - now
  if (said != "" && more > said / 10 && more > slack) {
    printf "%s: %s: says %d %s, but there are %d: tools/coverage --renew\n", page, name, said, what, now
    wrong++
  }
}

function row(name, got, all, got_branches, all_branches, of_others,    of_lines, of_branches) {
  of_lines = 100 * got / all
  of_branches = all_branches ? 100 * got_branches / all_branches : 100
  printf "| %s | %d | %.1f %% | %d | %.1f %% | %d |\n", name, all, of_lines, all_branches, of_branches, of_others >figures
  if (page != "" && said[name, "others"] == "") {
    print page ": " name ": there are no figures of it: tools/coverage --renew"
    wrong++
  }
  off(name, said[name, "reached"], of_lines, all)
  off(name, said[name, "taken"], of_branches, all_branches)
  off_count(name, "lines", said[name, "lines"], all)
  off_count(name, "branches", said[name, "branches"], all_branches)
  off_count(name, "others", said[name, "others"], of_others)
}

function read_page(    line, cell, column, i) {
  split(" | module | lines | reached | branches | taken | others", column, / \| /)
  while (page != "" && (getline line < page) > 0)
    if (split(line, cell, / *\| */) == 8)
      for (i = 3; i < 8; i++)
        said[cell[2], column[i]] = cell[i]
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
  print "| module | lines | reached | branches | taken | others |\n|---|---|---|---|---|---|" >figures
  for (i = 1; i <= area_count; i++) {
    area = areas[i]
    row("`" area "`", reached[area], lines[area], taken[area], branches[area], others[area])
    all_reached += reached[area]
    all_lines += lines[area]
    all_taken += taken[area]
    all_branches += branches[area]
    all_others += others[area]
  }
  row("all", all_reached, all_lines, all_taken, all_branches, all_others)
  print "\n| not reached | lines | |\n|---|---|---|" >figures
  for (i = 1; i <= class_count; i++)
    print "| " classes[i] " | " lines_of[classes[i]] + 0 " | " why[classes[i]] " |" >figures
  printf "lines: %.1f %% of %d, branches: %.1f %% of %d; %d lines are not reached, %d faults\n", 100 * all_reached / all_lines, all_lines,
    100 * all_taken / all_branches, all_branches, all_lines - all_reached, wrong
  exit wrong > 0
}
