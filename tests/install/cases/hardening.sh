# What the linker and compiler were asked for, read from the program itself; and from the archive of our own code what the program also
# has from libraries within it, which were compiled by others.
if ! command -v readelf >/dev/null; then
  skip 'hardening' 'no readelf'
else
  readelf -Whl "$FARGAUGE" >headers
  readelf -Wd "$FARGAUGE" >dynamic
  nm -u "$BUILD/src/libfargauge.a" >wanted 2>/dev/null
  has_fact() { [ "${facts#* "$1" }" != "$facts" ]; }

  ok 'PIE: it may be loaded anywhere' grep -q 'Type: *DYN' headers
  ok 'flagged as PIE' grep -q 'FLAGS_1.*PIE' dynamic
  ok 'RELRO' grep -q GNU_RELRO headers
  ok 'full RELRO: everything is bound at the start' grep -qE 'FLAGS_1.*NOW|BIND_NOW' dynamic
  ok 'a stack that cannot be run' grep -qE 'GNU_STACK .* RW +0x' headers
  nok 'no segment is both written and run' grep -qE 'LOAD .* RWE ' headers
  nok 'no text relocations' grep -q TEXTREL dynamic
  nok 'no RPATH or RUNPATH' grep -qE 'RPATH|RUNPATH' dynamic
  ok 'stack protector' grep -q '__stack_chk_fail' wanted
  if has_fact fortified; then
    for name in snprintf vsnprintf memcpy; do
      ok "fortified: $name" grep -q "__${name}_chk" wanted
    done
  else
    skip 'fortified functions' 'not in a build that is not optimised, or has sanitizers'
  fi
  if [ "$(uname -m)" = x86_64 ]; then
    objdump -d --no-show-raw-insn "$BUILD/src/libfargauge.a" >code
    ok 'functions begin with endbr64 (-fcf-protection)' \
      awk '/>:$/ { at = NR; n++ } /endbr64/ && NR == at + 1 { marked++ } END { exit !(marked > n / 2) }' code
    # gcc and clang go through a large frame page by page, with an `or` or a store of zero at the stack pointer.
    ok 'large frames are probed (-fstack-clash-protection)' \
      awk '/sub +\$0x1000,%rsp/ { at = NR } /(orq|movq) +\$0x0,(0x0)?\(%rsp\)/ && NR == at + 1 { found = 1 } END { exit !found }' code
  fi
  if has_fact static; then
    nok 'static: no interpreter' grep -q INTERP headers
    nok 'static: no library is needed' grep -q NEEDED dynamic
  fi
fi
