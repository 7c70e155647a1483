# The case that tests/README.md shows is one.
awk '/^```sh$/ { on = 1; next } /^```$/ { on = 0 } on' "$SOURCE_ROOT/tests/README.md" >shown
ok 'it calls fargauge' grep -q '^fg ' shown
. ./shown
