# The options of the build that few people use: meson takes them, and they reach what they are for.
mkdir -p source/cjson
for part in MAJOR MINOR PATCH; do echo "#define CJSON_VERSION_$part 9"; done >source/cjson/cJSON.h
: >source/cjson/cJSON.c

sets_up() { # FOLDER OPTION...: it can be configured
  folder=$1
  shift
  meson setup "$folder" "$SOURCE_ROOT" "$@"
}
compiles() { # FOLDER WORD: it stands in the command of a C file of the program
  ninja -C "$1" -t commands fargauge | grep 'core_error.c.o' | grep -qe "$2"
}

ok 'with nothing that may be missing' sets_up bare -Dseccomp=disabled -Dman=disabled -Dstatic_sqlite=false
nok 'without seccomp nothing asks for it' compiles bare '-DFG_SECCOMP'
ok 'cJSON from source' sets_up cjson -Dcjson_source="$PWD/source" -Dseccomp=auto -Db_coverage=true
ok 'it is compiled' sh -c 'ninja -C cjson -t commands fargauge | grep -q "source/cjson/cJSON.c"'
ok 'what comes before it reaches the program' compiles cjson '-DFG_COVERAGE'
ok 'the bill of materials has its version, and that it is inside' sh -c 'ninja -C cjson -t commands tools/packaging/fargauge.spdx.json | grep -q "cJSON=9.9.9=static"'

# Where an archive is missing, that is said before anything is built.
if meson setup static "$SOURCE_ROOT" -Dstatic=true >said 2>&1; then
  ok 'static: the archives are there' sh -c 'for name in sqlite3 cjson; do grep -q "Library $name found: YES" said || exit 1; done'
else
  ok 'static: it says which archive is missing' grep -qE "ERROR: (Problem encountered: lib[a-z0-9]*\.a is missing: -Dstatic=true|C static library '[a-z]*' not found)" said
fi
