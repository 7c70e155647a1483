# SPDX-License-Identifier: MIT
# choose.awk -v most=N CONTROL: of the files that libFuzzer's -set_cover_merge has measured (CONTROL is its control file), print
# the N that together reach most: each time the one that adds most to those before, of equal ones the smaller.
NR == 1 { count = $1; next }
NR == 2 { next }
NR <= count + 2 { name[NR - 3] = $0; next }
$1 == "STARTED" { size[$2] = $3; next }
$1 == "FT" || $1 == "COV" {
  for (i = 3; i <= NF; i++)
    has[$2] = has[$2] " " $1 $i
}
END {
  for (round = 0; round < most; round++) {
    best = -1
    best_gain = 0
    for (file = 0; file < count; file++) {
      if (done[file])
        continue
      gain = 0
      fields = split(has[file], features, " ")
      rest = ""
      for (i = 1; i <= fields; i++)
        if (!(features[i] in seen)) {
          gain++
          rest = rest " " features[i]
        }
      has[file] = rest # what is seen stays seen
      if (gain == 0)
        done[file] = 1
      if (gain > best_gain || (gain == best_gain && gain > 0 && size[file] < size[best])) {
        best = file
        best_gain = gain
      }
    }
    if (best < 0)
      exit
    print name[best]
    done[best] = 1
    fields = split(has[best], features, " ")
    for (i = 1; i <= fields; i++)
      seen[features[i]] = 1
  }
}
