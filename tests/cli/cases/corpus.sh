# Exports of real systems, outside this tree: $FARGAUGE_CORPUS, else ../shared/corpus beside the source
# root; skipped where there is none. Its INDEX.md says what is to become of each file:
#   main    taken whole: exit code 0, nothing rejected, its services and findings in the database
#   import  as main
#   refuse  exit code 3 with a reason, and nothing of it in the database but that it was handed over
corpus=${FARGAUGE_CORPUS:-$SOURCE_ROOT/../shared/corpus}
if [ ! -f "$corpus/INDEX.md" ]; then
  echo "1..0 # SKIP no corpus at $corpus"
  exit 0
fi

# FOLDER FILE WHEN ABOUT_ECS, one line per file.
sed -n 's/^| *\([a-z]*\) | *\([^ |]*\) | *\([a-z]*\) | .*/\1 \2 \3/p' "$corpus/INDEX.md" | grep -v '^folder ' >"$scratch/files"
about_ecs() { # FILE
  grep -F "| $1 |" "$corpus/INDEX.md" | awk -F' [|] ' '{ print $8 }'
}
tables='select (select count(*) from source) + (select count(*) from record) + (select count(*) from resource)
  + (select count(*) from service) + (select count(*) from finding) + (select count(*) from rejection)'

whole='select (select count(*) from rejection), (select count(*) from rejected_source), (select count(*) from source)'
taken() { # PATH
  rm -f one.db
  "$FARGAUGE" import "$1" --db one.db >"$out" 2>"$err"
  status=$?
  has_exited 0 && is_empty "$err" && answers one.db "$whole" '0|0|1'
}
# The same, and all reports of it, in one go. It may be said that nothing of the file is judged, and no more than that.
reported() { # PATH
  rm -rf one.db one
  "$FARGAUGE" report "$1" --db one.db --out one --exit-zero >"$out" 2>"$err"
  status=$?
  grep -vE '^(fargauge: nothing was judged: no export|hint: is this the right folder)' "$err" >"$scratch/rest"
  has_exited 0 && is_empty "$scratch/rest" && answers one.db "$whole" '0|0|1' && [ -s one/report.html ] && [ -s one/junit.xml ]
}
refused() { # PATH
  rm -f one.db
  "$FARGAUGE" import "$1" --db one.db >"$out" 2>"$err"
  status=$?
  has_exited 3 && answers one.db 'select count(*) from rejected_source' 1 && answers one.db "$tables" 0 &&
    grep -qE "^fargauge: .*$2:[0-9]+: .{10}" "$err" && grep -q '^hint: .' "$err" || { cat "$err"; return 1; }
}
# What about ECS must land in the database, whatever it is; of Config's items none of another type.
kinds='select (select count(*) from service) + (select count(*) from cluster) + (select count(*) from task)
  + (select count(*) from task_set) + (select count(*) from task_definition) + (select count(*) from capacity_provider)
  + (select count(*) from service_revision) + (select count(*) from service_deployment)'
is_item() { # PATH: configuration items, and no answer of Config's compliance or query calls
  grep -qE 'configurationItems?\\?"|"configurationItemCaptureTime"' "$1"
}
survived() { # PATH
  rm -f one.db
  "$FARGAUGE" import "$1" --db one.db >"$out" 2>"$err"
  status=$?
  [ "$status" -eq 0 ] || has_exited 3
}

while read -r folder name when <&3; do
  path=$corpus/$folder/$name
  case $when in
    main)
      ok "taken and reported: $folder/$name" reported "$path"
      if [ "$folder" = ecs ]; then
        asks one.db "select count(*) from service" "$(about_ecs "$name")"
        asks one.db "select count(*) from service s join resource r on r.id = s.resource_id where r.type = 'AWS::ECS::Service'" \
          "$(about_ecs "$name")"
      elif [ "$(about_ecs "$name")" = 0 ]; then
        asks one.db 'select (select count(*) from service) + (select count(*) from finding)' 0
      fi
      ;;
    import)
      if [ "$folder" = ecs ] || { [ "$folder" = config ] && is_item "$path"; }; then
        ok "taken and reported: $folder/$name" reported "$path"
        case $name in
          *List*) asks one.db 'select count(*) from listing' "$(grep -c '"arn:' "$path")" ;;
          *) asks one.db "$kinds" "$(about_ecs "$name")" ;;
        esac
      else
        ok "taken: $folder/$name" taken "$path"
      fi
      ;;
    refuse) ok "refused: $folder/$name" refused "$path" "$name" ;;
    *) ok "INDEX.md: $folder/$name: $when" false ;;
  esac
done 3<"$scratch/files"
ok 'INDEX.md was read' test "$number" -gt 100
